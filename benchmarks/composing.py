"""A collection's guide, from its files to its tree: the way that every build goes, without what a build remembers."""

import datetime

from terrinclus_publish.build.documents import FicheDocument
from terrinclus_publish.build.review import review_guide
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.tree import Element, Metadata


def compose_guide(collection: Collection) -> tuple[Element, Metadata]:
    """Read, check and compose. Raises ValueError with the faults that keep the guide from being made."""
    review = review_guide(collection)
    if review.guide is None or review.errors:
        raise ValueError([fault.message for fault in review.errors])
    guide = review.guide.model
    entries = [Entry(name, review.fiches[name].model, rank, rank + 1) for rank, name in enumerate(guide.fiches)]
    date = datetime.date(guide.edition.annee, guide.edition.mois, 1)
    metadata = Metadata(guide.titre, guide.editeur.nom, guide.langue, guide.programme.nom, date)
    return Composer(collection).guide(guide, entries), metadata


def compose_documents(collection: Collection) -> dict[str, tuple[Element, Metadata]]:
    """Every sheet alone, then the guide, by their names. Raises ValueError as ``compose_guide`` does."""
    review, composer = review_guide(collection), Composer(collection)
    if review.guide is None or review.errors:
        raise ValueError([fault.message for fault in review.errors])
    guide = review.guide.model
    sheets = [
        FicheDocument(Entry(name, review.fiches[name].model, rank), guide) for rank, name in enumerate(guide.fiches)
    ]
    documents = {sheet.name: (sheet.compose(composer), sheet.metadata()) for sheet in sheets}
    return {**documents, "guide": compose_guide(collection)}
