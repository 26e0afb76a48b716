"""Faults as values: how they are sorted, placed and named."""

from terrinclus_publish.faults import Fault, FaultsError, Level, Place


def fault(file="sheets/a.yaml", line=0, column=0, path=(), code="x"):
    return Fault(code, Level.ERROR, Place(file, line, column), "message", path)


def test_a_place_without_line_is_the_file():
    assert str(Place("sheets/aude.yaml")) == "sheets/aude.yaml"
    assert str(Place("sheets/aude.yaml", 42, 7)) == "sheets/aude.yaml:42:7"


def test_a_path_is_written_from_zero_for_programs_and_from_one_for_people():
    one = fault(path=("financement", 0, "lignes", 2, "montant"))
    assert one.field == "financement.0.lignes.2.montant"
    assert one.readable_field == "financement › 1 › lignes › 3 › montant"


def test_faults_are_carried_from_top_to_bottom_file_by_file():
    faults = [fault("b", 1), fault("a", 10, 2), fault("a", 9, 80), fault("a", 10, 1), fault("a")]
    error = FaultsError(faults)
    assert [str(one.place) for one in error.faults] == ["a", "a:9:80", "a:10:1", "a:10:2", "b:1:0"]
    assert "a:9:80 message" in str(error)
