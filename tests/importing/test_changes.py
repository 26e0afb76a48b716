from decimal import Decimal

from terrinclus_publish.importing import changes


def told(before, after):
    return [(change.readable_field, change.before, change.after) for change in changes(before, after)]


def test_equal_sheets_differ_in_nothing():
    assert told({"titre": "A", "odd": [1, 2]}, {"titre": "A", "odd": [1, 2]}) == []


def test_a_changed_text_is_named_by_its_field():
    before = {"focus": {"parties": [{"titre": "Un"}, {"titre": "Deux"}]}}
    after = {"focus": {"parties": [{"titre": "Un"}, {"titre": "Trois"}]}}
    assert told(before, after) == [("focus › parties › 2 › titre", "Deux", "Trois")]


def test_an_added_item_does_not_shift_the_others():
    before = {"contacts": [{"nom": "A"}, {"nom": "C"}]}
    after = {"contacts": [{"nom": "A"}, {"nom": "B"}, {"nom": "C"}]}
    assert told(before, after) == [("contacts › 2", None, "B")]


def test_a_removed_field_is_shown_with_what_it_said():
    assert told({"odd": [4, 8]}, {}) == [("odd", "4 · 8", None)]


def test_amounts_and_yes_or_no_are_shown_as_people_read_them():
    before, after = {"montant": Decimal("1E+2"), "pluriel": True}, {"montant": Decimal(200), "pluriel": False}
    assert told(before, after) == [("montant", "100", "200"), ("pluriel", "oui", "non")]
