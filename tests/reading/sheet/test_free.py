"""A fiche typed freely in Word: uniform headings in Word's styles, in bold or in capitals, and no style of ours."""

import pytest

from reading.word.building import docx, p, root
from terrinclus_publish.fields import data_of
from terrinclus_publish.reading.document import lines_of
from terrinclus_publish.reading.sheet import read_sheet
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.word import read_word
from terrinclus_publish.wording import fold

STYLES = root(
    "styles",
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{more}</w:style>'
        for identifier, name, more in (
            ("Normal", "Normal", ""),
            ("Titre", "Title", ""),
            ("Titre1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
            ("Titre2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
            ("Titre3", "heading 3", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        )
    ),
)


def in_word_s_headings(level: int, text: str) -> str:
    return p(text, ("Titre", "Titre1", "Titre2", "Titre3")[level])


def in_bold(level: int, text: str) -> str:
    return p(text, run="<w:b/>")


def in_capitals(level: int, text: str) -> str:
    return p(text.upper())


def grid(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def body(heading) -> str:
    return "".join(
        [
            heading(0, "Des cantines qui achètent à côté"),
            p("Deux territoires apprennent ensemble à nourrir leurs élèves."),
            p("Porteur : Ville de Modèle"),
            p("Partenaires : Ville de Matam (Sénégal), Togo"),
            p("Thématiques : Jeunesse, Participation citoyenne"),
            p("Lieux : Matam (Sénégal)"),
            p("Période : 2012-2016"),
            heading(1, "Quelques chiffres"),
            grid(("2012", "24"), ("Début du projet.", "Classes engagées.")),
            heading(1, "Pourquoi ce projet est-il retenu ?"),
            p("Parce que cela marche. La démarche répond à une préconisation :"),
            heading(2, "Temporalité"),
            p("- Prendre le temps ;"),
            p("- Durer."),
            p("Par ailleurs, la démarche contribue à l'Objectif de développement durable suivant :"),
            p("ODD 4 : Éducation de qualité"),
            heading(1, "Le projet"),
            heading(2, "Genèse et contexte"),
            p("Tout commence par une visite :"),
            p("- un marché ;"),
            p("- une cuisine."),
            heading(2, "Les objectifs"),
            p("Acheter plus près."),
            heading(2, "Les acteurs"),
            p("Le service des collèges."),
            heading(1, "Le financement du projet"),
            grid(("Financeur", "Contribution"), ("Ville", "1 000 €"), ("Région", "500 €"), ("Total", "1 500 €")),
            heading(1, "Focus sur une année au potager"),
            p("Une année de travaux."),
            heading(2, "1/ Semer"),
            p("On sème en mars."),
            heading(3, "Regard des partenaires : ce qui reste"),
            p("Le goût de la terre."),
            heading(2, "2/ Récolter"),
            p("On récolte en juin."),
            heading(1, "Ressources"),
            p("Le carnet du potager, Ville de Modèle"),
            heading(1, "Contacts"),
            p("Ville de Modèle :"),
            p("Ada Roux, cheffe de projet : ada.roux@exemple.fr"),
            p("Crédits photos : Ville de Modèle"),
        ]
    )


EXPECTED = {
    "chapeau": "Deux territoires apprennent ensemble à nourrir leurs élèves.",
    "porteurs": ["Ville de Modèle"],
    "partenaires": [{"nom": "Ville de Matam", "pays": ["SN"]}, {"pays": ["TG"]}],
    "thematiques": ["jeunesse", "participation-citoyenne"],
    "periode": "2012-2016",
    "lieux": [{"nom": "Matam", "pays": "SN"}],
    "preconisations": [{"axe": "temporalite", "points": ["Prendre le temps ;", "Durer."]}],
    "chiffres": [
        {"valeur": "2012", "legende": "Début du projet."},
        {"valeur": "24", "legende": "Classes engagées."},
    ],
    "pourquoi": {
        "contenu": [{"texte": "Parce que cela marche. La démarche répond à une préconisation :"}],
    },
    "odd": [4],
    "projet": {
        "genese": [{"texte": "Tout commence par une visite :\n\n- un marché ;\n- une cuisine."}],
        "objectifs": [{"texte": "Acheter plus près."}],
        "acteurs": [{"texte": "Le service des collèges."}],
    },
    "financement": [{"lignes": [{"libelle": "Ville", "montant": 1000}, {"libelle": "Région", "montant": 500}]}],
    "ressources": [{"entrees": [{"texte": "Le carnet du potager, Ville de Modèle"}]}],
    "contacts": [
        {
            "organisme": "Ville de Modèle",
            "personnes": [{"nom": "Ada Roux", "fonction": "cheffe de projet", "courriel": "ada.roux@exemple.fr"}],
        }
    ],
    "credits_photos": ["Ville de Modèle"],
}


@pytest.fixture
def read(standard):
    def reading(inner: str):
        content = docx(inner, {"word/styles.xml": STYLES})
        return read_sheet(read_word(content, "fiche.docx"), standard, Pictures("essai"))

    return reading


@pytest.mark.parametrize("heading", [in_word_s_headings, in_bold, in_capitals])
def test_each_part_finds_its_field(read, heading):
    found = data_of(read(body(heading)).fiche)
    focus = found.pop("focus")
    assert fold(found.pop("titre")) == "des cantines qui achetent a cote"
    assert found == EXPECTED
    assert fold(focus["titre"]) == "une annee au potager"
    assert focus["introduction"] == [{"texte": "Une année de travaux."}]
    first, second = focus["parties"]
    assert (fold(first["titre"]), fold(second["titre"])) == ("semer", "recolter")
    text, box = first["contenu"]
    assert text == {"texte": "On sème en mars."}
    assert fold(box["regard"][0]["titre"]) == "ce qui reste"
    assert box["regard"][0]["contenu"] == [{"texte": "Le goût de la terre."}]


@pytest.mark.parametrize("heading", [in_word_s_headings, in_bold, in_capitals])
def test_every_word_is_kept(read, heading):
    content = docx(body(heading), {"word/styles.xml": STYLES})
    given = set(fold(" ".join(line.text for line in lines_of(read_word(content, "a").items))).split())
    imported = read(body(heading))
    kept = fold(f"{data_of(imported.fiche)} {' '.join(imported.headings)} Sénégal Togo 1 000 500 total €").split()
    assert given - set(kept) == set()


def test_an_unknown_heading_and_what_stands_under_it_are_kept(read):
    inner = body(in_bold).replace(
        p("Acheter plus près."), p("Acheter plus près.") + p("Le temps qu'il faut", run="<w:b/>") + p("Deux ans.")
    )
    (other,) = read(inner).fiche.projet.autres
    assert (other.titre, other.contenu[0].texte) == ("Le temps qu'il faut", "Deux ans.")


def test_a_label_that_no_field_has_is_kept_with_its_place(read):
    inner = body(in_bold).replace(p("Période : 2012-2016"), p("Période : 2012-2016") + p("Couleur : vert"))
    (passage,) = read(inner).fiche.a_classer
    assert passage.texte == "Couleur : vert"


def test_a_sheet_in_a_table_of_two_columns_is_read(read):
    rows = grid(
        ("Porteur", "Ville de Modèle – Région des Exemples"), ("Partenaires", "Togo, Mali"), ("Période", "2012")
    )
    inner = in_bold(0, "Un titre en gras") + p("Un chapeau.") + rows
    fiche = read(inner).fiche
    assert fiche.porteurs == ["Ville de Modèle", "Région des Exemples"]
    assert ([partner.pays for partner in fiche.partenaires], fiche.periode) == ([["TG"], ["ML"]], "2012")


def test_a_letter_that_is_no_fiche_is_kept_whole(read):
    imported = read(p("Madame,") + p("Veuillez trouver ci-joint notre rapport.") + p("Cordialement"))
    said = str(data_of(imported.fiche))
    assert all(text in said for text in ("Madame,", "Veuillez trouver ci-joint notre rapport.", "Cordialement"))
    assert "porteurs" in imported.missing


def test_a_column_of_amounts_without_a_name_is_one_to_name(read):
    money = grid(("Financeur", "Prévu", ""), ("Ville", "1 000 €", "900 €"))
    (table,) = read(in_bold(1, "Le financement du projet") + money).fiche.financement
    assert table.colonnes == ["Prévu", "À nommer"]


def test_an_empty_file_gives_a_sheet_to_complete(read):
    required = "titre chapeau porteurs projet.genese projet.objectifs projet.acteurs focus.titre focus.parties"
    assert read("").missing == required.split()


def test_a_title_in_capitals_is_told(read):
    (notice,) = read(in_capitals(0, "Des cantines qui achètent à côté")).notices
    assert "capitales" in notice
