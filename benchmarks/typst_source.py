"""Our HTML tree as a Typst source: the same texts, headings, tables, lists, boxes, links, contents and index.

As many paragraphs, lists and tables as in ours, as many page numbers to find. Our cloth, icons, tabs and drawings are
left out, to Typst's advantage. Every text is a string, ``#"…";``, so that no sign of a sheet is markup.
"""

from collections.abc import Callable, Iterator

from benchmarks.typst_style import head, quoted, rgb
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import PHRASING, Element, Metadata, classes

STYLES = {
    **{name: name for name in ("surtitre", "chapeau", "signature", "note", "etiquette")},
    "sous-titre": "sous_titre",
    "edition": "couverture_texte",
    "texte-quatrieme": "quatrieme",
    "source": "note",
    "personne": "rangee",
    "coordonnees": "rangee",
}
"""Classes of paragraphs, and their styles."""
EVEN = {"chiffres", "donnees", "demarches"}
"""Tables whose columns are all as wide; in others, those of amounts are as wide as these."""


def to_typst(tree: Element, metadata: Metadata, theme: Theme) -> str:
    """The source of a document that Typst compiles."""
    writer = _Writer(theme, {str(element.get("id")) for element in tree.iter() if element.get("id")})
    return head(theme, metadata.title, metadata.author, metadata.language) + writer.block(tree)


class _Writer:
    """Walks a tree; each element has a method, or is made of what it holds."""

    def __init__(self, theme: Theme, ids: set[str]) -> None:
        self._theme, self._ids = theme, ids
        self._blocks: dict[str, Callable[[Element], str]] = {
            "article": self._article,
            "header": self._band,
            "aside": self._box,
            "p": self._paragraph,
            "blockquote": lambda e: f"#quote(block: true)[{self._inside(e)}]\n\n",
            "ul": lambda e: self._list(e, "list"),
            "ol": lambda e: self._list(e, "enum"),
            "dl": self._rows,
            "table": self._table,
            "section": self._section,
            "nav": self._section,
            **{f"h{level}": self._heading for level in range(1, 6)},
        }

    def block(self, element: Element) -> str:
        """An element that stands on its own."""
        write = self._blocks.get(str(element.tag))
        return write(element) if write else self._inside(element)

    def _inside(self, element: Element) -> str:
        """What an element holds: blocks one under the other, or a line of text."""
        if all(child.tag in PHRASING for child in element):
            return self._line(element)
        return "".join(self.block(child) for child in element)

    def _line(self, element: Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        if element.text:
            yield _text(element.text)
        for child in element:
            yield self._phrase(child)
            if child.tail:
                yield _text(child.tail)

    def _phrase(self, element: Element) -> str:
        inner = self._line(element)
        match element.tag:
            case "strong":
                return f"#strong[{inner}];"
            case "em":
                return f"#emph[{inner}];"
            case "sup":
                return f"#super[{inner}];"
            case "br":
                return "#linebreak();"
            case "a":
                return self._link(str(element.get("href")), inner)
            case "img":
                return (
                    f"#image({quoted('/sheets/' + str(element.get('src')))}, alt: {quoted(str(element.get('alt')))});"
                )
        if target := element.get("data-renvoi"):
            return f"#box(width: 1fr, align(right, folio(<{target}>)));"
        if language := element.get("lang"):
            return f"#text(lang: {quoted(language)})[{inner}];"
        return inner

    def _link(self, address: str, inner: str) -> str:
        if address.startswith("#"):
            return f"#link(<{address[1:]}>)[{inner}];" if address[1:] in self._ids else inner
        return f"#link({quoted(address)})[{inner}];"

    def _styled(self, style: str, inner: str) -> str:
        return f"#st-{style}(accent)[{inner}];"

    def _label(self, element: Element) -> str:
        return f" <{name}>" if (name := element.get("id")) else ""

    def _article(self, element: Element) -> str:
        dye = rgb(self._theme.dye(int(str(element.get("data-teinte")))).rvb)
        opening = (
            '#pagebreak(weak: true, to: "odd")\n'
            f"#let accent = {dye}\n"
            f"#landmark.update({quoted(str(element.get('data-repere', '')))})"
            f"#recto.update({quoted(str(element.get('data-courant-recto')))})"
            f"#verso.update({quoted(str(element.get('data-courant-verso')))})"
            f"#metadata(none){self._label(element)}\n"
        )
        return opening + self._inside(element)

    def _section(self, element: Element) -> str:
        """A section of a sheet flows on, as do chapters one after the other; others of the guide start a page."""
        names = classes(element)
        parent = element.getparent()
        if parent is None or parent.tag != "div" or names == ["fiches"]:
            return self._inside(element)
        before = element.getprevious()
        flows_on = before is None or {"liminaire"} & set(names) & set(classes(before))
        start = "" if flows_on else "#pagebreak(weak: true)\n"
        running = quoted(str(element.get("data-courant-recto", "")))
        opening = f"{start}#recto.update({running})#verso.update({running})#metadata(none){self._label(element)}\n"
        inner = self._inside(element)
        return opening + (f"#wide[{inner}]\n" if element.tag == "nav" or "index" in names else inner)

    def _band(self, element: Element) -> str:
        return f"#v(-{self._theme.page.marges.haut}mm)#band(accent)[{self._inside(element)}]\n\n"

    def _heading(self, element: Element) -> str:
        level = str(element.tag)[1:]
        if "titre-encart" in classes(element):
            style = "encart_titre"
        elif level == "1":
            style = "titre" if _parent(element).tag == "header" else "h2"
        else:
            style = {"2": "h2", "3": "h3"}.get(level, "h4")
        outlined = "false" if style == "encart_titre" else "true"
        text = self._styled(style, self._line(element))
        heading = (
            f"#heading(level: {level}, outlined: {outlined}, bookmarked: {outlined})[{text}]{self._label(element)}"
        )
        return f"#wide[{heading}]\n" if level == "2" else f"{heading}\n"

    def _paragraph(self, element: Element) -> str:
        inner = self._line(element)
        for name in classes(element):
            inner = self._styled(STYLES[name], inner) if name in STYLES else inner
        return f"#par[{inner}]\n"

    def _list(self, element: Element, kind: str) -> str:
        items = "".join(f"[{self._inside(item)}]," for item in element)
        return f"#{kind}({items})\n"

    def _rows(self, element: Element) -> str:
        cells = "".join(
            f"[{self._styled('rangee_label', self._line(cell))}]," if cell.tag == "dt" else f"[{self._inside(cell)}],"
            for row in element
            for cell in row
        )
        return f"#rows({cells})\n"

    def _box(self, element: Element) -> str:
        return f"#boxed[{self._inside(element)}]\n"

    def _table(self, element: Element) -> str:
        kind = classes(element)[0]
        caption = element.find("caption")
        heads = [f"table.header({self._cells(part)})" for part in element.findall("thead")]
        bodies = [self._cells(part) for name in ("tbody", "tfoot") for part in element.findall(name)]
        count = max(sum(int(cell.get("colspan", "1")) for cell in row) for row in element.iter("tr"))
        columns = "1fr," * count if kind in EVEN else "1fr," + "auto," * (count - 1)
        above = f"#par[{self._styled('legende_tableau', self._line(caption))}]\n" if caption is not None else ""
        rule = f"(x: none, top: none, bottom: {self._theme.filets.tableau}pt + accent)"
        return f"{above}#wide(table(columns: ({columns}), stroke: {rule}, {', '.join([*heads, *bodies])}))\n"

    def _cells(self, part: Element) -> str:
        return ", ".join(self._cell(cell) for row in part.findall("tr") for cell in row)

    def _cell(self, cell: Element) -> str:
        names = classes(cell)
        figures = "chiffres" in classes(_table_of(cell))
        style = "tableau_ligne" if cell.tag == "th" else "tableau"
        if figures:
            style = "chiffre" if cell.tag == "th" else "legende_chiffre"
        options = [f"colspan: {cell.get('colspan')}"] if cell.get("colspan") else []
        options += ["align: right"] if "montant" in names else []
        return f"table.cell({', '.join(options)})[{self._styled(style, self._line(cell))}]"


def _text(text: str) -> str:
    return f"#{quoted(text)};"


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def _table_of(cell: Element) -> Element:
    return next(ancestor for ancestor in cell.iterancestors("table"))
