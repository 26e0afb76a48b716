import pytest

from terrinclus_publish.build.names import is_name, name_from
from terrinclus_publish.build.review import review_fiches


@pytest.mark.parametrize("name", ["aude", "savoie-l-autre", "f3e", "2024"])
def test_small_letters_digits_and_hyphens_make_a_name(name):
    assert is_name(name)


@pytest.mark.parametrize("name", ["Aude", "été", "l autre", "a--b", "-a", "a_b", "../a", "", "guide", "nul", "com1"])
def test_anything_else_does_not(name):
    assert not is_name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fiche de l'Hérault", "fiche-de-l-herault"),
        ("Cœur d’Île", "coeur-d-ile"),
        ("aude.", "aude"),
        ("guide", "fiche-guide"),
        ("Ça", "ca"),
        ("???", "fiche"),
    ],
)
def test_the_nearest_name_to_what_a_person_writes(text, name):
    assert name_from(text) == name
    assert is_name(name)


HOSTILE = [
    *("Aude", "aude copie", "aude_2", "été", "e\u0301te\u0301", "İzmir", "ﬁche", "fiche-🌱", "شباب", "中文", "-aude"),
    *(
        "aude-",
        "con",
        "nul",
        "com1",
        "LPT9",
        "aux.backup",
        "a" * 101,
        "a" * 200,
        "..",
        "a\u202eb",
        "a\nb",
        "a'b",
        "a$b",
    ),
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_other_name_is_refused_with_one_that_can_be_given(name):
    assert not is_name(name)
    assert is_name(name_from(name))


def test_files_whose_names_differ_by_case_or_by_normalisation_only_are_not_both_built(example):
    text = (example.sheets / "ville-modele.yaml").read_bytes()
    for name in ("Ville-modele.yaml", "cite\u0301.yaml", "cit\u00e9.yaml", "VILLE-MODELE.YAML"):
        (example.sheets / name).write_bytes(text)
    review = review_fiches(example, example.sheet_files())
    assert set(review.fiches) == {"port-exemple", "ville-modele"}
    assert {fault.code for fault in review.errors} == {"file-name"}


def test_capitals_in_a_file_s_ending_make_no_difference(example):
    (example.sheets / "ville-modele.yaml").rename(example.sheets / "ville-modele.YAML")
    assert "ville-modele" in review_fiches(example, example.sheet_files()).fiches
