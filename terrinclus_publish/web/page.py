"""The page around a sheet's tree, and what a browser needs in it: icons, pictures, tables that scroll."""

import copy

from lxml import etree

from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, Metadata, classes, text_of
from terrinclus_publish.vocabulary import load_labels
from terrinclus_publish.web.bars import add_bars
from terrinclus_publish.web.pictures import embed_pictures
from terrinclus_publish.web.style import style_sheet
from terrinclus_publish.web.svg import icon_svg

MAIN = "contenu"
"""The id that the skip link leads to."""


def render(tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """The page of a sheet (``article.fiche``) in UTF-8: no script, no request. ``tree`` is left as it is.

    Raises FaultsError when a picture cannot be read any more.
    """
    article = copy.deepcopy(tree)
    article.tail = None
    _mark_long_title(article, theme)
    _add_icons(article)
    _let_tables_scroll(article)
    widths = add_bars(article)
    embed_pictures(article, collection)
    css = widths + collection.template("fiche.css").read_text("utf-8")
    page = etree.Element("html", lang=metadata.language)
    page.append(_head(metadata, style_sheet(css, theme, int(article.get("data-teinte", "0")))))
    page.append(_body(article, load_labels(collection, metadata.language).text("web.evitement")))
    return etree.tostring(page, encoding="unicode", method="html", doctype="<!DOCTYPE html>").encode() + b"\n"


def _head(metadata: Metadata, css: str) -> Element:
    head = etree.Element("head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    title = etree.SubElement(head, "title")
    title.text = " – ".join(part for part in (metadata.title, metadata.subject) if part)
    etree.SubElement(head, "meta", name="author", content=metadata.author)
    if metadata.date is not None:
        etree.SubElement(head, "meta", name="dcterms.date", content=metadata.date.isoformat())
    style = etree.SubElement(head, "style")
    style.text = css
    return head


def _body(article: Element, skip: str) -> Element:
    body = etree.Element("body")
    link = etree.SubElement(body, "a", {"class": "evitement", "href": f"#{MAIN}"})
    link.text = skip
    main = etree.SubElement(body, "main", id=MAIN)
    main.append(article)
    return body


def _mark_long_title(article: Element, theme: Theme) -> None:
    """A long title is set smaller, as on paper."""
    for title in article.iter("h1"):
        if len(text_of(title)) > theme.titres.titre_court:
            title.set("class", "long")


def _add_icons(article: Element) -> None:
    """Each tile and axis gets its icon, which screen readers pass over: the name stands beside it."""
    for element in list(article.iter("li", "h3")):
        name = element.get("data-icone")
        if name is not None:
            icon = icon_svg(name)
            icon.tail, element.text = element.text, None
            element.insert(0, icon)


def _let_tables_scroll(article: Element) -> None:
    """A table of three columns or more scrolls by itself on a small screen, also with the keyboard (WCAG 2.1.1)."""
    for table in list(article.iter("table")):
        width = max(len(row) for row in table.iter("tr"))
        if "chiffres" in classes(table) or width < 3:
            continue
        frame = etree.Element("div", {"class": "defilement", "role": "region", "tabindex": "0"})
        frame.set("aria-label", _table_name(table))
        table.addprevious(frame)
        frame.append(table)


def _table_name(table: Element) -> str:
    """A table's caption, else the heading that it stands under."""
    caption = table.find("caption")
    heading = caption if caption is not None else next(table.itersiblings("h3", "h2", preceding=True), None)
    return text_of(heading) if heading is not None else ""
