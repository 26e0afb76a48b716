"""A tagged PDF held against the HTML tree that it was made from: each check gives the problems, one text each.

Page numbers are filled in in the tree. Nothing here comes from the package that made the file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree
from words import tree_text, words

from pdf.structure import HEADINGS, plain
from pdf.tagged import TaggedFile


def the_reading_order_is_the_trees(file: TaggedFile, tree: etree._Element) -> list[str]:
    """The words of the structure tree, from the first to the last, are those of the HTML tree."""
    read = [word for root in file.roots for word in words(file.text(root))]
    return _difference(read, words(tree_text(tree)))


def headings_are_the_trees(file: TaggedFile, tree: etree._Element) -> list[str]:
    """The same headings, at the same levels."""
    read = [f"{node.kind} {plain(file.text(node))}" for node in file.nodes(*HEADINGS)]
    return _difference(
        read, [f"{node.tag.upper()} {plain(tree_text(node))}" for node in tree.iter(*map(str.lower, HEADINGS))]
    )


def passages_have_their_language(file: TaggedFile, tree: etree._Element) -> list[str]:
    """PDF/UA-1 7.2: the document's language, and that of each passage in another one."""
    read = _by_language(passage for root in file.roots for passage in file.passages(root))
    return _difference(read, _by_language(_tree_passages(tree, str(tree.get("lang")))))


def pictures_have_their_alternative_text(file: TaggedFile, tree: etree._Element) -> list[str]:
    """Each picture that says something is a Figure with its words; the others are decoration."""
    read = [str(node.entries.get("/Alt", "")) for node in file.nodes("Figure")]
    said = [node.get("alt") or node.get("aria-label") for node in tree.iter("img", "figure")]
    return _difference(read, [text for text in said if text])


def elements_are_the_trees(file: TaggedFile, tree: etree._Element) -> list[str]:
    """As many lists, items, tables, rows, heads, links, quotations and boxes as in the HTML tree."""
    read = Counter(node.kind for node in file.nodes())
    made = Counter(element.tag for element in tree.iter() if isinstance(element.tag, str))
    entries = sum(1 for nav in tree.iter("nav") for _ in nav.iter("li"))
    expected = {
        "L": made["ul"] + made["ol"] + made["dl"] - sum(1 for nav in tree.iter("nav") for _ in nav.iter("ol")),
        "LI": made["li"] + made["dt"] - entries,
        "TOC": sum(1 for nav in tree.iter("nav") for _ in nav.iter("ol")),
        "TOCI": entries,
        "Table": made["table"],
        "TR": made["tr"],
        "TH": made["th"],
        "TD": made["td"],
        "Link": made["a"],
        "BlockQuote": made["blockquote"],
        "Caption": made["caption"],
        "Aside": made["aside"],
        "Art": made["article"],
    }
    return [f"{read[kind]} × {kind}, {count} in the tree" for kind, count in expected.items() if read[kind] != count]


def _tree_passages(element: etree._Element, language: str) -> Iterator[tuple[str, str]]:
    """The tree's text, each piece with its language."""
    own = str(element.get("lang", language))
    yield element.text or "", own
    for child in element:
        yield from _tree_passages(child, own)
        yield child.tail or "", own


def _by_language(passages: Iterable[tuple[str, str]]) -> list[str]:
    """The passages that differ in language, with all their words; list numbers are of no language."""
    runs = groupby(((text, language) for text, language in passages if words(text)), key=lambda item: item[1])
    joined = [(language, "".join(text for text, _ in run)) for language, run in runs]
    first = joined[0][0] if joined else ""
    return [first, *(f"{language}: {plain(text)}" for language, text in joined if language != first)]


def _difference(read: Sequence[str], expected: Sequence[str]) -> list[str]:
    """Where two sequences part."""
    for place, (one, other) in enumerate(zip(read, expected, strict=False)):
        if one != other:
            around = slice(max(0, place - 5), place + 6)
            return [f"« {' '.join(read[around])} » instead of « {' '.join(expected[around])} »"]
    if len(read) != len(expected):
        longer = read if len(read) > len(expected) else expected
        return [f"{len(read)} instead of {len(expected)}: « {' '.join(longer[min(len(read), len(expected)) :][:10])} »"]
    return []


FIDELITY: tuple[Callable[[TaggedFile, etree._Element], list[str]], ...] = (
    the_reading_order_is_the_trees,
    headings_are_the_trees,
    passages_have_their_language,
    pictures_have_their_alternative_text,
    elements_are_the_trees,
)
