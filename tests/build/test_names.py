import pytest

from terrinclus_publish.build.names import is_name, name_from


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
