import pytest

from terrinclus_publish.vocabulary import load_labels
from terrinclus_publish.wording import fold, is_label, starts_with, variants


@pytest.fixture(scope="module")
def labels(project):
    return load_labels(project, "fr")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("GENÈSE  et contexte :", "genese et contexte"),
        ("L’ŒUVRE", "l oeuvre"),
        ("Montant (en €)", "montant en €"),
        ("  ", ""),
    ],
)
def test_capitals_accents_spaces_and_signs_do_not_count(written, folded):
    assert fold(written) == folded


def test_a_label_is_known_in_the_singular_and_in_the_plural(labels):
    for text in ("PARTENAIRE", "Partenaires :", "partenaires"):
        assert is_label(text, variants(labels, "fiche.partenaire"))


def test_a_label_is_not_a_longer_text(labels):
    assert not is_label("Partenaires du projet", variants(labels, "fiche.partenaire"))
    assert starts_with("Partenaires du projet", variants(labels, "fiche.partenaire"))


def test_any_programme_may_stand_in_a_label(labels):
    forms = variants(labels, "fiche.pourquoi")
    for name in ("TERRINCLUS", "« Villes sœurs »"):
        filled = max(forms, key=len).replace("{programme}", name)
        assert "{" not in filled
        assert is_label(filled, forms)
