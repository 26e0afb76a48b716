import datetime
from pathlib import Path

import pytest

from terrinclus_publish.build import Format, plan_fiches, plan_guide, review_fiches, review_guide
from terrinclus_publish.build.plan import document_date
from terrinclus_publish.models import Edition

OUT = Path("out")


def add_sheet(collection, name):
    """Another sheet, with the text of an existing one."""
    (collection.sheets / f"{name}.yaml").write_bytes((collection.sheets / "ville-modele.yaml").read_bytes())


def list_in_guide(collection, name):
    text = collection.guide_file.read_text("utf-8")
    collection.guide_file.write_text(text.replace("fiches:\n", f"fiches:\n  - {name}\n", 1), "utf-8")


def dyes(collection):
    jobs = plan_fiches(review_fiches(collection, collection.sheet_files()), [Format.PDF], OUT)
    return {job.name: job.entry.teinte for job in jobs}


def test_a_sheet_alone_has_the_dye_of_its_rank_in_the_guide(example):
    assert dyes(example) == {"port-exemple": 0, "ville-modele": 1}


def test_sheets_outside_the_guide_come_after_in_the_order_of_their_names(example):
    add_sheet(example, "zebre")
    add_sheet(example, "abeille")
    assert dyes(example) == {"port-exemple": 0, "ville-modele": 1, "abeille": 2, "zebre": 3}


def test_a_sheet_keeps_its_dye_whether_others_are_asked_for_or_not(example):
    add_sheet(example, "zebre")
    add_sheet(example, "abeille")
    (job,) = plan_fiches(review_fiches(example, [example.sheets / "zebre.yaml"]), [Format.PDF], OUT)
    assert job.entry.teinte == 3


def test_a_sheet_alone_has_no_number(example):
    jobs = plan_fiches(review_fiches(example, example.sheet_files()), [Format.PDF], OUT)
    assert [job.entry.numero for job in jobs] == [None, None]


def test_in_the_guide_sheets_are_numbered_from_1_in_its_order(example):
    (job,) = plan_guide(review_guide(example), [Format.PDF], OUT)
    assert [(entry.nom, entry.numero, entry.teinte) for entry in job.entries] == [
        ("port-exemple", 1, 0),
        ("ville-modele", 2, 1),
    ]


def test_one_line_in_the_guide_adds_a_sheet_to_it(example):
    add_sheet(example, "abeille")
    list_in_guide(example, "abeille")
    (job,) = plan_guide(review_guide(example), [Format.PDF], OUT)
    assert [entry.nom for entry in job.entries] == ["abeille", "port-exemple", "ville-modele"]


def test_files_are_named_after_the_sheet_and_its_format(example):
    review = review_fiches(example, [example.sheets / "ville-modele.yaml"])
    (job,) = plan_fiches(review, [Format.PDF, Format.HTML], OUT)
    assert list(job.targets.values()) == [OUT / "fiches" / "ville-modele.pdf", OUT / "fiches" / "ville-modele.html"]


def test_without_a_guide_sheets_are_planned_without_a_programme(example):
    example.guide_file.unlink()
    jobs = plan_fiches(review_fiches(example, example.sheet_files()), [Format.PDF], OUT)
    assert [(job.name, job.entry.teinte, job.metadata().subject) for job in jobs] == [
        ("port-exemple", 0, ""),
        ("ville-modele", 1, ""),
    ]


def test_nothing_is_planned_while_the_guide_is_broken(example):
    example.guide_file.write_text("titre: seul", "utf-8")
    assert plan_fiches(review_fiches(example, example.sheet_files()), [Format.PDF], OUT) == []
    assert plan_guide(review_guide(example), [Format.PDF], OUT) == []


def test_the_guide_is_not_planned_while_one_of_its_sheets_has_an_error(example):
    (example.sheets / "ville-modele.yaml").write_text("titre: seul", "utf-8")
    assert plan_guide(review_guide(example), [Format.PDF], OUT) == []


def test_a_sheet_s_metadata_come_from_it_and_from_the_guide(example):
    jobs = plan_fiches(review_fiches(example, example.sheet_files()), [Format.PDF], OUT)
    port, ville = (job.metadata() for job in jobs)
    assert (port.title, port.author, port.subject) == ("Le quai des deux rives", "Camille Modèle", "QUAIS")
    assert (ville.author, ville.language, ville.date) == ("Ville de Modèle", "fr", datetime.date(2023, 3, 1))
    assert "d’enfant" in ville.title


def test_the_guide_s_author_is_its_publisher(example):
    (job,) = plan_guide(review_guide(example), [Format.PDF], OUT)
    assert job.metadata().author == "Département des Exemples"


@pytest.mark.parametrize(
    ("edition", "epoch", "expected"),
    [
        (Edition(annee=2017, mois=7), "0", datetime.date(2017, 7, 1)),
        (None, "1700000000", datetime.date(2023, 11, 14)),
        (None, "", None),
        (None, "demain", None),
    ],
)
def test_a_document_s_date_is_the_edition_s_then_source_date_epoch_never_the_clock(
    monkeypatch, edition, epoch, expected
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert document_date(edition) == expected
