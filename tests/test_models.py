"""The format's own rules: amounts as they are typed, sums, what excludes what; the texts of a model."""

from decimal import Decimal

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from terrinclus_publish.models import Bloc, Financement, Guide, parse_amount, parse_edition, texts


def kind(error):
    """The type and the path of the only error."""
    (only,) = error.value.errors()
    return only["type"], ".".join(map(str, only["loc"]))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("21 170 €", "21170"),
        ("21\u202f170\u00a0€", "21170"),
        ("73 745,13", "73745.13"),
        ("73745.1", "73745.1"),
        ("1690650", "1690650"),
        ("1 690 650 euros", "1690650"),
        ("900 EUR", "900"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_as_they_are_typed(typed, amount):
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed", ["21 l70", "", "1 23", "12 3456", "-5", "1e3", "5,123", "10 à 20", "€", "٣", "1" * 60]
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValidationError) as error:
        Financement.model_validate({"lignes": [{"libelle": "A", "montant": typed}]})
    assert kind(error) == ("montant", "lignes.0.montant")


@pytest.mark.parametrize("typed", ["21.170", "1.690.650"])
def test_an_amount_that_two_people_read_otherwise_is_refused(typed):
    with pytest.raises(ValidationError) as error:
        Financement.model_validate({"lignes": [{"libelle": "A", "montant": typed}]})
    assert kind(error)[0] == "montant_ambigu"


@given(st.decimals(0, 10**12, places=2))
def test_an_amount_comes_through_any_french_writing(amount):
    whole, cents = f"{amount:.2f}".split(".")
    grouped = f"{int(whole):,}".replace(",", "\u202f")
    assert parse_amount(f"{grouped},{cents}\u00a0€") == amount


def table(*lines, **said):
    return Financement.model_validate({"lignes": [{"libelle": "x", **line} for line in lines], **said})


def test_sub_totals_and_mentions_are_not_summed():
    made = table({"montant": "100"}, {"montant": "100", "sous_total": "oui"}, {"mention": "Non évaluable"}, {})
    assert made.sommes == (Decimal(100),)
    assert made.totaux == (Decimal(100),)


def test_a_given_total_is_the_printed_one():
    made = table({"montant": "100"}, total="90")
    assert (made.sommes, made.totaux) == ((Decimal(100),), (Decimal(90),))


def test_columns_are_summed_one_by_one():
    made = table({"montants": ["1", ""]}, {"montants": ["2,50", "4"]}, colonnes=["Prévu", "Réalisé"])
    assert made.sommes == (Decimal("3.50"), Decimal(4))


def test_a_sum_of_cents_is_exact():
    assert table(*[{"montant": "0,10"}] * 3).sommes == (Decimal("0.30"),)


@pytest.mark.parametrize(
    ("lines", "said", "code"),
    [
        ([{"montants": ["1", "2"]}], {}, "montants_par_colonne"),
        ([{"montant": "1"}], {"colonnes": ["A", "B"]}, "montants_par_colonne"),
        ([{"montants": ["1", "2"]}], {"colonnes": ["A", "B"], "total": "3"}, "totaux_par_colonne"),
        ([{"montant": "1", "mention": "rien"}], {}, "ligne_financement"),
    ],
)
def test_a_table_of_another_width_is_refused(lines, said, code):
    with pytest.raises(ValidationError) as error:
        table(*lines, **said)
    assert kind(error)[0] == code


def test_text_alone_is_a_block_of_text():
    made = samples.fiche(pourquoi={"contenu": "Voilà."})
    assert [(block.nature, block.texte) for block in made.pourquoi.contenu] == [("texte", "Voilà.")]


@pytest.mark.parametrize("block", [{}, {"texte": "a", "encadre": {"contenu": "b"}}])
def test_a_block_has_one_kind(block):
    with pytest.raises(ValidationError) as error:
        Bloc.model_validate(block)
    assert kind(error)[0] == "bloc"


def test_one_view_of_the_partners_stands_for_a_list_of_one():
    assert len(Bloc.model_validate({"regard": {"contenu": "Bien."}}).regard) == 1


def test_a_row_fills_its_columns():
    table = {"legende": "L", "entetes": ["a", "b", "c"], "lignes": [["1", {"texte": "2", "colonnes": 2}], ["1", "2"]]}
    with pytest.raises(ValidationError) as error:
        Bloc.model_validate({"tableau": table})
    assert error.value.errors()[0]["ctx"] == {"number": 2, "width": 2, "columns": 3}


@pytest.mark.parametrize("typed", ["2017-07", "2017-7", "juillet 2017", "Juillet  2017"])
def test_an_edition_is_read_in_both_writings(typed):
    assert parse_edition(typed) == {"annee": 2017, "mois": 7}


@pytest.mark.parametrize("typed", ["2017", "juil. 2017", "07/2017", "2017-13"])
def test_another_edition_is_refused(typed):
    with pytest.raises(ValidationError):
        Guide.model_validate({**samples.GUIDE, "edition": typed})


def test_a_partner_has_a_name_or_a_country():
    with pytest.raises(ValidationError) as error:
        samples.fiche(partenaires=[{"langue": "es"}])
    assert kind(error) == ("partenaire_vide", "partenaires.0")


@pytest.mark.parametrize("typed", ["oui", "Oui", "true"])
def test_yes_is_read(typed):
    assert samples.fiche(partenaires=[{"nom": "x", "pluriel": typed}]).partenaires[0].pluriel is True


def test_spaces_around_a_text_are_dropped():
    assert samples.fiche(titre="  Des jardins \n").titre == "Des jardins"


def test_a_model_never_changes():
    with pytest.raises(ValidationError):
        samples.fiche().titre = "Autre"


def test_texts_come_with_their_paths_in_the_order_of_the_format():
    found = list(texts(samples.fiche(porteurs=["A", "B"])))
    assert found[:4] == [
        (("titre",), "Des jardins pour apprendre"),
        (("chapeau",), "Deux territoires inventés cultivent ensemble des jardins."),
        (("porteurs", 0), "A"),
        (("porteurs", 1), "B"),
    ]
    assert (("projet", "genese", 0, "texte"), "Tout commence en 2012.") in found
