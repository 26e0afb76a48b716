"""A file of ours after a colleague has changed it in Word: what comes back is what a person would expect."""

import copy

import pytest
from lxml import etree

from reading.word.edited import Edited, R, W, retype, row_after, row_of, said, typed
from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import normal_data
from terrinclus_publish.reading.sheet import read_sheet
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.word import read_word

FICHE = Fiche.model_validate(
    {
        "titre": "Des cantines qui achètent à côté",
        "chapeau": "Deux territoires apprennent ensemble à nourrir leurs élèves.",
        "porteurs": ["Ville de Modèle"],
        "partenaires": [{"nom": "Ville de Matam", "pays": ["SN"]}],
        "thematiques": ["jeunesse"],
        "preconisations": [{"axe": "temporalite", "points": ["Prendre le temps.", "Durer."]}],
        "chiffres": [{"valeur": "2012", "legende": "Début du projet."}, {"valeur": "24", "legende": "Classes."}],
        "pourquoi": {"contenu": "Parce que cela marche."},
        "odd": [4],
        "projet": {
            "genese": "Tout commence par une visite.\n\n- un marché ;\n- une cuisine.",
            "objectifs": "Acheter **plus près**, voir [le site](https://exemple.fr/a).",
            "acteurs": "Le service des collèges.",
        },
        "financement": [{"lignes": [{"libelle": "Ville", "montant": "1000"}, {"libelle": "Région", "montant": "500"}]}],
        "focus": {
            "titre": "Une année au potager",
            "parties": [
                {
                    "titre": "Semer",
                    "contenu": [
                        {"texte": "On sème en mars."},
                        {"regard": [{"titre": "Ce qui reste", "contenu": "Le goût."}]},
                        {"texte": "Puis on attend."},
                    ],
                },
                {"titre": "Récolter", "contenu": "On récolte en juin."},
            ],
        },
        "ressources": [{"titre": "Sur le projet", "entrees": [{"texte": "Un carnet", "url": "https://exemple.fr/c"}]}],
        "contacts": [
            {"organisme": "Ville de Modèle", "personnes": [{"nom": "Ada Roux", "courriel": "ada.roux@exemple.fr"}]}
        ],
    }
)


@pytest.fixture
def file(rendered) -> Edited:
    return Edited(rendered(FICHE))


@pytest.fixture
def back(standard):
    """What a changed file says, after Word has saved it."""

    def reading(file: Edited):
        return read_sheet(read_word(file.saved_by_word().save(), "fiche.docx"), standard, Pictures("essai"))

    return reading


@pytest.fixture
def same(standard):
    """The unchanged sheet, to be changed as the file is."""
    return copy.deepcopy(normal_data(FICHE, standard))


def test_opened_and_saved_nothing_changes(file, back, same):
    read = back(file)
    assert data_of(read.fiche) == same
    assert not read.notices and not read.missing


def test_a_paragraph_added(file, back, same):
    typed(file.find("On récolte en juin"), "Puis on cuisine.")
    same["focus"]["parties"][1]["contenu"] = [{"texte": "On récolte en juin.\n\nPuis on cuisine."}]
    assert data_of(back(file).fiche) == same


def test_a_paragraph_cut_in_two(file, back, same):
    retype(file.find("Tout commence"), "Tout commence")
    typed(file.find("Tout commence"), "par une visite.")
    same["projet"]["genese"] = [{"texte": "Tout commence\n\npar une visite.\n\n- un marché ;\n- une cuisine."}]
    assert data_of(back(file).fiche) == same


def test_a_paragraph_pasted_in_the_plain_style(file, back, same):
    typed(file.find("On récolte en juin"), "Puis on cuisine.", "Normal")
    same["focus"]["parties"][1]["contenu"] = [{"texte": "On récolte en juin.\n\nPuis on cuisine."}]
    assert data_of(back(file).fiche) == same


def test_bold_taken_away_and_put_elsewhere(file, back, same):
    for mark in list(file.find("Acheter").iter(f"{W}b")):
        mark.getparent().remove(mark)
    run = next(file.find("Le service").iter(f"{W}r"))
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr")
        run.insert(0, properties)
    properties.insert(0, properties.makeelement(f"{W}b"))
    same["projet"]["objectifs"] = [{"texte": "Acheter plus près, voir [le site](https://exemple.fr/a)."}]
    same["projet"]["acteurs"] = [{"texte": "**Le service des collèges.**"}]
    assert data_of(back(file).fiche) == same


def test_a_link_that_leads_elsewhere(file, back, same):
    next(file.find("Acheter").iter(f"{W}hyperlink")).set(f"{R}id", file.link("https://exemple.fr/autre"))
    same["projet"]["objectifs"] = [{"texte": "Acheter **plus près**, voir [le site](https://exemple.fr/autre)."}]
    assert data_of(back(file).fiche) == same


def test_a_line_of_money_inserted_with_its_total_put_right(file, back, same):
    row_after(row_of(file.find("Région")), "État", "250 €", "")
    retype(next(p for p in row_of(file.find("Total")).iter(f"{W}p") if "1" in said(p)), "1 750 €")
    read = data_of(back(file).fiche)
    same["financement"][0]["lignes"].append({"libelle": "État", "montant": 250})
    assert read == same


def test_a_line_of_money_inserted_under_the_old_total(file, back):
    row_after(row_of(file.find("Région")), "État", "250 €", "")
    (table,) = back(file).fiche.financement
    assert [int(value) for value in table.total] == [1500]
    assert table.ecart == "à expliquer"


def test_a_box_moved(file, back, same):
    label, title, text = file.find("Regard des"), file.find("Ce qui reste"), file.find("Le goût")
    place = file.find("On récolte en juin")
    for paragraph in (text, title, label):
        place.addnext(paragraph)
    first, second = same["focus"]["parties"]
    second["contenu"] = [{"texte": "On récolte en juin."}, first["contenu"][1]]
    first["contenu"] = [{"texte": "On sème en mars.\n\nPuis on attend."}]
    assert data_of(back(file).fiche) == same


def test_a_part_added_to_the_focus(file, back, same):
    last = file.find("On récolte en juin")
    title = typed(last, "Cuisiner")
    title.find(f"{W}pPr").getparent().replace(
        title.find(f"{W}pPr"), copy.deepcopy(file.find("Récolter").find(f"{W}pPr"))
    )
    typed(title, "On cuisine en juillet.", "BodyText")
    same["focus"]["parties"].append({"titre": "Cuisiner", "contenu": [{"texte": "On cuisine en juillet."}]})
    assert data_of(back(file).fiche) == same


def test_a_passage_added_to_the_project(file, back, same):
    title = typed(file.find("Le service des collèges"), "Les résultats", "Heading3")
    typed(title, "Moins de restes.", "BodyText")
    same["projet"]["autres"] = [{"titre": "Les résultats", "contenu": [{"texte": "Moins de restes."}]}]
    assert data_of(back(file).fiche) == same


@pytest.mark.parametrize("text", ["LES OBJECTIFS", "Les objectifs :", "les  objectifs"])
def test_a_uniform_heading_retyped_is_still_that_heading(file, back, same, text):
    retype(file.find("Les objectifs"), text)
    assert data_of(back(file).fiche) == same


def test_a_heading_in_words_of_one_s_own_is_kept(file, back, same):
    retype(file.find("Pourquoi ce projet"), "Pourquoi ici ?")
    assert data_of(back(file).fiche)["pourquoi"] == {"titre": "Pourquoi ici ?", **same["pourquoi"]}


def test_a_contact_added_in_a_row_of_its_own(file, back, same):
    row_after(row_of(file.find("Ada Roux")), "Région des Exemples", "Bo Noir, chargé de mission")
    same["contacts"].append(
        {"organisme": "Région des Exemples", "personnes": [{"nom": "Bo Noir", "fonction": "chargé de mission"}]}
    )
    assert data_of(back(file).fiche) == same


def test_a_person_added_to_a_contact(file, back, same):
    line = file.find("Ada Roux")
    new = copy.deepcopy(line)
    line.addnext(new)
    retype(new, "Bo Noir")
    same["contacts"][0]["personnes"].append({"nom": "Bo Noir"})
    assert data_of(back(file).fiche) == same


def test_an_item_moved_to_the_second_level_by_its_style(file, back, same):
    file.find("une cuisine").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "ListBullet2")
    same["projet"]["genese"] = [{"texte": "Tout commence par une visite.\n\n- un marché ;\n  - une cuisine."}]
    assert data_of(back(file).fiche) == same


def test_an_item_moved_to_the_second_level_by_the_tab_key(file, back, same):
    properties = file.find("une cuisine").find(f"{W}pPr")
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        numbering = properties.makeelement(f"{W}numPr")
        properties.insert(1, numbering)
    for child in list(numbering):
        numbering.remove(child)
    number = _numbers(file)["List Bullet"]
    for name, value in (("ilvl", "1"), ("numId", number)):
        child = numbering.makeelement(f"{W}{name}")
        child.set(f"{W}val", value)
        numbering.append(child)
    same["projet"]["genese"] = [{"texte": "Tout commence par une visite.\n\n- un marché ;\n  - une cuisine."}]
    assert data_of(back(file).fiche) == same


def _numbers(file: Edited) -> dict[str, str]:
    styles = etree.fromstring(file.parts["word/styles.xml"])
    return {
        style.find(f"{W}name").get(f"{W}val"): number.get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if (number := style.find(f"{W}pPr/{W}numPr/{W}numId")) is not None
    }


def test_a_point_added_to_an_axis(file, back, same):
    typed(file.find("Durer"), "Recommencer.")
    same["preconisations"][0]["points"].append("Recommencer.")
    assert data_of(back(file).fiche) == same


def test_a_theme_typed_under_the_others(file, back, same):
    typed(file.find("Jeunesse"), "Femmes")
    same["thematiques"].append("femmes")
    assert data_of(back(file).fiche) == same


def test_a_theme_that_the_vocabulary_lacks_is_kept_to_be_sorted(file, back, same):
    typed(file.find("Jeunesse"), "Astronomie")
    (passage,) = back(file).fiche.a_classer
    assert passage.texte == "Astronomie"


def test_a_key_figure_changed(file, back, same):
    retype(next(p for p in file.root.iter(f"{W}p") if said(p) == "24"), "25")
    same["chiffres"][1]["valeur"] = "25"
    assert data_of(back(file).fiche) == same


def test_a_key_figure_too_long_for_its_tile_is_kept_to_be_sorted(file, back, same):
    retype(next(p for p in file.root.iter(f"{W}p") if said(p) == "24"), "vingt-quatre ou vingt-cinq")
    fiche = back(file).fiche
    assert [figure.valeur for figure in fiche.chiffres] == ["2012"]
    assert "vingt-quatre ou vingt-cinq" in fiche.a_classer[0].texte
    assert fiche.a_classer[0].ou == "n'entre pas dans « chiffres › 2 »"


def test_a_reference_added(file, back, same):
    typed(file.find("Un carnet"), "Un film")
    same["ressources"][0]["entrees"].append({"texte": "Un film"})
    assert data_of(back(file).fiche) == same


def test_a_partner_added_to_the_line(file, back, same):
    line = file.find("Ville de Matam")
    retype(line, "Ville de Matam (Sénégal), Togo")
    retype(next(row_of(line).iter(f"{W}p")), "Partenaires")
    same["partenaires"].append({"pays": ["TG"]})
    assert data_of(back(file).fiche) == same


def test_words_typed_over_a_decorative_strip_are_kept(file, back):
    strip = next(p for p in file.root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Tissu")
    typed(strip, "Un mot égaré")
    fiche = back(file).fiche
    assert "Un mot égaré" in str(data_of(fiche))


def test_everything_deleted_but_the_title(file, back):
    body = file.root.find(f"{W}body")
    for child in list(body):
        if "Des cantines" not in said(child):
            body.remove(child)
    read = back(file)
    assert read.fiche.titre == FICHE.titre
    assert read.missing[:2] == ["chapeau", "porteurs"]


def test_words_typed_in_a_computed_column_are_kept_to_be_sorted(file, back, same):
    retype(list(row_of(file.find("Région")).iter(f"{W}p"))[-1], "à confirmer")
    fiche = back(file).fiche
    assert data_of(fiche)["financement"] == same["financement"]
    assert [passage.texte for passage in fiche.a_classer] == ["à confirmer"]


def test_words_typed_on_the_tiles_of_the_goals_are_kept_to_be_sorted(file, back):
    retype(file.find("Éducation de qualité"), "Éducation, surtout au collège")
    fiche = back(file).fiche
    assert fiche.odd == [4]
    assert [passage.texte for passage in fiche.a_classer] == ["Éducation, surtout au collège"]
