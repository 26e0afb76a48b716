from benchmarks.words import vary

TEXT = "L'Aude et Sousse : https://www.exemple.fr/deux, contact@aude.fr **gras** 67 000 €"


def test_the_variant_zero_is_the_text_itself():
    assert vary(TEXT, 0) == TEXT


def test_a_varied_text_has_the_same_letters_at_the_same_length():
    varied = vary("Des coopérations territoriales", 3)
    assert varied != "Des coopérations territoriales"
    assert sorted(varied.lower()) == sorted("des coopérations territoriales")
    assert [word.istitle() for word in varied.split()] == [True, False, False]


def test_addresses_figures_and_marks_stay():
    varied = vary(TEXT, 3)
    assert "https://www.exemple.fr/deux," in varied and "contact@aude.fr" in varied
    assert varied.count("**") == 2 and varied.endswith("67 000 €")


def test_a_word_is_varied_alike_everywhere_and_otherwise_in_another_variant():
    assert len({vary("coopération", 3), vary("une coopération", 3).split()[1]}) == 1
    assert len({vary("coopération", variant) for variant in range(20)}) > 15
