"""Carries out orders, in whatever process: the only part of a build that reads sheets and calls renderers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from lxml import etree

from terrinclus_publish.build.design import sound_theme
from terrinclus_publish.build.documents import Document, FicheDocument, guide_document
from terrinclus_publish.build.formats import Format
from terrinclus_publish.build.mishaps import told
from terrinclus_publish.build.orders import (
    Answer,
    FicheMaking,
    GuideFacts,
    GuideMaking,
    GuideOrder,
    GuideReviewed,
    Order,
    Product,
    Reviewed,
    ReviewOrder,
)
from terrinclus_publish.build.parcel import Place
from terrinclus_publish.build.rendering import render_all
from terrinclus_publish.build.review import Review, review_fiches
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.faults import Fault
from terrinclus_publish.models import Fiche, Guide, texts
from terrinclus_publish.reading import read
from terrinclus_publish.tree import Element

_ONE_AT_A_TIME = Lock()
"""A Dask worker may have several threads; ReportLab's fonts are shared by all of them."""
PICTURE_FIELDS = ("fichier", "logo")


def carry_out(order: Order, place: Place) -> Answer:
    """Do what an order asks. Raises FaultsError on a broken theme or vocabulary."""
    with _ONE_AT_A_TIME:
        collection = place.open()
        match order:
            case ReviewOrder():
                return review_sheets(order, collection)
            case GuideOrder():
                return review_guide_file(order, collection)
            case FicheMaking():
                return make_fiche(order, collection)
            case GuideMaking():
                return make_guide(order, collection)


def review_sheets(order: ReviewOrder, collection: Collection) -> tuple[Reviewed, ...]:
    """Read and check sheets."""
    review = review_fiches(collection, [collection.root / file for file in order.files])
    pictures = {source.shown: _pictures(source.model) for source in review.fiches.values()}
    return tuple(Reviewed(file, _faults_of(file, review), pictures.get(file, ())) for file in order.files)


def review_guide_file(order: GuideOrder, collection: Collection) -> GuideReviewed:
    """Read ``guide.yaml``, and check it against its sheets where that is asked for."""
    review = review_fiches(collection, [collection.guide_file] if order.against_sheets else [])
    return GuideReviewed(_facts(review.guide.model) if review.guide else None, review.guide_faults)


def make_fiche(order: FicheMaking, collection: Collection) -> Product:
    """Make a sheet alone, in each format."""
    try:
        model = read(collection.root / order.file, collection.root, Fiche).model
        document = FicheDocument(Entry(order.name, model, order.rank), _guide(collection))
        tree = document.compose(Composer(collection))
        return _rendered(document, tree, order.forms, order.epoch, collection)
    except Exception as error:  # a fault of one document, even of ours, stops no other
        return _failed(order.name, order.forms, error)


def make_guide(order: GuideMaking, collection: Collection) -> Product:
    """Make the guide, with its sheets' trees where they are known."""
    try:
        guide = _guide(collection)
        if guide is None:
            raise FileNotFoundError(2, "No such file", str(collection.guide_file))
        fiches = {Path(file).stem: read(collection.root / file, collection.root, Fiche).model for file in order.files}
        document, composer = guide_document(guide, fiches), Composer(collection)
        sheets = {name: etree.fromstring(tree) for name, tree in order.trees.items()}
        unknown = [entry for entry in document.entries if entry.nom not in sheets]
        sheets |= {entry.nom: composer.fiche(entry, guide) for entry in unknown}
        trees = {entry.nom: etree.tostring(sheets[entry.nom], encoding="utf-8") for entry in unknown}
        tree = composer.guide(guide, document.entries, sheets)
        return replace(_rendered(document, tree, order.forms, order.epoch, collection), trees=trees)
    except Exception as error:  # as above
        return _failed("guide", order.forms, error)


def _rendered(
    document: Document, tree: Element, forms: Sequence[Format], epoch: str, collection: Collection
) -> Product:
    files, seconds, faults = dict[Format, bytes](), dict[Format, float](), dict[Format, tuple[Fault, ...]]()
    theme = sound_theme(collection)
    for form, result, elapsed in render_all(document, tree, forms, document.metadata(epoch), theme, collection):
        if isinstance(result, bytes):
            files[form], seconds[form] = result, elapsed
        else:
            faults[form] = result
    return Product(document.name, files, seconds, faults)


def _failed(name: str, forms: Sequence[Format], error: Exception) -> Product:
    return Product(name, faults={form: told(error, name) for form in forms[:1]})


def _guide(collection: Collection) -> Guide | None:
    if not collection.guide_file.is_file():
        return None
    return _read_guide(collection, collection.guide_file.read_bytes())


@lru_cache(maxsize=2)
def _read_guide(collection: Collection, content: bytes) -> Guide:
    """The guide of a content: every sheet needs it."""
    return read(collection.guide_file, collection.root, Guide).model


def _facts(guide: Guide) -> GuideFacts:
    edition = f"{guide.edition.annee}-{guide.edition.mois}" if guide.edition else ""
    programme = "\n".join([guide.programme.nom, guide.programme.etude or ""])
    return GuideFacts(programme, edition, tuple(guide.fiches), _pictures(guide))


def _pictures(model: Fiche | Guide) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for path, text in texts(model) if path[-1] in PICTURE_FIELDS))


def _faults_of(file: str, review: Review) -> tuple[Fault, ...]:
    return tuple(fault for fault in review.fiche_faults if fault.place.file == file)
