"""Rules on what no page could hold: texts that stand in one piece, and markup inside markup without end.

Long prose flows from page to page, however long; a title, a label or a name stands whole where it stands.
"""

import re
from collections.abc import Iterator

from terrinclus_publish.checks.rule import AnySource, Context, error, quoted
from terrinclus_publish.checks.texts import Kind, words_of
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche

LONGEST = {"titre": 200, "sous_titre": 150, "chapeau": 600, "legende": 300, "description": 300, "alternative": 2000}
"""Signs that a field may have by its name; about twice what the layout holds well, which is a warning."""
ON_A_COVER = {("programme", "nom"): 80, ("programme", "description"): 200, ("quatrieme", "texte"): 900}
"""The same for the covers of the guide and its running heads, which are one page or one line; by the field's path."""
LONGEST_OF_A_PUBLISHER, LONGEST_TITLE_OF_A_GUIDE = 80, 150
MOST_LINES_OF_AN_ADDRESS, MOST_FUNDERS = 6, 24
"""What stands on the back cover."""
LONGEST_WORD = 60
"""Signs of a word in a title or a chapeau, which stand in one piece at the head of the sheet."""
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
        if path == ("titre",) and not isinstance(source.model, Fiche):
            longest = LONGEST_TITLE_OF_A_GUIDE
        if longest is not None and len(text) > longest:
            message = f"Ce texte a {len(text)} signes : aucune page ne le contiendrait à cette place"
            expected = f"Ramenez-le à {longest} signes au plus"
            yield error(source, path, "too-long-for-a-page", message, found=text, expected=expected)


def no_endless_word_at_the_head(source: AnySource, context: Context) -> Iterator[Fault]:
    """A title or a chapeau of endless words would be taller than its length lets think."""
    for path, _, text in words_of(source):
        word = max(text.split(), key=len, default="") if path in (("titre",), ("chapeau",)) else ""
        if len(word) > LONGEST_WORD:
            message = f"Un mot compte {len(word)} signes : {quoted(word)}"
            expected = f"Séparez les mots par des espaces ({LONGEST_WORD} signes au plus)"
            yield error(source, path, "endless-word", message, found=word, expected=expected)


def _longest(path: Path, kind: Kind) -> int | None:
    """How many signs a text may have; None for what flows from page to page, or is not printed."""
    if path[:2] in ON_A_COVER:
        return ON_A_COVER[str(path[0]), str(path[1])]
    if path[0] == "editeur":
        return LONGEST_OF_A_PUBLISHER
    name = path[-1] if isinstance(path[-1], str) else path[-2]
    if kind in (Kind.PROSE, Kind.CODE) or path[0] == "a_classer" or name in _FLOWING or "lignes" in path[-3:-1]:
        return None
    return LONGEST.get(str(name), LONGEST_NAME)


def few_enough_for_the_back_cover(source: AnySource, context: Context) -> Iterator[Fault]:
    """The guide's publisher and funders must hold on one page."""
    guide = source.model
    if isinstance(guide, Fiche):
        return
    lists: tuple[tuple[Path, int, int], ...] = (
        (("editeur", "adresse"), len(guide.editeur.adresse), MOST_LINES_OF_AN_ADDRESS),
        (("financeurs",), len(guide.financeurs), MOST_FUNDERS),
    )
    for path, count, most in lists:
        if count > most:
            message = f"Cette liste a {count} lignes : la dernière page du guide ne les contiendrait pas"
            yield error(source, path, "too-long-for-a-page", message, expected=f"Ramenez-la à {most} lignes au plus")


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
