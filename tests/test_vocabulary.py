"""The words of templates and checks: countries, themes with their icons, labels in their number and language."""

import string
import tomllib

import pytest

from terrinclus_publish.collection import Collection
from terrinclus_publish.drawing.iconfiles import icon_file
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.vocabulary import LabelError, Labels, load_labels, load_vocabulary, locale

LABELS = Labels(
    {
        "fiche": {
            "porteur": {"un": "Porteur", "plusieurs": "Porteurs"},
            "titre": "Fiche {numero}",
            "odd": {"un": "ODD de {programme}", "plusieurs": "ODD de {programme} (plusieurs)"},
            "odd_sans_programme": {"un": "Un ODD", "plusieurs": "Des ODD"},
            "faux": "Fiche {numero",
        }
    }
)


@pytest.fixture
def own(tmp_path):
    """A collection with a template of its own of that name and text."""

    def collection(name, text):
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return Collection(tmp_path)

    return collection


@pytest.mark.parametrize(("count", "label"), [(None, "Porteur"), (0, "Porteur"), (1, "Porteur"), (2, "Porteurs")])
def test_a_label_follows_the_count(count, label):
    assert LABELS.text("fiche.porteur", count=count) == label


def test_a_label_is_filled_in():
    assert LABELS.text("fiche.titre", numero=6) == "Fiche 6"


def test_a_label_without_programme_takes_the_place_of_its_twin():
    assert LABELS.text("fiche.odd", count=2, programme="") == "Des ODD"
    assert LABELS.text("fiche.odd", count=2, programme="P") == "ODD de P (plusieurs)"
    assert LABELS.text("fiche.porteur", programme="") == "Porteur"


def test_a_value_with_braces_is_not_filled_in_again():
    assert LABELS.text("fiche.titre", numero="{programme}") == "Fiche {programme}"


@pytest.mark.parametrize("name", ["fiche.inconnu", "inconnu.titre", "fiche", "fiche.titre", "fiche.faux"])
def test_a_label_that_cannot_be_given_is_named(name):
    with pytest.raises(LabelError, match=name):
        LABELS.text(name)


@pytest.mark.parametrize(
    ("language", "contents"), [("fr", "Sommaire"), ("en", "Contents"), ("en-GB", "Contents"), ("wo", "Sommaire")]
)
def test_an_unknown_language_falls_back_to_french(project, language, contents):
    assert load_labels(project, language).text("guide.sommaire") == contents


def test_a_language_is_added_by_a_file(own):
    collection = own("libelles/es.toml", '[guide]\nsommaire = "Índice"\n')
    assert load_labels(collection, "es").text("guide.sommaire") == "Índice"


@pytest.mark.parametrize("text", ["= non", "[guide]\nsommaire = 'a'\nsommaire = 'b'"])
def test_a_broken_file_of_labels_is_named(own, text):
    with pytest.raises(FaultsError, match=r"templates/libelles/fr\.toml"):
        load_labels(own("libelles/fr.toml", text), "fr")


def places(label):
    texts = [label] if isinstance(label, str) else label.values()
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_the_same_labels_with_the_same_places(project):
    french, *others = [
        tomllib.loads(file.read_text("utf-8"))
        for file in sorted(project.template("libelles/fr.toml").parent.glob("*.toml"), key=lambda f: f.stem != "fr")
    ]
    assert others
    for other in others:
        assert {group: set(labels) for group, labels in other.items()} == {g: set(found) for g, found in french.items()}
        for group, labels in french.items():
            for name, label in labels.items():
                assert places(other[group][name]) == places(label), (group, name)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("SN", "fr", "Sénégal"), ("SN", "en", "Senegal"), ("CG", "fr", "Congo"), ("ZZZ", "fr", None), ("Q9", "fr", None)],
)
def test_a_country_has_its_printed_name(project, code, language, name):
    assert load_vocabulary(project).country(code, language) == name


def test_numeric_regions_are_no_countries(project):
    assert load_vocabulary(project).country("150", "fr") is None


def test_the_seventeen_odd_have_names_colours_and_icons(project):
    goals = load_vocabulary(project).odd
    assert list(goals) == list(range(1, 18))
    assert all(goal.nom and goal.rvb for goal in goals.values())


def test_every_icon_of_the_vocabulary_exists(project):
    words = load_vocabulary(project)
    terms = [*words.thematiques.values(), *words.axes.values(), *words.odd.values()]
    assert not [term.icone for term in terms if not icon_file(term.icone).is_file()]


@pytest.mark.parametrize(("icon", "near"), [("drople", "droplet"), ("zzzz", "solid")])
def test_an_icon_that_does_not_exist_is_refused_with_its_neighbours(own, icon, near):
    text = f"[thematiques.eau]\nnom = 'Eau'\nicone = '{icon}'\n[axes]\n[odd]\n"
    with pytest.raises(FaultsError) as caught:
        load_vocabulary(own("vocabulaire.toml", text))
    [fault] = caught.value.faults
    assert fault.field == "thematiques.eau.icone"
    assert near in fault.expected


def test_an_unknown_key_in_the_vocabulary_is_refused(own):
    text = "[thematiques.eau]\nnom = 'Eau'\nicone = 'droplet'\ncouleur = 'bleu'\n[axes]\n[odd]\n"
    with pytest.raises(FaultsError) as caught:
        load_vocabulary(own("vocabulaire.toml", text))
    assert [fault.field for fault in caught.value.faults] == ["thematiques.eau.couleur"]


@pytest.mark.parametrize(("tag", "language"), [("en-GB", "en"), ("pt-BR", "pt"), ("xx", "fr"), ("n'importe", "fr")])
def test_the_locale_of_an_unknown_tag_is_french(tag, language):
    assert locale(tag).language == language
