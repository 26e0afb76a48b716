"""The documents that may be printed: sheets and the guide, once they are without errors."""

from collections.abc import Sequence
from pathlib import Path

from terrinclus_publish.build.documents import FicheDocument, GuideDocument, guide_document
from terrinclus_publish.build.review import review_fiches, review_guide
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Entry
from terrinclus_publish.faults import FaultsError


def printable_guide(collection: Collection) -> GuideDocument:
    """The guide. Raises FaultsError on errors in it or in one of its sheets."""
    review = review_guide(collection)
    if review.errors or review.guide is None:
        raise FaultsError(review.errors)
    return guide_document(review.guide.model, {name: source.model for name, source in review.fiches.items()})


def printable_sheets(collection: Collection, files: Sequence[Path]) -> list[FicheDocument]:
    """Sheets, each with the dye that it has in the guide. Raises FaultsError on errors in one of them."""
    review = review_fiches(collection, files)
    if review.errors:
        raise FaultsError(review.errors)
    guide = review.guide.model if review.guide else None
    listed = list(guide.fiches) if guide else []
    others = sorted({file.stem for file in collection.sheet_files()} - set(listed))
    ranks = {name: rank for rank, name in enumerate([*listed, *others])}
    return [FicheDocument(Entry(name, source.model, ranks[name]), guide) for name, source in review.fiches.items()]
