from terrinclus_publish.build.review import review_fiches, review_guide
from terrinclus_publish.collection import Collection


def spoil(collection: Collection, name: str, old: str, new: str) -> None:
    """Replace a passage of a file of the collection; it must be there."""
    file = collection.sheets / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def review_all(collection: Collection):
    return review_fiches(collection, [*collection.sheet_files(), collection.guide_file])


def test_the_invented_collection_has_no_fault(example):
    assert review_all(example).faults == ()


def test_a_fault_in_one_sheet_hides_none_in_another(example):
    spoil(example, "port-exemple.yaml", "montant: 250 000", "montant: 250 OOO")
    spoil(example, "ville-modele.yaml", "titre: Une ville", "titr: Une ville")
    assert review_all(example).faulty_files == {"sheets/port-exemple.yaml", "sheets/ville-modele.yaml"}


def test_a_sheet_with_an_error_is_not_sound_and_the_others_are(example):
    spoil(example, "port-exemple.yaml", "thematiques:\n  - jeunesse", "thematiques:\n  - jeunes")
    review = review_all(example)
    assert [source.name for source in review.sound_fiches] == ["ville-modele"]
    assert "port-exemple" in review.fiches


def test_a_warning_leaves_a_sheet_sound(example):
    spoil(example, "ville-modele.yaml", "periode: depuis 2021\n", "")
    review = review_all(example)
    assert [fault.code for fault in review.faults] == ["missing-part"]
    assert len(review.sound_fiches) == 2


def test_a_file_name_with_an_accent_is_refused_with_the_name_to_give(example):
    (example.sheets / "ville-modele.yaml").rename(example.sheets / "Ville modèle.yaml")
    (fault,) = review_fiches(example, example.sheet_files()).errors
    assert fault.code == "file-name"
    assert "ville-modele.yaml" in fault.expected


def test_two_files_for_one_sheet_are_refused(example):
    (example.sheets / "ville-modele.yml").write_bytes((example.sheets / "ville-modele.yaml").read_bytes())
    (fault,) = review_fiches(example, example.sheet_files()).errors
    assert fault.code == "duplicate-name"


def test_the_guide_is_checked_against_sheets_that_were_not_asked_for(example):
    spoil(example, "guide.yaml", "  - fiche: ville-modele", "  - fiche: ville-modelle")
    review = review_fiches(example, [example.guide_file])
    assert [fault.code for fault in review.guide_faults] == ["pilot-without-sheet"]


def test_a_broken_guide_is_told_of_also_when_one_sheet_is_asked_for(example):
    spoil(example, "guide.yaml", "programme:", "program:")
    review = review_fiches(example, [example.sheets / "ville-modele.yaml"])
    assert review.guide_is_broken
    assert review.faulty_files == {"sheets/guide.yaml"}


def test_a_collection_without_a_guide_has_no_broken_guide(example):
    example.guide_file.unlink()
    review = review_fiches(example, example.sheet_files())
    assert not review.guide_is_broken
    assert review.errors == ()


def test_the_guide_reads_only_the_sheets_that_it_lists(example):
    (example.sheets / "brouillon.yaml").write_text("titre: seul", "utf-8")
    review = review_guide(example)
    assert review.errors == ()
    assert [fault.code for fault in review.faults] == ["forgotten-sheet"]


def test_a_missing_guide_is_a_fault_of_the_guide(example):
    example.guide_file.unlink()
    (fault,) = review_guide(example).errors
    assert fault.code == "missing-guide"


def test_a_broken_vocabulary_is_a_fault_and_no_traceback(example):
    import pytest

    from terrinclus_publish.faults import FaultsError

    (example.root / "templates").mkdir()
    (example.root / "templates" / "vocabulaire.toml").write_text("[thematiques.eau]\nnom = 'Eau'\n")
    with pytest.raises(FaultsError, match="vocabulaire"):
        review_all(example)
