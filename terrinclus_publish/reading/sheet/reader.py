"""A document to a sheet, and what its author should know of how it was read."""

from dataclasses import dataclass, field

from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard
from terrinclus_publish.prose import Paragraph, Span
from terrinclus_publish.reading.document import Comment, Document, lines_of
from terrinclus_publish.reading.sheet.fitting import fitted
from terrinclus_publish.reading.sheet.joining import with_continued, with_typed_items
from terrinclus_publish.reading.sheet.making import REQUIRED
from terrinclus_publish.reading.sheet.money import TO_EXPLAIN
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.sheet.walk import SHARED, Walk
from terrinclus_publish.stylenames import role_of
from terrinclus_publish.writing import amount

_SHORT = 12
"""Signs: a title of an acronym and a word or two says nothing of how its author writes."""


@dataclass
class Imported:
    """A sheet that was read."""

    fiche: Fiche
    pictures: dict[str, bytes]
    """Content of each new picture by its name, from the folder of the sheets."""
    comments: list[Comment]
    notices: list[str]
    headings: list[str] = field(default_factory=list)
    """Uniform headings and labels as the document words them: they are the layout's, and no field holds them."""
    missing: list[str] = field(default_factory=list)
    """Required fields that the document lacks."""

    @property
    def is_blank(self) -> bool:
        """Whether the document fills no field at all."""
        said = {name: value for name, value in data_of(self.fiche).items() if name != "langue"}
        return not self.pictures and said == data_of(Fiche.model_validate(REQUIRED))


def read_sheet(document: Document, standard: Standard, pictures: Pictures) -> Imported:
    """The sheet that a document holds. Nothing is dropped: what has no place in a field stands in ``a_classer``."""
    walk = Walk(standard, pictures, has_our_styles(document))
    for item in with_continued(with_typed_items(document.items)):
        walk.item(item)
    data, missing = walk.finish(document.language)
    fiche, left = fitted(data, REQUIRED)
    if left:
        passages = [
            {"texte": standard.blocks([Paragraph((Span(words),))]), "ou": f"n'entre pas dans « {field} »"}
            for field, words in left
        ]
        fiche = Fiche.model_validate({**data_of(fiche), "a_classer": [*data_of(fiche).get("a_classer", []), *passages]})
    notices = [*document.notices, *_on_capitals(fiche), *_on_totals(fiche), *_on_pictures(pictures)]
    return Imported(fiche, pictures.new, document.comments, notices, walk.making.headings, missing)


def _on_capitals(fiche: Fiche) -> list[str]:
    if fiche.titre != fiche.titre.upper() or len(fiche.titre) < _SHORT:
        return []
    return ["le titre est en capitales, qui se lisent moins bien : écrivez-le plutôt en minuscules accentuées"]


def _on_totals(fiche: Fiche) -> list[str]:
    """Totals that are not what their lines add up to."""
    pairs = [
        (given, added)
        for table in fiche.financement
        if table.ecart == TO_EXPLAIN
        for given, added in zip(table.totaux, table.sommes, strict=True)
        if given != added
    ]
    return [
        f"le total écrit, {amount(given)}, n'est pas la somme des lignes, {amount(added)} : expliquez « ecart »"
        for given, added in pairs
    ]


def _on_pictures(pictures: Pictures) -> list[str]:
    hidden = [name for name in pictures.new if not pictures.shows(name) and not name.endswith(".svg")]
    return [
        f"l'image sheets/{name} est gardée, mais aucune page ne peut la montrer : enregistrez-la en PNG ou en JPEG"
        for name in hidden
    ]


def has_our_styles(document: Document) -> bool:
    """Whether a document has styles that only our files have."""
    roles = (role_of(line.style) for line in lines_of(document.items))
    return any(role is not None and role.part not in SHARED for role in roles)
