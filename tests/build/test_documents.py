import datetime

import pytest

from terrinclus_publish.build.documents import FicheDocument, document_date, guide_document
from terrinclus_publish.compose import Entry
from terrinclus_publish.models import Edition, Fiche, Guide
from terrinclus_publish.reading import read


@pytest.fixture
def guide(example):
    return read(example.guide_file, example.root, Guide).model


@pytest.fixture
def fiches(example, guide):
    return {name: read(example.sheets / f"{name}.yaml", example.root, Fiche).model for name in guide.fiches}


def test_in_the_guide_sheets_are_numbered_from_1_in_its_order(guide, fiches):
    assert [(entry.nom, entry.numero, entry.teinte) for entry in guide_document(guide, fiches).entries] == [
        ("port-exemple", 1, 0),
        ("ville-modele", 2, 1),
    ]


def test_a_sheet_s_metadata_come_from_it_and_from_the_guide(guide, fiches):
    documents = [FicheDocument(Entry(name, fiche, 0), guide) for name, fiche in fiches.items()]
    port, ville = (document.metadata() for document in documents)
    assert (port.title, port.author, port.subject) == ("Le quai des deux rives", "Camille Modèle", "QUAIS")
    assert (ville.author, ville.language, ville.date) == ("Ville de Modèle", "fr", datetime.date(2023, 3, 1))
    assert "d’enfant" in ville.title


def test_without_a_guide_a_sheet_has_no_programme(fiches):
    metadata = FicheDocument(Entry("ville-modele", fiches["ville-modele"], 1), None).metadata("1700000000")
    assert (metadata.subject, metadata.date) == ("", datetime.date(2023, 11, 14))


def test_the_guide_s_author_is_its_publisher(guide, fiches):
    assert guide_document(guide, fiches).metadata().author == "Département des Exemples"


@pytest.mark.parametrize(
    ("edition", "epoch", "expected"),
    [
        (Edition(annee=2017, mois=7), "0", datetime.date(2017, 7, 1)),
        (None, "1700000000", datetime.date(2023, 11, 14)),
        (None, "", None),
        (None, "demain", None),
    ],
)
def test_a_document_s_date_is_the_edition_s_then_source_date_epoch_never_the_clock(edition, epoch, expected):
    assert document_date(edition, epoch) == expected
