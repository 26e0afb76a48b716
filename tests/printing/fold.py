"""Paper, cut and folded in the mind: from what the sides of sheets bear to the order in which a reader meets it."""


def fold(faces, signatures):
    """The pages in reading order.

    ``faces``: (left, right) of each side, front and back in turn, outermost sheet first, signature after signature;
    ``signatures``: how many pages each has. Sheets are laid one in the other with their fronts outside, and folded.
    """
    read, place = [], 0
    for size in signatures:
        stack = faces[place : place + size // 2]
        place += size // 2
        fronts, backs = stack[::2], stack[1::2]
        first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
        second_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
        read += first_half + second_half[::-1]
    return read
