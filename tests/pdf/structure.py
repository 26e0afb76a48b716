"""What makes a tagged PDF a good one, beyond what veraPDF sees: each check gives the problems of a file, one text each.

Nothing here comes from the package that made the file.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf
from words import words

from pdf.content import Box, Shown
from pdf.tagged import Annotation, Content, Node, TaggedFile

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
TOLERANCE = 1.0
"""Points."""

# --- content ---------------------------------------------------------------------------------------------------------


def marks_and_texts_are_nested(file: TaggedFile) -> list[str]:
    """ISO 32000-1, 14.6.1: a mark starts and ends in the same text object, or around it; marks never nest here."""
    return [fault for page in file.pages for fault in page.faults]


def all_that_is_drawn_is_marked(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.1: everything is tagged or an artifact; a text that nobody tagged is lost for some readers."""
    unmarked = [item for page in file.pages for item in page.texts if item.mark is None]
    drawings = [item for page in file.pages for item in page.painted if item.mark is None]
    return [f"page {item.page + 1}: « {item.text} » is not marked" for item in unmarked] + [
        f"page {item.page + 1}: a {item.name} is not marked" for item in drawings
    ]


def marks_belong_to_one_element(file: TaggedFile) -> list[str]:
    """14.7.4.2: each numbered mark is shown by one element, each element shows marks that are there."""
    drawn = [Content(page.index, mark.number) for page in file.pages for mark in page.marks if mark.number is not None]
    shown = Counter(content for root in file.roots for content in root.contents())
    problems = [f"{content} is drawn twice" for content, count in Counter(drawn).items() if count > 1]
    problems += [f"{content} belongs to {shown[content]} elements" for content in drawn if shown[content] != 1]
    return problems + [f"{content} is shown and was never drawn" for content in shown.keys() - set(drawn)]


def the_parent_tree_leads_back(file: TaggedFile) -> list[str]:
    """14.7.4.4: from a mark or an annotation to its element; screen readers take this way."""
    problems = []
    for node in file.nodes():
        for kid in node.kids:
            if isinstance(kid, Content):
                key = int(file.file.pages[kid.page].get("/StructParents", -1))
                entries = file.parent_tree.get(key, [])
                found = entries[kid.number] if kid.number < len(entries) else None
            elif isinstance(kid, Annotation):
                found = file.parent_tree.get(int(file.file.get_object(kid.identity).get("/StructParent", -1)))
            else:
                continue
            if found is None or found.objgen != node.entries.objgen:
                problems.append(f"the parent tree does not lead from {kid} to {node}")
    return problems


def furniture_is_an_artifact(file: TaggedFile) -> list[str]:
    """Running heads and folios are Pagination artifacts, of which each page's foot has one at most (14.8.2.2)."""
    problems = []
    for page in file.pages:
        kinds = Counter(mark.subtype for mark in page.marks if mark.is_artifact and mark.kind == "Pagination")
        number = page.index + 1
        problems += [f"page {number}: {kinds[name]} × {name}" for name in ("Header", "Footer") if kinds[name] > 1]
        if page.texts and not kinds["Footer"] and not _is_cover(file, page.index):
            problems.append(f"page {number}: no folio")
        for text in page.texts:
            if text.mark is not None and not text.mark.is_artifact and text.text.strip() and text.box[3] < FOOT:
                problems.append(f"page {number}: « {text.text} » stands in the foot and is no artifact")
    return problems


FOOT = 45.0
"""Below, there are only folios; the text block's foot is higher. Points from the page's foot."""


def _is_cover(file: TaggedFile, index: int) -> bool:
    return index in (0, len(file.pages) - 1) and next(file.nodes("TOC"), None) is not None


# --- links -----------------------------------------------------------------------------------------------------------


def links_hold_their_annotation(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.18.5: a Link holds its annotations (OBJR), and each link annotation belongs to one Link."""
    problems = []
    held: Counter[tuple[int, int]] = Counter()
    for node in file.nodes():
        own = [kid for kid in node.kids if isinstance(kid, Annotation)]
        held.update(kid.identity for kid in own)
        if node.kind == "Link" and not own:
            problems.append(f"« {file.text(node)} »: a Link without OBJR")
        if node.kind != "Link" and own:
            problems.append(f"{node}: an annotation outside a Link")
    for index, annotation in file.annotations():
        if held[annotation.objgen] != 1:
            problems.append(f"page {index + 1}: a link that belongs to {held[annotation.objgen]} elements")
    return problems


def link_text_is_in_the_link(file: TaggedFile) -> list[str]:
    """What stands under a link's area is text of its Link, and of nothing else (14.8.4.4.2)."""
    owners = _owners(file, lambda node: node.kind == "Link")
    problems = []
    for index, annotation in file.annotations():
        under = [text for text in file.pages[index].texts if _is_inside(text, annotation.Rect)]
        if not under:
            problems.append(f"page {index + 1}: nothing under the link « {annotation.get('/Contents')} »")
        for text in under:
            link = owners.get((index, text.mark.number)) if text.mark is not None else None
            if link is None or annotation.objgen not in {k.identity for k in link.kids if isinstance(k, Annotation)}:
                problems.append(f"page {index + 1}: « {text.text} » stands under a link and outside its Link")
    return problems


def links_say_what_they_are(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.18.5: Contents, in the words of the link; a target that exists."""
    pages = {page.objgen for page in file.file.pages}
    problems = []
    for index, annotation in file.annotations():
        said = str(annotation.get("/Contents", ""))
        if not said or said != said.strip():
            problems.append(f"page {index + 1}: a link that says « {said} »")
        if "/Dest" in annotation:
            if annotation.Dest[0].objgen not in pages:
                problems.append(f"page {index + 1}: « {said} » leads nowhere")
        elif not str(annotation.get("/A", {}).get("/URI", "")).startswith(("http://", "https://", "mailto:", "tel:")):
            problems.append(f"page {index + 1}: « {said} » has no address")
    return problems


def _owners(file: TaggedFile, wanted: Callable[[Node], bool]) -> dict[tuple[int, int | None], Node]:
    """The element of some kind that shows each mark."""
    return {
        (content.page, content.number): node for node in file.nodes() if wanted(node) for content in node.contents()
    }


def _is_inside(text: Shown, rect: Any) -> bool:
    """Whether the middle of a text stands in an area."""
    left, foot, right, top = (float(value) for value in rect)
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    return bool(text.text.strip()) and left <= x <= right and foot <= y <= top


# --- elements --------------------------------------------------------------------------------------------------------


def figures_have_their_place_and_their_words(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.3: Alt, and a BBox around what is drawn, on the page."""
    problems = []
    for node in file.nodes("Figure"):
        if not str(node.entries.get("/Alt", "")).strip():
            problems.append("a Figure without Alt")
        if node.attribute("/BBox") is None:
            problems.append("a Figure without BBox")
            continue
        box: Box = tuple(float(value) for value in node.attribute("/BBox"))  # type: ignore[assignment]
        for content in node.contents():
            for drawn in _drawn_in(file, content):
                if any(abs(one - other) > TOLERANCE for one, other in zip(box, drawn, strict=True)):
                    problems.append(f"a Figure's BBox is {box}, its picture stands at {drawn}")
        if box[2] - box[0] < TOLERANCE or box[3] - box[1] < TOLERANCE:
            problems.append(f"a Figure's BBox is empty: {box}")
    return problems


def _drawn_in(file: TaggedFile, content: Content) -> list[Box]:
    painted = file.pages[content.page].painted
    return [item.box for item in painted if item.box and item.mark and item.mark.number == content.number]


def header_rows_are_marked_once(file: TaggedFile) -> list[str]:
    """A head that is drawn again on the next page is furniture there, or it would be read in the midst of the rows."""
    problems = []
    for table in file.nodes("Table"):
        heads = [node for node in table.walk() if node.kind == "TR" and all(kid.kind == "TH" for kid in node.nodes)]
        texts = Counter(" ".join(words(file.text(row))) for row in heads)
        problems += [f"the head « {text} » comes {count} times" for text, count in texts.items() if count > 1]
        problems += [
            f"the head « {file.text(row).strip()} » is marked on several pages"
            for row in heads
            if len({content.page for content in row.contents()}) > 1
        ]
    return problems


def tables_are_regular_and_have_heads(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.5: a Scope for each TH, of which a table has some; as many columns in each row."""
    problems = []
    for table in file.nodes("Table"):
        rows = [node for node in table.walk() if node.kind == "TR"]
        cells = [cell for row in rows for cell in row.nodes]
        heads = [cell for cell in cells if cell.kind == "TH"]
        name = file.text(rows[0]).strip().replace("\n", " ") if rows else ""
        if not heads:
            problems.append(f"the table « {name} » has no TH")
        problems += [
            f"« {file.text(cell).strip()} »: a TH without Scope"
            for cell in heads
            if str(cell.attribute("/Scope")) not in ("/Row", "/Column", "/Both")
        ]
        widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row.nodes) for row in rows}
        if len(widths) != 1:
            problems.append(f"the table « {name} » has rows of {sorted(widths)} columns")
        problems += [f"{cell}: in a row" for cell in cells if cell.kind not in ("TH", "TD")]
    return problems


def lists_have_items_labels_and_bodies(file: TaggedFile) -> list[str]:
    """ISO 32000-1, 14.8.4.3.3: L holds LI, LI holds an optional Lbl, then LBody; a numbered list has its labels."""
    problems = [f"{node} outside an L" for node in file.nodes("LI") if _kind_around(node) != "L"]
    problems += [f"{node} outside an LI" for node in file.nodes("LBody") if _kind_around(node) != "LI"]
    for node in file.nodes("L"):
        numbered = str(node.attribute("/ListNumbering") or "/None") != "/None"
        for item in node.nodes:
            kinds = [kid.kind for kid in item.nodes]
            if item.kind != "LI" or kinds not in (["LBody"], ["Lbl", "LBody"]):
                problems.append(f"{item} with {kinds} in an L")
            elif numbered and kinds[0] != "Lbl":
                problems.append(f"« {file.text(item).strip()} »: an item of a numbered list without Lbl")
    problems += [f"{node} is empty" for node in file.nodes("Lbl", "LBody") if not words(file.text(node))]
    return problems


def contents_are_tagged_as_such(file: TaggedFile) -> list[str]:
    """ISO 32000-1, 14.8.4.3.2: TOC holds TOCI, each of which refers to its place with a live link."""
    problems = [f"{node} outside a TOC" for node in file.nodes("TOCI") if _kind_around(node) != "TOC"]
    for node in file.nodes("TOC"):
        problems += [f"{kid} in a TOC" for kid in node.nodes if kid.kind not in ("TOCI", "TOC", "Caption")]
    for item in file.nodes("TOCI"):
        kinds = {node.kind for node in item.walk()}
        if not {"Reference", "Link"} <= kinds:
            problems.append(f"« {file.text(item).strip()} »: a TOCI without Reference or Link")
    return problems


def _kind_around(node: Node) -> str:
    return node.parent.kind if node.parent is not None else ""


def headings_skip_no_level(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.4.2: H1 first, and never a level deeper by more than one."""
    levels = [int(node.kind[1]) for node in file.nodes(*HEADINGS)]
    problems = [f"H{deeper} follows H{level}" for level, deeper in pairwise(levels) if deeper > level + 1]
    return problems + (["the first heading is no H1"] if levels[:1] != [1] else [])


# --- the file --------------------------------------------------------------------------------------------------------


def the_title_is_said_once(file: TaggedFile) -> list[str]:
    """Info and XMP agree (PDF/A-2 6.6), and the window shows the title (PDF/UA-1 7.1)."""
    with file.file.open_metadata(set_pikepdf_as_editor=False) as xmp:
        said = {"Info": str(file.file.docinfo.get("/Title", "")), "XMP": str(xmp.get("dc:title", ""))}
    problems = [f"{place} has no title" for place, title in said.items() if not title]
    if len(set(said.values())) > 1:
        problems.append(f"titles differ: {said}")
    preferences = file.file.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    if not preferences.get("/DisplayDocTitle", False):
        problems.append("the window does not show the title")
    return problems


def labels_are_the_printed_folios(file: TaggedFile) -> list[str]:
    """Page labels are arabic from 1, cover included, and a page prints its own (the label that its Footer shows)."""
    labels = list(_labels(file))
    problems = [
        f"page {index + 1} is labelled « {label} »" for index, label in enumerate(labels) if label != str(index + 1)
    ]
    for page, label in zip(file.pages, labels, strict=True):
        folio = "".join(text.text for text in page.texts if text.mark is not None and text.mark.subtype == "Footer")
        if folio.strip() and folio.strip() != label:
            problems.append(f"page {page.index + 1}, labelled « {label} », prints « {folio} »")
    return problems


def _labels(file: TaggedFile) -> Iterator[str]:
    """The page labels (12.4.2); without any, viewers count, but nothing says so."""
    if "/PageLabels" not in file.file.Root:
        yield from ("" for _ in file.pages)
        return
    numbers = list(file.file.Root.PageLabels.Nums)
    ranges = {int(start): label for start, label in zip(numbers[::2], numbers[1::2], strict=True)}
    first, label = 0, pikepdf.Dictionary()
    for page in file.pages:
        if page.index in ranges:
            first, label = page.index, ranges[page.index]
        number = int(label.get("/St", 1)) + page.index - first
        yield str(label.get("/P", "")) + (str(number) if label.get("/S") == "/D" else "")


def bookmarks_lead_to_headings(file: TaggedFile) -> list[str]:
    """WCAG 2.4.1: each bookmark is a heading's text and leads to the page where that heading stands, in order."""
    headings = [
        (plain(file.text(node)), next(node.contents()).page)
        for node in file.nodes("H1", "H2", "H3")
        if any(True for _ in node.contents())
    ]
    pages = {page.objgen: index for index, page in enumerate(file.file.pages)}
    problems, place = [], 0
    found = list(_bookmarks(file))
    for title, page in found:
        index = pages.get(page, -1)
        if (plain(title), index) not in headings[place:]:
            problems.append(f"the bookmark « {title} » leads to page {index + 1}, where no such heading comes next")
        else:
            place = headings.index((plain(title), index), place) + 1
    return problems if found else ["no bookmarks"]


def _bookmarks(file: TaggedFile) -> Iterator[tuple[str, tuple[int, int]]]:
    """Title and page of each bookmark."""
    with file.file.open_outline() as outline:
        stack = list(reversed(outline.root))
        while stack:
            item = stack.pop()
            yield item.title, item.destination[0].objgen if item.destination is not None else (0, 0)
            stack.extend(reversed(item.children))


def plain(text: str) -> str:
    """The text without spaces and hyphens."""
    return "".join(words(text))


def tab_order_is_the_structures(file: TaggedFile) -> list[str]:
    """PDF/UA-1 7.18.3: on a page with links, the tabulator follows the structure."""
    return [
        f"page {index + 1}: no Tabs /S"
        for index, page in enumerate(file.file.pages)
        if page.get("/Annots", []) and page.get("/Tabs") != "/S"
    ]


STRUCTURE: tuple[Callable[[TaggedFile], list[str]], ...] = (
    marks_and_texts_are_nested,
    all_that_is_drawn_is_marked,
    marks_belong_to_one_element,
    the_parent_tree_leads_back,
    furniture_is_an_artifact,
    links_hold_their_annotation,
    link_text_is_in_the_link,
    links_say_what_they_are,
    figures_have_their_place_and_their_words,
    header_rows_are_marked_once,
    tables_are_regular_and_have_heads,
    lists_have_items_labels_and_bodies,
    contents_are_tagged_as_such,
    headings_skip_no_level,
    the_title_is_said_once,
    labels_are_the_printed_folios,
    bookmarks_lead_to_headings,
    tab_order_is_the_structures,
)
