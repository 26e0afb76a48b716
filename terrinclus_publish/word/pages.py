"""Pages: their size and margins, running heads and page numbers, the sections that start on a new page."""

from dataclasses import dataclass, field, replace

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.job import Place
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import local_name, qualified, spec, w
from terrinclus_publish.word.pictures import cloth_strip
from terrinclus_publish.word.story import Story

ODD, EVEN, FIRST = "default", "even", "first"


@dataclass
class Section:
    """A section's properties in the making: ``start`` says on which page it starts."""

    theme: Theme
    start: str = "nextPage"
    columns: int = 1
    bare_first: bool = False
    """No running head on the first page."""
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
                top=twips(margins.haut),
                right=twips(margins.droite),
                bottom=twips(margins.bas),
                left=twips(margins.gauche),
                header=twips(page.tete),
                footer=twips(page.pied),
                gutter="0",
            )
        )
        properties_.append(w("cols", num=str(self.columns), space=twips(page.gouttiere)))
        if self.bare_first:
            properties_.append(w("titlePg"))
        return properties_


def end_section(story: Story, section: Section) -> None:
    """Close a section: its properties stand in its last paragraph, which a table cannot be."""
    if not len(story.body) or local_name(story.body[-1]) != "p":
        story.line("EntreTableaux", before=0)
    own = story.body[-1].find(qualified("w:pPr"))
    own.append(section.element())


def end_document(story: Story, section: Section) -> None:
    """Close the last section, whose properties end the body."""
    if local_name(story.body[-1]) == "tbl":
        story.line("EntreTableaux", before=0)
    story.body.append(section.element())


def running_heads(place: Place, section: Section, mark: str, right: str, left: str) -> None:
    """Give a section its running heads: its mark, then a text of right pages and one of left pages; and its folios."""
    package = place.job.package
    for kind, text in ((ODD, right), (EVEN, left)):
        part = package.running_part("header")
        _head(Story(replace(place, part=part), part.element), mark, text)
        relation = package.running_relation(part, "header")
        section.references.append(_reference("headerReference", kind, relation))
    folios(place, section)


def folios(place: Place, section: Section) -> None:
    """Give a section its page numbers, at the outer edge; its first page, a right one, too."""
    package, relations = place.job.package, {}
    for kind, side in ((ODD, "right"), (EVEN, "left")):
        part = package.running_part("footer")
        line = Story(replace(place, part=part), part.element).line("Footer", jc=spec("jc", val=side))
        line.page_number()
        relations[kind] = package.running_relation(part, "footer")
    for kind in (ODD, EVEN, FIRST):
        relation = relations.get(kind, relations[ODD])
        section.references.append(_reference("footerReference", kind, relation))


def _head(story: Story, mark: str, text: str) -> None:
    swatch = story.theme.page.courant
    line = story.line("Header")
    if story.place.palette.accent == story.place.dye.rvb:
        cloth_strip(line, swatch.largeur, 4, swatch.hauteur / 4)
        line.write("  ")
    line.write(mark, "Repere").tab().write(text)


def _reference(tag: str, kind: str, relation: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(qualified("r:id"), relation)
    return reference

