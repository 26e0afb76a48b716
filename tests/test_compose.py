"""Models to the tree: what is shown, in which order, under which heading; and what a wrong template is told."""

import datetime

import pytest
import samples
from lxml import etree

from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry, format_amount, format_edition, index_groups
from terrinclus_publish.faults import FaultsError, Level
from terrinclus_publish.models import Edition, parse_amount
from terrinclus_publish.tree import check_vocabulary, classes, text_of

THIN, NO_BREAK = "\u202f", "\u00a0"


@pytest.fixture
def collection(tmp_path):
    (tmp_path / "sheets").mkdir()
    return Collection(tmp_path)


@pytest.fixture
def compose(collection):
    """The tree of the sample sheet with some fields changed."""

    def tree(guide=None, numero=None, **changes):
        return Composer(collection).fiche(Entry("jardins", samples.fiche(**changes), 0, numero), guide)

    return tree


@pytest.fixture
def template(collection):
    """Gives the collection a template of its own: a packaged one with a passage replaced, or a whole text."""

    def write(name, old="", new="", text=None):
        packaged = collection.template(name).read_text("utf-8")
        assert old in packaged
        own = collection.root / "templates" / name
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(packaged.replace(old, new, 1) if text is None else text, "utf-8")
        return packaged[: packaged.index(old)].count("\n") + 1

    return write


def plain(element):
    return text_of(element).replace(NO_BREAK, " ").replace(THIN, " ")


def headings(tree, level="h2"):
    return [plain(heading) for heading in tree.iter(level)]


def labels(tree):
    """The labels of the identity's rows."""
    return [plain(term) for term in tree.iterfind("dl[@class='identite']/div/dt")]


def found(tree, path):
    element = tree.find(path)
    assert element is not None, path
    return element


def fields(tree):
    return [str(element.get("data-champ")) for element in tree.iter() if element.get("data-champ")]


# --- order and presence ----------------------------------------------------------------------------------------------


def test_a_sheet_stands_in_the_order_of_the_page(compose):
    assert [(classes(part) or [part.tag])[0] for part in compose()] == [
        *("bandeau", "identite", "chiffres", "pourquoi", "projet", "financement", "focus", "ressources", "contacts"),
        *("credits", "a-classer", "financeurs"),
    ]


def test_the_identity_stands_in_the_order_of_the_page(compose):
    tree = compose(statut="achevé")
    order = ["Porteur", "Partenaire", "Lieu", "Période", "Statut", "Thématique", "Préconisation"]
    assert labels(tree) == order


def test_every_heading_of_a_full_sheet_is_shown(compose):
    assert headings(compose()) == [
        *("Pourquoi ce projet est-il retenu ?", "Le projet", "Le financement du projet"),
        *("Focus Une année au jardin", "Ressources", "Contacts", "À classer"),
    ]
    assert headings(compose(), "h3")[:5] == [
        *("Temporalité", "Contribution à un Objectif de développement durable"),
        *("Genèse et contexte", "Les objectifs", "Les acteurs"),
    ]


OPTIONAL = {
    "financement": ("Le financement du projet", "section[@class='financement']"),
    "ressources": ("Ressources", "section[@class='ressources']"),
    "contacts": ("Contacts", "section[@class='contacts']"),
    "a_classer": ("À classer", "section[@class='a-classer']"),
    "financeurs": ("", "section[@class='financeurs']"),
    "chiffres": ("", "table[@class='chiffres']"),
}


@pytest.mark.parametrize("field", OPTIONAL)
def test_a_missing_section_leaves_no_heading(compose, field):
    heading, path = OPTIONAL[field]
    assert compose().find(path) is not None
    without = compose(**{field: None})
    assert heading not in headings(without)
    assert without.find(path) is None


def test_the_section_of_reasons_goes_only_with_its_last_content(compose):
    path = "section[@class='pourquoi']"
    assert compose(pourquoi=None, preconisations=None).find(path) is not None  # ODD are left
    assert compose(pourquoi=None, preconisations=None, odd=None).find(path) is None


def test_a_missing_row_of_the_identity_leaves_no_label(compose):
    tree = compose(partenaires=None, lieux=None, periode=None, thematiques=None, preconisations=None)
    assert labels(tree) == ["Porteur"]


def test_credits_go_with_their_last_entry(compose):
    assert compose(credits_photos=None, auteurs=None).find("dl[@class='credits']") is None
    assert [plain(term) for term in compose().iterfind("dl[@class='credits']//dt")] == ["Auteur", "Crédits photos"]


def test_an_axis_without_points_is_a_tile_only(compose):
    tree = compose(preconisations=[{"axe": "temporalite"}])
    assert len(tree.findall(".//ul[@class='tuiles preconisations']/li")) == 1
    assert tree.find(".//h3[@class='axe']") is None


def test_other_passages_of_the_project_follow_the_three(compose):
    project = {**samples.SHEET["projet"], "autres": [{"titre": "Les résultats", "contenu": "Beaux."}]}
    section = found(compose(projet=project), "section[@class='projet']")
    assert headings(section, "h3")[-2:] == ["Les acteurs", "Les résultats"]


def test_key_figures_stand_three_in_a_table(compose):
    figures = [{"valeur": str(number), "legende": f"Légende {number}."} for number in range(4)]
    tables = compose(chiffres=figures).findall("table[@class='chiffres']")
    assert [len(table[0][0]) for table in tables] == [3, 1]
    assert [cell.get("data-champ") for cell in tables[1].iter("th", "td")] == [
        "jardins:chiffres.3.valeur",
        "jardins:chiffres.3.legende",
    ]


# --- one or several --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("partners", "label"),
    [
        ([{"nom": "Dakar"}], "Partenaire"),
        ([{"nom": "Dakar", "pays": ["SN", "ML"]}], "Partenaire"),
        ([{"nom": "Des communes", "pluriel": "oui"}], "Partenaires"),
        ([{"nom": "Des communes", "pluriel": "non"}], "Partenaire"),
        ([{"pays": "SN"}], "Partenaire"),
        ([{"pays": ["SN", "ML"]}], "Partenaires"),
        ([{"nom": "Dakar"}, {"nom": "Sousse"}], "Partenaires"),
    ],
)
def test_the_label_of_the_partners_follows_their_number(compose, partners, label):
    assert label in labels(compose(partenaires=partners))


@pytest.mark.parametrize(
    ("field", "one", "label", "label_of_several"),
    [
        ("porteurs", "Aude", "Porteur", "Porteurs"),
        ("thematiques", "jeunesse", "Thématique", "Thématiques"),
        ("lieux", {"nom": "Dakar"}, "Lieu", "Lieux"),
        ("preconisations", {"axe": "temporalite"}, "Préconisation", "Préconisations"),
    ],
)
def test_labels_follow_the_number_of_entries(compose, field, one, label, label_of_several):
    assert label in labels(compose(**{field: [one]}))
    assert label_of_several in labels(compose(**{field: [one, one]}))


def test_the_heading_of_the_odd_follows_their_number(compose):
    assert "Contribution à un Objectif de développement durable" in headings(compose(odd=["4"]), "h3")
    assert "Contribution aux Objectifs de développement durable" in headings(compose(odd=["4", "8"]), "h3")


def test_authors_have_a_plural(compose):
    assert "Auteurs" in [plain(term) for term in compose(auteurs=["A", "B"]).iterfind("dl[@class='credits']//dt")]


def test_bearers_are_joined_by_a_dash_and_countries_are_named(compose):
    tree = compose(porteurs=["Aude", "Yonne"], partenaires=[{"nom": "Ville", "pays": ["CG", "SN"]}, {"pays": "MA"}])
    values = [plain(value) for value in tree.iterfind("dl[@class='identite']/div/dd")]
    assert values[0] == "Aude – Yonne"
    assert values[1] == "Ville (Congo, Sénégal), Maroc"


def test_the_language_of_a_partners_name_is_marked(compose):
    tree = compose(partenaires=[{"nom": "Centro superior", "pays": "CU", "langue": "es"}])
    assert [text_of(span) for span in tree.iterfind(".//span[@lang='es']")] == ["Centro superior"]


# --- the programme ---------------------------------------------------------------------------------------------------


def test_headings_name_the_programme_of_the_guide(compose):
    text = plain(compose(samples.guide()))
    assert "Pourquoi ce projet est-il retenu comme une démarche pilote de PROGRAMME ?" in text
    assert "PROGRAMME est une démarche financée par :" in text
    assert "PROGRAMME – fiche de capitalisation" in text


def test_headings_do_without_a_programme(compose):
    box = [{"regard": {"contenu": "Bien."}}]
    text = plain(compose(focus={"titre": "F", "parties": [{"titre": "P", "contenu": box}]}))
    assert "Pourquoi ce projet est-il retenu ?" in text
    assert "Démarche financée par :" in text
    assert "Regard des partenaires" in text
    assert "partenaires de" not in text


def test_a_heading_of_the_author_replaces_the_uniform_one(compose):
    tree = compose(samples.guide(), pourquoi={"titre": "Une raison", "contenu": "Voilà."})
    assert headings(tree)[0] == "Une raison"


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_parts_of_the_focus_are_numbered(compose):
    parts = [{"titre": f"Partie {letter}", "contenu": "Texte."} for letter in "ABC"]
    tree = compose(focus={"titre": "F", "parties": parts})
    assert [plain(part) for part in tree.iterfind(".//h3[@class='partie']")] == [
        "1/ Partie A",
        "2/ Partie B",
        "3/ Partie C",
    ]


def test_tables_are_numbered_through_the_sheet_and_anew_in_the_next(compose):
    table = {"tableau": {"legende": "Lieux", "entetes": ["A", "B"], "lignes": [["1", "2"]]}}
    project = {"genese": [table], "objectifs": "Texte.", "acteurs": [table]}
    for _ in range(2):
        captions = [plain(caption) for caption in compose(projet=project).iter("caption")]
        assert captions == ["Tableau 1 Lieux", "Tableau 2 Lieux"]


def test_a_sheet_alone_has_no_number_and_in_a_guide_it_has_one(compose):
    alone, numbered = compose(), compose(numero=6)
    assert alone.get("data-numero") is None
    assert plain(found(alone, ".//h1")) == "Des jardins pour apprendre"
    assert numbered.get("data-numero") == "6"
    assert plain(found(numbered, ".//h1")) == "6 Des jardins pour apprendre"
    assert plain_attribute(numbered, "data-repere") == "Fiche 6"


def plain_attribute(element, name):
    return str(element.get(name)).replace(NO_BREAK, " ").replace(THIN, " ")


def test_running_heads_are_the_title_without_markup_and_the_bearers(compose):
    tree = compose(titre="Des *jardins* & des **fleurs**", porteurs=["Aude", "Yonne"])
    assert plain_attribute(tree, "data-courant-recto") == "Des jardins & des fleurs"
    assert plain_attribute(tree, "data-courant-verso") == "Aude – Yonne"


# --- amounts ---------------------------------------------------------------------------------------------------------


def amounts(tree):
    return [plain(cell) for cell in tree.iterfind(".//td[@class='montant']")]


def test_a_missing_total_is_computed(compose):
    assert amounts(compose()) == ["21 100 €", "900 €", "22 000 €"]


def test_a_given_total_is_printed_as_it_is_with_its_note(compose):
    lines = [{"libelle": "Aude", "montant": "100"}, {"libelle": "Dakar", "montant": "200"}]
    tree = compose(financement=[{"lignes": lines, "total": "310", "ecart": "La somme fait 300 €."}])
    assert amounts(tree)[-1] == "310 €"
    notes = [plain(note) for note in tree.iterfind(".//p[@class='note']")]
    assert notes == ["Parts arrondies à l’unité.", "La somme fait 300 €."]


def test_a_sub_total_is_not_summed_twice_and_a_mention_stands_for_an_amount(compose):
    lines = [
        {"libelle": "Aude", "montant": "100", "precision": "sur 24 mois"},
        {"libelle": "Sous-total", "montant": "100", "sous_total": "oui"},
        {"libelle": "Temps passé", "mention": "Non évaluable"},
        {"libelle": "Autres"},
    ]
    tree = compose(financement=[{"lignes": lines}])
    assert amounts(tree) == ["100 €", "100 €", "Non évaluable", "", "100 €"]
    assert plain(found(tree, ".//span[@class='precision']")) == "(sur 24 mois)"
    assert len(tree.findall(".//tr[@class='sous-total']")) == 1


def test_several_columns_have_several_totals(compose):
    lines = [{"libelle": "Aude", "montants": ["1000", ""]}, {"libelle": "Dakar", "montants": ["500", "40"]}]
    tree = compose(financement=[{"colonnes": ["Prévu", "Réalisé"], "lignes": lines}])
    table = found(tree, ".//table[@class='montants']")
    assert [plain(cell) for cell in table.find("thead").iter("th")] == ["Financeur", "Prévu", "Réalisé"]
    assert amounts(tree) == ["1 000 €", "", "500 €", "40 €", "1 500 €", "40 €"]


def test_costs_have_their_own_words_and_tables_of_one_kind_share_a_heading(compose):
    line = [{"libelle": "Achat", "montant": "5"}]
    tables = [{"nature": nature, "titre": f"T{n}", "lignes": line} for n, nature in enumerate(("cout", "cout"))]
    tree = compose(financement=tables)
    assert [heading for heading in headings(tree) if "coût" in heading] == ["Le coût du projet"]
    assert len(tree.findall("section[@class='financement']")) == 1
    both = compose(financement=[*tables[:1], {"lignes": line}])
    assert [h for h in headings(both) if "du projet" in h] == ["Le coût du projet", "Le financement du projet"]
    assert len(both.findall("section[@class='financement']")) == 2


@pytest.mark.parametrize(
    ("typed", "currency", "language", "printed"),
    [
        ("1690650", "EUR", "fr", f"1{THIN}690{THIN}650{NO_BREAK}€"),
        ("73 745,13", "EUR", "fr", f"73{THIN}745,13{NO_BREAK}€"),
        ("73 745,10", "EUR", "fr", f"73{THIN}745,10{NO_BREAK}€"),
        ("12,50", "XOF", "fr", f"12,50{NO_BREAK}F{THIN}CFA"),
        ("1500", "XOF", "fr", f"1{THIN}500{NO_BREAK}F{THIN}CFA"),
        ("21170", "EUR", "en", "€21,170"),
        ("21170,50", "EUR", "en", "€21,170.50"),
    ],
)
def test_amounts_are_written_as_in_the_language(typed, currency, language, printed):
    assert format_amount(parse_amount(typed), currency, language) == printed


def test_an_edition_is_a_month_and_a_year():
    assert format_edition(Edition(annee=2017, mois=7), "fr") == "Juillet 2017"
    assert format_edition(Edition(annee=2017, mois=8), "en") == "August 2017"
    assert datetime.date(2017, 7, 1).strftime("%Y") in format_edition(Edition(annee=2017, mois=7), "pt-BR")


# --- English ---------------------------------------------------------------------------------------------------------


def test_an_english_sheet_has_english_headings_and_amounts(compose):
    tree = compose(samples.guide(), langue="en", porteurs=["A", "B"])
    assert tree.get("lang") == "en"
    assert labels(tree)[:2] == ["Lead partners", "Partner"]
    assert headings(tree)[1:4] == ["The project", "Funding", "Focus Une année au jardin"]
    assert amounts(tree)[-1] == "€22,000"
    assert "Senegal" in plain(tree)
    assert "Why was this project chosen as a pilot of PROGRAMME?" in headings(tree)


def test_a_regional_language_has_the_labels_of_its_language(compose):
    assert "The project" in headings(compose(langue="en-GB"))


# --- fields ----------------------------------------------------------------------------------------------------------


def test_each_element_carries_the_path_of_its_field(compose):
    nested = {
        "genese": [
            {"texte": "Un.\n\nDeux."},
            {
                "encadre": {
                    "titre": "T",
                    "contenu": [{"paroles": {"contenu": "Mots.", "personne": "Ada"}}],
                    "source": "S",
                }
            },
        ],
        "objectifs": [{"regard": [{"contenu": "A."}, {"titre": "B", "contenu": "C."}]}],
        "acteurs": [{"tableau": {"legende": "L", "entetes": ["x", "y"], "lignes": [["1", "2"], ["3", "4"]]}}],
    }
    tree = compose(projet=nested)
    shown = set(fields(tree))
    assert {
        "jardins",
        "jardins:titre",
        "jardins:partenaires.0",
        "jardins:preconisations.0.points.0",
        "jardins:projet.genese.0.texte",
        "jardins:projet.genese.1.encadre.titre",
        "jardins:projet.genese.1.encadre.contenu.0.paroles.contenu.0.texte",
        "jardins:projet.genese.1.encadre.contenu.0.paroles.personne",
        "jardins:projet.genese.1.encadre.source",
        "jardins:projet.objectifs.0.regard.1.contenu.0.texte",
        "jardins:projet.acteurs.0.tableau.lignes.1.0",
        "jardins:financement.0.lignes.1.montant",
        "jardins:focus.parties.0.contenu.0.texte",
        "jardins:ressources.0.entrees.0",
        "jardins:contacts.0.personnes.0",
    } <= shown
    first = found(tree, ".//*[@data-champ='jardins:projet.genese.0.texte']")
    assert (first.tag, plain(first)) == ("p", "Un.")


def test_every_field_path_leads_to_a_value_of_the_model(project_entries, project_guide, composer):
    for entry in project_entries:
        for field in fields(composer.fiche(entry, project_guide)):
            name, _, path = field.partition(":")
            assert name == entry.nom
            value = entry.model
            for part in path.split(".") if path else ():
                value = value[int(part)] if part.isdigit() else getattr(value, part)


def test_every_tree_of_the_project_holds_only_known_elements(project_entries, project_guide, composer):
    check_vocabulary(composer.guide(project_guide, project_entries))


# --- hostile text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", ["{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "<b>gras</b>", "a & b < c"])
@pytest.mark.parametrize("field", ["titre", "chapeau", "periode"])
def test_markup_in_a_sheet_is_plain_text(compose, hostile, field):
    tree = compose(**{field: hostile})
    assert hostile in plain(tree)
    assert "49" not in plain(tree)
    assert not list(tree.iter("script", "b"))


def test_markup_in_a_long_text_is_plain_text(compose):
    tree = compose(pourquoi={"contenu": "{{ fiche }} <script>x</script>\n\n<div onclick='y'>z</div>"})
    assert "{{ fiche }} <script>x</script>" in plain(tree)
    assert not list(tree.iter("script", "div", "b"))[1:] or all(div.get("onclick") is None for div in tree.iter("div"))


def test_markup_in_an_attribute_stays_inside_it(compose):
    tree = compose(titre='Un "titre" <b> & autre', porteurs=['"><script>'])
    assert plain_attribute(tree, "data-courant-verso") == '"><script>'
    assert not list(tree.iter("script"))


# --- templates -------------------------------------------------------------------------------------------------------


def the_fault(compose):
    with pytest.raises(FaultsError) as caught:
        compose()
    (fault,) = caught.value.faults
    assert fault.code == "template"
    assert fault.level is Level.ERROR
    return fault


H2_PROJECT = '<section class="projet">'


def test_an_unknown_class_is_refused_with_its_name(compose, template):
    template("fiche.html.j2", H2_PROJECT, '<section class="proyecto">')
    fault = the_fault(compose)
    assert fault.place.file == "templates/fiche.html.j2"
    assert "« section.proyecto »" in fault.message.replace(NO_BREAK, " ")


def test_an_unknown_element_is_refused_with_its_name(compose, template):
    template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "<marquee>x</marquee>")
    assert "marquee" in the_fault(compose).message


def test_an_undefined_variable_is_refused_with_its_line(compose, template):
    line = template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "{{ fische.titre }}")
    fault = the_fault(compose)
    assert (fault.place.file, fault.place.line) == ("templates/fiche.html.j2", line)
    assert "fische" in fault.message


def test_an_unknown_field_of_the_sheet_is_refused(compose, template):
    line = template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "{{ fiche.tittre }}")
    fault = the_fault(compose)
    assert fault.place.line == line
    assert "tittre" in fault.message


def test_a_syntax_error_is_refused_with_its_line(compose, template):
    line = template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "{{ fiche.titre")
    fault = the_fault(compose)
    assert fault.place.file == "templates/fiche.html.j2"
    assert fault.place.line >= line


def test_a_fault_in_an_imported_template_names_that_one(compose, template):
    line = template("blocs.html.j2", '<ul class="logos">', '<ul class="logos">{{ inconnu }}')
    fault = the_fault(compose)
    assert (fault.place.file, fault.place.line) == ("templates/blocs.html.j2", line)


def test_badly_nested_markup_is_refused(compose, template):
    template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "<p><em>x</p></em>")
    fault = the_fault(compose)
    assert fault.place.file == "templates/fiche.html.j2"
    assert fault.expected


def test_text_beside_blocks_is_refused(compose, template):
    template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "du texte")
    assert the_fault(compose).place.file == "templates/fiche.html.j2"


def test_an_unknown_label_is_refused_with_its_name(compose, template):
    line = template("fiche.html.j2", H2_PROJECT, H2_PROJECT + '<p>{{ libelle("fiche.inconnu") }}</p>')
    fault = the_fault(compose)
    assert (fault.place.file, fault.place.line) == ("templates/fiche.html.j2", line)
    assert "fiche.inconnu" in fault.message


def test_a_label_with_an_unknown_place_is_refused_with_its_name(compose, template):
    template("libelles/fr.toml", 'titre = "Le financement du projet"', 'titre = "Le financement de {qui}"')
    assert "financement.titre" in the_fault(compose).message


def test_a_broken_file_of_labels_is_refused_with_its_name(compose, template):
    template("libelles/fr.toml", text="= pas du TOML")
    with pytest.raises(FaultsError) as caught:
        compose()
    assert [(fault.code, fault.place.file) for fault in caught.value.faults] == [
        ("libelles", "templates/libelles/fr.toml")
    ]


@pytest.mark.parametrize(
    "attack",
    [
        "fiche.__class__",
        "fiche.__class__.__mro__",
        "''.__class__.__base__.__subclasses__()",
        "libelle.__globals__",
        "fiche.model_copy.__func__.__globals__",
        "cycler.__init__.__globals__",
    ],
)
def test_a_template_cannot_leave_its_box(compose, template, attack):
    template("fiche.html.j2", H2_PROJECT, H2_PROJECT + "<p>{{ " + attack + " }}</p>")
    the_fault(compose)


def test_a_template_cannot_change_a_sheet(compose, template):
    template("fiche.html.j2", H2_PROJECT, H2_PROJECT + '<p>{{ fiche.porteurs.append("x") }}</p>')
    the_fault(compose)


def test_a_collections_template_replaces_the_packaged_one_file_by_file(compose, template):
    template("blocs.html.j2", '<ul class="logos">', '<p class="note">Merci.</p><ul class="logos">')
    tree = compose()
    assert "Merci." in plain(found(tree, "section[@class='financeurs']"))
    assert "Le projet" in headings(tree)  # fiche.html.j2 is the packaged one still


def test_a_collections_labels_replace_the_packaged_ones(compose, template):
    template("libelles/fr.toml", 'projet = "Le projet"', 'projet = "Notre projet"')
    assert "Notre projet" in headings(compose())


# --- the guide -------------------------------------------------------------------------------------------------------


def entries(*names):
    return [Entry(name, samples.fiche(titre=f"Fiche {name}"), rank, rank + 1) for rank, name in enumerate(names)]


def test_a_guide_stands_in_the_order_of_a_book(collection):
    tree = Composer(collection).guide(samples.guide(fiches=["a", "b"]), entries("a", "b"))
    order = [classes(part)[0] for part in tree]
    assert order == ["couverture", "sommaire", *["liminaire"] * 3, "fiches", "index", "quatrieme"]
    assert [part.get("id") for part in tree.iterfind("section[@class='liminaire']")][1:] == ["carte", "matrice"]
    assert [article.get("data-numero") for article in tree.iter("article")] == ["1", "2"]
    titles = [plain(item.find("a/span[@class='titre']")) for item in tree.iterfind("nav/ol/li")]
    assert titles[1:] == ["Où, et avec qui", "Ce que croise chaque fiche", "Fiche a", "Fiche b", "Index"]


def test_the_contents_refer_to_the_sheets(collection):
    tree = Composer(collection).guide(samples.guide(fiches=["a", "b"]), entries("a", "b"))
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    targets = [element.get("data-renvoi") for element in tree.iter("span") if element.get("data-renvoi")]
    links = [str(link.get("href"))[1:] for link in tree.iter("a") if str(link.get("href")).startswith("#")]
    assert targets
    assert {*targets, *links} <= ids


def test_ids_of_a_guide_are_never_used_twice(composer, project_guide, project_entries):
    ids = [element.get("id") for element in composer.guide(project_guide, project_entries).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_the_index_leaves_out_terms_of_no_sheet_and_follows_the_vocabulary(collection):
    first, second = entries("a", "b")
    other = Entry("b", samples.fiche(thematiques=["femmes", "jeunesse"], odd=["17", "4"]), 1, 2)
    themes, axes, goals = index_groups([first, other], Composer(collection).vocabulary)
    assert [(term.terme, len(term.fiches)) for term in themes.entrees] == [("Jeunesse", 2), ("Femmes", 1)]
    assert [term.terme for term in axes.entrees] == ["Temporalité"]
    assert [term.terme[:3] for term in goals.entrees] == ["4. ", "17."]
    assert second.nom == other.nom


def test_composing_leaves_the_model_and_the_next_tree_alone(compose):
    assert etree.tostring(compose()) == etree.tostring(compose())


def test_the_study_of_the_axes_is_named_in_sheets_and_guide(composer, project_guide, project_entries):
    study = str(project_guide.programme.etude)
    sheet = plain(composer.fiche(project_entries[0], project_guide).find("dl[@class='credits']"))
    assert study in sheet
    notes = composer.guide(project_guide, project_entries).iterfind("section[@id='matrice']/p[@class='note']")
    assert any(study in plain(note) for note in notes)


def test_the_opening_photographs_caption_stands_in_its_figure(compose):
    photo = {"fichier": "a.png", "alternative": "Un quai", "legende": "Le quai au *matin*"}
    caption = compose(illustration=photo).find("header/figure/figcaption")
    assert plain(caption) == "Le quai au matin"
    assert compose(illustration={"fichier": "a.png", "alternative": "Un quai"}).find("header/figure/figcaption") is None
