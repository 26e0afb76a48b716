"""Rules on what no page could hold: texts that stand in one piece, and markup inside markup without end.

Long prose flows from page to page, however long; a title, a label or a name stands whole where it stands.
"""

import re
from collections.abc import Iterator

from terrinclus_publish.checks.rule import AnySource, Context, error
from terrinclus_publish.checks.texts import Kind, words_of
from terrinclus_publish.faults import Fault, Path

LONGEST = {"titre": 300, "sous_titre": 300, "chapeau": 1500, "legende": 300, "description": 300, "alternative": 2000}
"""Signs that a field may have by its name; about three times what the layout holds well, which is a warning."""
LONGEST_NAME = 500
"""Signs of any other plain text: a name, a function, a label."""
_FLOWING = frozenset({"introduction", "points", "texte", "source", "ecart", "signature"})
"""Lines of text that go on from page to page."""
MOST_SIGNS_OF_EMPHASIS = 40
"""In one run: nobody opens twenty bold passages in one another, and the tree would be too deep to be read."""
MOST_BRACKETS = 1000
"""In one text: Markdown looks for the end of each."""
MOST_EMPHASES = 5000
DEEPEST_LIST = 8
"""Levels of lists for which there is room on a page; the format knows two, and a third one is a warning."""
_MARKER = r"(?:[-*+]|\d{1,9}[.)])[ \t]"
_DEEP_LIST = re.compile(
    rf"^(?:[ \t]{{{2 * DEEPEST_LIST},}}{_MARKER}|(?:[ \t]*{_MARKER}){{{DEEPEST_LIST + 1}}})", re.MULTILINE
)


def short_enough_for_its_place(source: AnySource, context: Context) -> Iterator[Fault]:
    """What stands in one piece must hold on a page."""
    for path, kind, text in words_of(source):
        longest = _longest(path, kind)
        if longest is not None and len(text) > longest:
            message = f"Ce texte a {len(text)} signes : aucune page ne le contiendrait à cette place"
            expected = f"Ramenez-le à {longest} signes au plus"
            yield error(source, path, "too-long-for-a-page", message, found=text, expected=expected)


def _longest(path: Path, kind: Kind) -> int | None:
    """How many signs a text may have; None for what flows from page to page, or is not printed."""
    name = path[-1] if isinstance(path[-1], str) else path[-2]
    if kind in (Kind.PROSE, Kind.CODE) or path[0] == "a_classer" or name in _FLOWING or "lignes" in path[-3:-1]:
        return None
    return LONGEST.get(str(name), LONGEST_NAME)


def no_endless_markup(source: AnySource, context: Context) -> Iterator[Fault]:
    """Emphasis inside emphasis, or marks by the thousand, which take minutes to read: a mistake or an attack."""
    for path, kind, text in words_of(source):
        if kind not in (Kind.PROSE, Kind.LINE):
            continue
        if any(sign * MOST_SIGNS_OF_EMPHASIS in text for sign in "*_"):
            message = f"Plus de {MOST_SIGNS_OF_EMPHASIS} astérisques ou tirets bas se suivent"
            yield error(source, path, "endless-emphasis", message, expected="Écrivez **gras** ou *italique*, sans plus")
        if kind is Kind.PROSE and (found := _DEEP_LIST.search(text)):
            message = f"Des listes s'emboîtent sur plus de {DEEPEST_LIST} niveaux"
            yield error(source, path, "endless-list", message, found=found[0], expected="Ramenez-les à deux niveaux")
        for name, signs, most in (("crochets", "[", MOST_BRACKETS), ("astérisques et tirets bas", "*_", MOST_EMPHASES)):
            if sum(map(text.count, signs)) > most:
                message = f"Ce texte a plus de {most} {name}"
                yield error(source, path, "too-much-markup", message, expected="Partagez-le en plusieurs champs")
