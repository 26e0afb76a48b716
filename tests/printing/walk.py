"""An independent reading of printed files with pikepdf alone: every operator and picture of pages and of their forms.

Nothing of the package is used here, so that a fault of preflight does not hide one of the pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

RGB_OPERATORS = {"rg", "RG"}
PATHS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
UNIT = [(0, 0), (1, 0), (0, 1), (1, 1)]


@dataclass
class Mark:
    """Something painted: what, its fill and stroke (operator and operands), whether fills overprint, its points."""

    what: str
    fill: tuple
    stroke: tuple
    overprints: bool
    points: list
    size: float = 0.0


def page_marks(page: pikepdf.Page) -> Iterator[Mark]:
    """What a page paints."""
    yield from _walk(page, page.Resources, pikepdf.Matrix(), ("g", 0), ("G", 0), False)


def _walk(stream, resources, matrix, fill, stroke, overprints) -> Iterator[Mark]:
    saved, points, text, size = [], [], pikepdf.Matrix(), 0.0
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name == "q":
            saved.append((matrix, fill, stroke, overprints))
        elif name == "Q":
            matrix, fill, stroke, overprints = saved.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif name in ("g", "rg", "k", "cs", "scn"):
            fill = (name, *_numbers(operands))
        elif name in ("G", "RG", "K", "CS", "SCN"):
            stroke = (name, *(_numbers(operands) if name != "CS" else [_space(resources, operands[0])]))
        elif name == "gs":
            overprints = bool(resources.ExtGState[operands[0]].get("/op", overprints))
        elif name in ("m", "l"):
            points.append(matrix.transform((float(operands[0]), float(operands[1]))))
        elif name == "c":
            points.append(matrix.transform((float(operands[4]), float(operands[5]))))
        elif name == "re":
            x, y, width, height = map(float, operands)
            points += [matrix.transform(corner) for corner in ((x, y), (x + width, y + height))]
        elif name in PATHS:
            yield Mark(name, fill, stroke, overprints, points)
            points = []
        elif name == "n":
            points = []
        elif name == "Tf":
            size = float(operands[1])
        elif name == "Tm":
            text = pikepdf.Matrix(*map(float, operands))
        elif name in ("Tj", "TJ"):
            yield Mark("text", fill, stroke, overprints, [matrix.transform(text.transform((0, 0)))], size)
        elif name == "Do":
            item = resources.XObject[operands[0]]
            if item.Subtype == "/Form":
                inner = pikepdf.Matrix(item.Matrix) if "/Matrix" in item else pikepdf.Matrix()
                yield from _walk(item, item.Resources, inner @ matrix, fill, stroke, overprints)
            else:
                yield Mark(str(item.ColorSpace), fill, stroke, overprints, [matrix.transform(p) for p in UNIT])
        elif name in ("sh", "BI", "INLINE IMAGE", "Tr"):
            raise AssertionError(f"{name} is not read here")


def _numbers(operands):
    return [float(value) for value in operands if not isinstance(value, pikepdf.Name)]


def _space(resources, name):
    return str(resources.ColorSpace[name][1]) if name in resources.get("/ColorSpace", {}) else str(name)


def boxes(page: pikepdf.Page) -> list[list[float]]:
    """The trim, bleed and media boxes."""
    return [[float(edge) for edge in page[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")]
