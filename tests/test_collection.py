"""Where things stand: the collection's folder, its own templates before the packaged ones."""

from pathlib import Path

import pytest

from terrinclus_publish.collection import Collection, CollectionNotFoundError, packaged_templates


@pytest.fixture
def collection(tmp_path):
    (tmp_path / "sheets" / "images").mkdir(parents=True)
    return Collection(tmp_path)


def test_a_collection_is_found_upwards_from_any_folder_inside(collection):
    for start in (collection.root, collection.sheets, collection.sheets / "images"):
        assert Collection.find(start).root == collection.root.resolve()


def test_the_nearest_collection_is_taken(collection):
    inner = collection.root / "autres" / "sheets"
    inner.mkdir(parents=True)
    assert Collection.find(inner).root == inner.parent.resolve()


def test_a_folder_without_sheets_is_no_collection(tmp_path):
    with pytest.raises(CollectionNotFoundError):
        Collection.find(tmp_path / "rien")


def test_a_file_called_sheets_is_no_collection(tmp_path):
    (tmp_path / "sheets").write_text("non")
    with pytest.raises(CollectionNotFoundError):
        Collection.find(tmp_path)


def test_the_guide_is_no_sheet_and_sheets_are_sorted(collection):
    for name in ("b.yaml", "a.yml", "guide.yaml", "notes.txt", "images/c.yaml"):
        (collection.sheets / name).write_text("x")
    assert [file.name for file in collection.sheet_files()] == ["a.yml", "b.yaml"]
    assert collection.guide_file == collection.root / "sheets" / "guide.yaml"
    assert collection.output == collection.root / "output"


def test_a_collections_own_template_comes_first_and_the_others_are_packaged(collection):
    own = collection.root / "templates"
    own.mkdir()
    (own / "theme.toml").write_text("")
    assert collection.template("theme.toml") == own / "theme.toml"
    assert collection.template("fiche.html.j2") == packaged_templates() / "fiche.html.j2"
    assert collection.template_folders == (own, packaged_templates())


def test_without_templates_of_its_own_a_collection_has_the_packaged_ones(collection):
    assert collection.template_folders == (packaged_templates(),)


def test_the_project_does_not_look_twice_into_its_own_templates(project):
    assert project.template_folders == (packaged_templates(),)


def test_a_missing_template_is_an_error(collection):
    with pytest.raises(FileNotFoundError):
        collection.template("inconnu.html.j2")


@pytest.mark.parametrize("name", ["fiche.html.j2", "guide.html.j2", "blocs.html.j2", "theme.toml", "libelles/fr.toml"])
def test_the_packaged_templates_are_whole(name):
    assert (packaged_templates() / Path(name)).is_file()
