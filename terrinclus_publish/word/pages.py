"""Pages: their size and margins, running heads and page numbers, the sections that start on a new page."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.job import Place
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import local_name, qualified, spec, w
from terrinclus_publish.word.parts import part
from terrinclus_publish.word.pictures import cloth_strip
from terrinclus_publish.word.story import Story

ODD, EVEN, FIRST = "default", "even", "first"


@dataclass(frozen=True, slots=True)
class Head:
    """A running head: its mark (« Fiche 6 »), then the text of right pages and that of left ones."""

    mark: str
    right: str
    left: str
    style: str = ""
    """Where it is named, the head is the page's first title of that style instead; Word looks for it."""

    @classmethod
    def of(cls, element: Element, mark: str, longest: int) -> "Head":
        """The running head of an element of the tree; a right one of more signs gives way to the left one."""
        right = element.get("data-courant-recto", "")
        left = element.get("data-courant-verso", right)
        return cls(mark, right if len(right) <= longest else left, left)


@dataclass
class Section:
    """A section's properties in the making: ``start`` says on which page it starts."""

    theme: Theme
    start: str = "nextPage"
    in_columns: bool = False
    """In the three columns of the page's grid."""
    bare_first: bool = False
    """No running head on the first page."""
    raised_first: bool = False
    """The first page's text starts where a running head would stand; elsewhere the head brings it down to its place.

    Not for sections that start on odd pages: LibreOffice takes their second page for a first one too.
    """
    references: list[Element] = field(default_factory=list)

    def element(self) -> Element:
        """``w:sectPr``."""
        page = self.theme.page
        margins = page.marges
        width, height = page.format
        properties_ = w("sectPr", *self.references, w("type", val=self.start))
        properties_.append(w("pgSz", w=twips(width), h=twips(height)))
        properties_.append(
            w(
                "pgMar",
                top=twips(page.tete if self.raised_first else margins.haut),
                right=twips(margins.droite),
                bottom=twips(margins.bas),
                left=twips(margins.gauche),
                header=twips(page.tete),
                footer=twips(page.pied),
                gutter="0",
            )
        )
        properties_.append(self._columns())
        if self.bare_first:
            properties_.append(w("titlePg"))
        return properties_

    def _columns(self) -> Element:
        """One column, or those of the page's grid."""
        page, gap = self.theme.page, twips(self.theme.page.gouttiere)
        if not self.in_columns:
            return w("cols", space=gap)
        ends = [*(left - page.gouttiere for left in page.grille[1:]), page.format[0] - page.marges.droite]
        widths = [twips(end - left) for left, end in zip(page.grille, ends, strict=True)]
        columns = [w("col", w=width, space=gap) for width in widths[:-1]]
        return w("cols", *columns, w("col", w=widths[-1]), num=str(len(widths)), space=gap, equalWidth="0")


def end_section(story: Story, section: Section) -> None:
    """Close a section: its properties stand in its last paragraph, which a table cannot be."""
    if not len(story.body) or local_name(story.body[-1]) != "p":
        story.line("EntreTableaux", before=0)
    part(story.body[-1], qualified("w:pPr")).append(section.element())


def end_document(story: Story, section: Section) -> None:
    """Close the last section, whose properties end the body."""
    if local_name(story.body[-1]) == "tbl":
        story.line("EntreTableaux", before=0)
    story.body.append(section.element())


def chapter_heads(place: Place, section: Section, head: Head) -> None:
    """Give a section of the guide its running heads and folios."""
    _running_heads(place, section, head, lambda line: None)


def sheet_heads(place: Place, section: Section, head: Head) -> None:
    """Give a sheet its running heads, which start with its cloth, and its folios."""
    _running_heads(place, section, head, _swatch)


def _running_heads(place: Place, section: Section, head: Head, start: Callable[[Line], None]) -> None:
    package = place.job.package
    for kind, text in ((ODD, head.right), (EVEN, head.left)):
        part = package.running_part("header")
        line = Story(replace(place, part=part), part.element).line("Header")
        start(line)
        line.write(head.mark, "Repere").tab()
        if head.style:
            line.title_reference(head.style, text)
        else:
            line.write(text)
        relation = package.running_relation(part, "header")
        section.references.append(_reference("headerReference", kind, relation))
    folios(place, section)


def _swatch(line: Line) -> None:
    swatch = line.place.job.theme.page.courant
    cloth_strip(line, swatch.largeur, swatch.rangs, swatch.hauteur / swatch.rangs)
    line.write("  ")


def bare_pages(place: Place, section: Section) -> None:
    """Take running heads and folios away: without heads of its own, a section goes on with those before it."""
    package = place.job.package
    for kind in ("header", "footer"):
        part = package.running_part(kind)
        Story(replace(place, part=part), part.element).line("Header" if kind == "header" else "Footer")
        relation = package.running_relation(part, kind)
        for pages in (ODD, EVEN):
            section.references.append(_reference(f"{kind}Reference", pages, relation))


def folios(place: Place, section: Section) -> None:
    """Give a section its page numbers, at the outer edge; its first page, a right one, too."""
    package = place.job.package
    relations: dict[str, str] = {}
    for kind, side in ((ODD, "right"), (EVEN, "left")):
        part = package.running_part("footer")
        line = Story(replace(place, part=part), part.element).line("Footer", direct={"jc": spec("jc", val=side)})
        line.page_number()
        relations[kind] = package.running_relation(part, "footer")
    if section.bare_first:
        relations[FIRST] = relations[ODD]
    for kind, relation in relations.items():
        section.references.append(_reference("footerReference", kind, relation))


def _reference(tag: str, kind: str, relation: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(qualified("r:id"), relation)
    return reference
