"""Faults planted in a good file with pikepdf: one function for each, beside the check that must find it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from pdf import fidelity, structure

Plant = Callable[[pikepdf.Pdf], None]


def elements(file: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    """The structure elements of a kind, in order."""
    stack = [file.Root.StructTreeRoot.K]
    while stack:
        node = stack.pop()
        if node.get("/S") == f"/{kind}":
            yield node
        kids = node.get("/K", [])
        stack.extend(kid for kid in reversed(list(kids)) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def first(file: pikepdf.Pdf, kind: str, among: Callable[[Any], bool] = lambda _: True) -> Any:
    return next(element for element in elements(file, kind) if among(element))


def rename(kind: str, other: str) -> Plant:
    """The first element of a kind is of another one."""

    def plant(file: pikepdf.Pdf) -> None:
        first(file, kind).S = pikepdf.Name(f"/{other}")

    return plant


def without(kind: str, entry: str) -> Plant:
    """The first element of a kind lacks an entry."""

    def plant(file: pikepdf.Pdf) -> None:
        del first(file, kind, lambda element: entry in element)[entry]

    return plant


def rewrite(pattern: str, replacement: str) -> Plant:
    """The first place in the pages' contents that matches is written otherwise."""

    def plant(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            content = page.Contents.read_bytes()
            changed = re.sub(pattern.encode(), replacement.encode(), content, count=1, flags=re.DOTALL)
            if changed != content:
                page.Contents = file.make_stream(changed)
                return
        raise AssertionError(pattern)

    return plant


def add_to_page(operators: str) -> Plant:
    """The fourth page ends with more operators; ``%FONT`` is the name of one of its fonts."""

    def plant(file: pikepdf.Pdf) -> None:
        page = file.pages[3]
        font = next(iter(page.Resources.Font.keys()))
        added = operators.replace("%FONT", font)
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + added.encode())

    return plant


def set_annotation(entry: str, value: Any) -> Plant:
    """The first annotation says otherwise; None takes the entry away."""

    def plant(file: pikepdf.Pdf) -> None:
        page = next(page for page in file.pages if page.get("/Annots", []))
        if value is None:
            del page.Annots[0][entry]
        else:
            page.Annots[0][entry] = value

    return plant


def set_root(entry: str, value: Any) -> Plant:
    """The catalog says otherwise; None takes the entry away."""

    def plant(file: pikepdf.Pdf) -> None:
        if value is None:
            del file.Root[entry]
        else:
            file.Root[entry] = value

    return plant


def drop_a_kid(file: pikepdf.Pdf) -> None:
    element = first(file, "P", lambda element: isinstance(element.K[0], int))
    del element.K[0]


def show_a_mark_twice(file: pikepdf.Pdf) -> None:
    element = first(file, "P", lambda element: isinstance(element.K[0], int))
    element.K.append(element.K[0])


def show_a_mark_that_is_not_there(file: pikepdf.Pdf) -> None:
    first(file, "P", lambda element: isinstance(element.K[0], int)).K.append(9999)


def swap_in_the_parent_tree(file: pikepdf.Pdf) -> None:
    marks = file.Root.StructTreeRoot.ParentTree.Nums[1]
    marks[0], marks[-1] = marks[-1], marks[0]


def lead_an_annotation_elsewhere(file: pikepdf.Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    numbers[-1] = numbers[-3]


def take_away_objr(file: pikepdf.Pdf) -> None:
    del first(file, "Link").K[-1]


def put_objr_into_the_paragraph(file: pikepdf.Pdf) -> None:
    link = first(file, "Link")
    link.P.K.append(link.K[-1])
    del link.K[-1]


def leave_link_text_in_the_paragraph(file: pikepdf.Pdf) -> None:
    link = first(file, "Link", lambda element: element.P.S == "/P")
    kids = link.P.K
    place = next(i for i, kid in enumerate(kids) if isinstance(kid, pikepdf.Dictionary) and kid.objgen == link.objgen)
    kids.insert(place, link.K[0])
    del link.K[0]


def move_a_figure(file: pikepdf.Pdf) -> None:
    """All of them: what is painted in a drawing has no box to compare with."""
    for figure in elements(file, "Figure"):
        box = figure.A.BBox
        box[0], box[2] = float(box[0]) + 20, float(box[2]) + 20


def repeat_a_head(file: pikepdf.Pdf) -> None:
    table = first(file, "Table")
    table.K[1].K.insert(0, table.K[0].K[0])


def mark_a_head_on_two_pages(file: pikepdf.Pdf) -> None:
    cell = first(file, "TH")
    page = next(page for page in file.pages if page.objgen != cell.Pg.objgen)
    cell.K.append(pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page.obj, MCID=0))


def take_away_a_cell(file: pikepdf.Pdf) -> None:
    row = first(file, "TR", lambda row: len(row.K) > 2)
    del row.K[-1]


def take_away_a_label(file: pikepdf.Pdf) -> None:
    del first(file, "L", lambda element: "/A" in element).K[0].K[0]


def body_before_label(file: pikepdf.Pdf) -> None:
    item = first(file, "LI", lambda item: len(item.K) == 2)
    item.K[0], item.K[1] = item.K[1], item.K[0]


def change_the_info_title(file: pikepdf.Pdf) -> None:
    file.docinfo["/Title"] = "Un autre titre"


def hide_the_title(file: pikepdf.Pdf) -> None:
    del file.Root.ViewerPreferences["/DisplayDocTitle"]


def rename_a_bookmark(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        outline.root[0].title = "Ailleurs"


def lead_a_bookmark_elsewhere(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        outline.root[0].destination = pikepdf.Array([file.pages[-1].obj, pikepdf.Name.XYZ, 0, 0, 0])


def drop_tab_order(file: pikepdf.Pdf) -> None:
    del next(page for page in file.pages if page.get("/Annots", []))["/Tabs"]


def swap_paragraphs(file: pikepdf.Pdf) -> None:
    kids = first(file, "Sect", lambda element: [str(kid.S) for kid in element.K].count("/P") > 1).K
    one, other = [place for place, kid in enumerate(kids) if kid.S == "/P"][:2]
    kids[one], kids[other] = kids[other], kids[one]


def say_other_words_of_a_figure(file: pikepdf.Pdf) -> None:
    first(file, "Figure").Alt = "Une image"


def wrong_link_target(file: pikepdf.Pdf) -> None:
    annotations = (item for page in file.pages for item in page.get("/Annots", []))
    next(item for item in annotations if "/A" in item).A.URI = "www.exemple.fr"


Check = Callable[..., list[str]]
FAULTS: tuple[tuple[Check, str, Plant], ...] = (
    (structure.marks_and_texts_are_nested, "EMC inside the text", rewrite(r"ET\s+EMC", "EMC\nET")),
    (
        structure.marks_and_texts_are_nested,
        "mark in a mark",
        rewrite(r"BDC\s+BT", "BDC /Span <</MCID 900>> BDC EMC BT"),
    ),
    (structure.marks_and_texts_are_nested, "mark left open", rewrite(r"EMC\s*$", "")),
    (structure.all_that_is_drawn_is_marked, "text", add_to_page("BT %FONT 9 Tf 1 0 0 1 90 400 Tm (a) Tj ET")),
    (structure.all_that_is_drawn_is_marked, "rectangle", add_to_page("0 0 9 9 re f")),
    (structure.marks_belong_to_one_element, "mark of no element", drop_a_kid),
    (structure.marks_belong_to_one_element, "mark of two elements", show_a_mark_twice),
    (structure.marks_belong_to_one_element, "no such mark", show_a_mark_that_is_not_there),
    (structure.the_parent_tree_leads_back, "two marks swapped", swap_in_the_parent_tree),
    (structure.the_parent_tree_leads_back, "annotation of another", lead_an_annotation_elsewhere),
    (structure.furniture_is_an_artifact, "folio of no kind", rewrite("/Pagination /Subtype /Footer", "/Layout")),
    (
        structure.furniture_is_an_artifact,
        "tagged text in the foot",
        add_to_page("/P <</MCID 900>> BDC BT %FONT 9 Tf 1 0 0 1 90 20 Tm (a) Tj ET EMC"),
    ),
    (structure.links_hold_their_annotation, "no OBJR", take_away_objr),
    (structure.links_hold_their_annotation, "OBJR outside the Link", put_objr_into_the_paragraph),
    (structure.link_text_is_in_the_link, "text left in P", leave_link_text_in_the_paragraph),
    (structure.link_text_is_in_the_link, "area elsewhere", set_annotation("/Rect", pikepdf.Array([0, 0, 5, 5]))),
    (structure.links_say_what_they_are, "no Contents", set_annotation("/Contents", None)),
    (structure.links_say_what_they_are, "address without scheme", wrong_link_target),
    (structure.figures_have_their_place_and_their_words, "no BBox", without("Figure", "/A")),
    (structure.figures_have_their_place_and_their_words, "no Alt", without("Figure", "/Alt")),
    (structure.figures_have_their_place_and_their_words, "BBox elsewhere", move_a_figure),
    (structure.header_rows_are_marked_once, "repeated row", repeat_a_head),
    (structure.header_rows_are_marked_once, "row on two pages", mark_a_head_on_two_pages),
    (structure.tables_are_regular_and_have_heads, "no Scope", without("TH", "/A")),
    (structure.tables_are_regular_and_have_heads, "missing cell", take_away_a_cell),
    (structure.tables_are_regular_and_have_heads, "cell that is none", rename("TD", "P")),
    (structure.lists_have_items_labels_and_bodies, "no label", take_away_a_label),
    (structure.lists_have_items_labels_and_bodies, "body before label", body_before_label),
    (structure.lists_have_items_labels_and_bodies, "paragraph in a list", rename("LI", "P")),
    (structure.lists_have_items_labels_and_bodies, "item without list", rename("L", "Div")),
    (structure.contents_are_tagged_as_such, "no TOC", rename("TOC", "L")),
    (structure.contents_are_tagged_as_such, "entry that is none", rename("TOCI", "P")),
    (structure.contents_are_tagged_as_such, "entry that refers to nothing", rename("Reference", "Span")),
    (structure.headings_skip_no_level, "level skipped", rename("H2", "H4")),
    (structure.headings_skip_no_level, "no H1 first", rename("H1", "H2")),
    (structure.the_title_is_said_once, "another title in Info", change_the_info_title),
    (structure.the_title_is_said_once, "title not shown", hide_the_title),
    (structure.labels_are_the_printed_folios, "no labels", set_root("/PageLabels", None)),
    (
        structure.labels_are_the_printed_folios,
        "roman",
        set_root("/PageLabels", pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r)])),
    ),
    (
        structure.labels_are_the_printed_folios,
        "folio of another page",
        rewrite(r"(/Footer>> BDC.*?)\(\d+\) Tj", r"\1(1) Tj"),
    ),
    (structure.bookmarks_lead_to_headings, "another title", rename_a_bookmark),
    (structure.bookmarks_lead_to_headings, "another page", lead_a_bookmark_elsewhere),
    (structure.bookmarks_lead_to_headings, "none", set_root("/Outlines", None)),
    (structure.tab_order_is_the_structures, "no Tabs", drop_tab_order),
    (fidelity.the_reading_order_is_the_trees, "paragraphs swapped", swap_paragraphs),
    (fidelity.the_reading_order_is_the_trees, "paragraph lost", drop_a_kid),
    (fidelity.headings_are_the_trees, "wrong level", rename("H3", "H2")),
    (fidelity.headings_are_the_trees, "heading that is none", rename("H2", "P")),
    (fidelity.passages_have_their_language, "passage without language", without("Span", "/Lang")),
    (fidelity.passages_have_their_language, "another language", set_root("/Lang", pikepdf.String("en"))),
    (fidelity.pictures_have_their_alternative_text, "other words", say_other_words_of_a_figure),
    (fidelity.elements_are_the_trees, "quotation that is none", rename("BlockQuote", "Div")),
)
"""The check that must find the fault, what the fault is, and how it is planted."""
