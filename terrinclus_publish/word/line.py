"""A paragraph's content: runs of text, breaks, links, fields, pictures; HTML phrasing to runs."""

from collections.abc import Collection as Names
from dataclasses import dataclass, field, replace

from lxml import etree

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.drawing import inline_picture
from terrinclus_publish.word.faces import Face
from terrinclus_publish.word.formatting import Specs, font_spec, switch
from terrinclus_publish.word.job import Place
from terrinclus_publish.word.language import word_language
from terrinclus_publish.word.ooxml import field_code, field_mark, properties, qualified, spec, text_element, w
from terrinclus_publish.word.signs import bound, run_content
from terrinclus_publish.word.styles import LINK

NO_PAGE = "…"
"""Shown for a page number that is not known yet."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is set."""

    language: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    character: str | None = None
    """A character style."""


@dataclass
class Line:
    """A paragraph that is being filled. ``letters`` is what all its runs set directly."""

    place: Place
    element: Element
    face: Face
    letters: Specs
    holders: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.holders.append(self.element)

    def _plain(self, character: str | None = None) -> Manner:
        """The manner of text that nothing but a character style marks."""
        return Manner(self.place.language, character=character)

    def write(self, text: str, character: str | None = None) -> "Line":
        """Add text, in a character style if one is named."""
        if text:
            self._text(text, self._plain(character))
        return self

    def tab(self, character: str | None = None) -> "Line":
        """Go to the next stop; in a link, a character style keeps the way there from being underlined."""
        self._run([w("tab")], self._plain(character), self.face)
        return self

    def line_break(self) -> "Line":
        """Start a new line of the same paragraph."""
        self._run([w("br")], self._plain(), self.face)
        return self

    def phrasing(self, element: Element, without: Names[str] = (), character: str | None = None) -> "Line":
        """Add what an element says, but for its children of certain classes."""
        language = element.get("lang") or self.place.language
        self._phrasing(element, Manner(language, character=character), without)
        return self

    def heading(self, element: Element, without: Names[str] = ()) -> "Line":
        """Add what a heading says; its two last words stay together when they are short."""
        return self.phrasing(bound(element, self.place.job.theme.titres.lier_derniers), without)

    def picture(self, data: bytes, kind: str, size: tuple[float, float], alternative: str = "") -> "Line":
        """Add a picture in the line; ``size`` in millimetres. Without an alternative text it is decorative."""
        self.cropped_picture(data, kind, size, alternative, (0, 0))
        return self

    def cropped_picture(
        self, data: bytes, kind: str, size: tuple[float, float], alternative: str, crop: tuple[float, float]
    ) -> None:
        """Add a picture of which only a part is shown (see ``inline_picture``)."""
        job = self.place.job
        relation = job.package.picture(self.place.part, data, kind)
        self.holders[-1].append(inline_picture(relation, next(job.pictures), size, alternative, crop))

    def bookmarked(self, identifier: str | None) -> "Line":
        """Put a bookmark for an id of the tree around what the paragraph holds so far."""
        if identifier:
            marks = self.place.job.bookmarks
            number = marks.number()
            start = w("bookmarkStart", id=number, name=marks.name(identifier))
            self.element.insert(1, start)
            self.element.append(w("bookmarkEnd", id=number))
        return self

    def page_number(self) -> "Line":
        """Add the number of the page on which this stands."""
        self._field("PAGE", "1", self._plain())
        return self

    def title_reference(self, style: str, shown: str) -> None:
        """Add the first title of a style on the page, or the last one before; ``shown`` until Word looks for it."""
        name = self.place.job.styles.paragraphs[style].name
        self._field(f'STYLEREF "{name}"', shown, self._plain())

    def page_reference(self, identifier: str, shown: str, character: str | None = None) -> "Line":
        """Add the page number of a bookmark; ``shown`` until Word computes it."""
        name = self.place.job.bookmarks.name(identifier)
        self._field(f"PAGEREF {name} \\h", shown or NO_PAGE, self._plain(character))
        return self

    def open_link(self, address: str) -> None:
        """What is added from here on is a link, up to ``close_link``; ``#id`` leads to a bookmark."""
        link = etree.SubElement(self.element, qualified("w:hyperlink"))
        if address.startswith("#"):
            link.set(qualified("w:anchor"), self.place.job.bookmarks.name(address[1:]))
        else:
            link.set(qualified("r:id"), self.place.job.package.link(self.place.part, address))
        link.set(qualified("w:history"), "1")
        self.holders.append(link)

    def close_link(self) -> None:
        """End the link."""
        self.holders.pop()

    def _phrasing(self, element: Element, manner: Manner, without: Names[str]) -> None:
        if element.text:
            self._text(element.text, manner)
        dropped = False
        for child in element:
            dropped = any(name in without for name in classes(child))
            if not dropped:
                self._child(child, manner)
            if child.tail:
                self._text(child.tail.lstrip(" ") if dropped else child.tail, manner)

    def _child(self, child: Element, manner: Manner) -> None:
        names = classes(child)
        language = child.get("lang")
        inner = replace(manner, language=language) if language else manner
        if child.tag == "br":
            self._run([w("br")], manner, self.face)
        elif child.get("data-renvoi"):
            self.page_reference(child.get("data-renvoi", ""), child.text or "", manner.character)
        elif child.tag == "a":
            self.open_link(child.get("href", ""))
            self._phrasing(child, inner if inner.character else replace(inner, character=LINK), ())
            self.close_link()
        else:
            self._phrasing(child, _marked(child, names, inner), ())

    def _text(self, text: str, manner: Manner) -> None:
        face = self._face(manner)
        for own, signs in face.runs(text):
            self._run(run_content(signs), manner, own)

    def _face(self, manner: Manner) -> Face:
        """The face in which signs are looked up: the character style's, where it names a font."""
        if manner.character is not None:
            style = self.place.job.styles.characters[manner.character]
            if "rFonts" in style.keys:
                return self.place.job.styles.face(style.text)
        return self.face

    def _run(self, content: list[Element], manner: Manner, face: Face) -> None:
        specs = self._specs(manner, face)
        self.holders[-1].append(w("r", properties("rPr", specs), *content) if specs else w("r", *content))

    def _specs(self, manner: Manner, face: Face) -> Specs:
        """What a run sets directly."""
        specs, styles = dict(self.letters), self.place.job.styles
        if manner.character is not None:
            keys = styles.characters[manner.character].keys
            specs = {key: value for key, value in specs.items() if key not in keys}
            specs.update(styles.character_variation(manner.character, self.place.palette))
            specs["rStyle"] = spec("rStyle", val=manner.character)
            if len(self.holders) > 1 and manner.character != LINK:
                specs["u"] = spec("u", val="none")  # LibreOffice underlines every link
        if face.family != self._face(manner).family:
            specs["rFonts"] = font_spec(face)
        if manner.bold and face.has_bold:
            specs["b"] = spec("b")
        if manner.italic:
            specs["i"] = switch("i", not face.italic)
        if manner.raised:
            specs["vertAlign"] = spec("vertAlign", val="superscript")
        if manner.language != self.place.job.language:
            specs["lang"] = spec("lang", val=word_language(manner.language))
        return specs

    def _field(self, code: str, shown: str, manner: Manner) -> None:
        """A field; all its runs are set alike, since Word and LibreOffice each look at another one."""
        for content in (field_mark("begin"), field_code(code), field_mark("separate"), text_element(shown)):
            self._run([content], manner, self.face)
        self._run([field_mark("end")], manner, self.face)


def _marked(child: Element, names: list[str], manner: Manner) -> Manner:
    if child.tag == "strong":
        return replace(manner, bold=True)
    if child.tag == "em":
        return replace(manner, italic=not manner.italic)
    if child.tag == "sup":
        return replace(manner, raised=True)
    return replace(manner, character="Precision") if "precision" in names else manner
