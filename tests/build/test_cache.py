import pytest
from wishes import contents, everything, make

from terrinclus_publish.build import Planned
from terrinclus_publish.build.cache import FOLDER, Cache, open_cache
from terrinclus_publish.build.seal import Seal, user_seal


def test_an_entry_comes_back_as_it_was_written(example):
    cache = open_cache(example)
    cache.write("fiches/a.json", {"clef": "é", "images": {}})
    assert cache.read("fiches/a.json") == {"clef": "é", "images": {}}
    assert cache.read("fiches/b.json") == {}


def test_git_leaves_the_cache_alone(example):
    make(everything(example))
    assert (example.root / FOLDER / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"


def test_the_cache_can_be_deleted_at_any_time(example):
    from shutil import rmtree

    make(everything(example))
    before = contents(example.output)
    rmtree(example.root / FOLDER)
    assert make(everything(example))[0] == Planned(8, 0)
    assert contents(example.output) == before


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: b"", lambda content: b"x" * 80])
def test_a_damaged_entry_is_built_again(example, damage):
    make(everything(example))
    before = contents(example.output)
    for file in (example.root / FOLDER).rglob("*.*"):
        if file.is_file():
            file.write_bytes(damage(file.read_bytes()))
    assert make(everything(example))[0] == Planned(8, 0)
    assert contents(example.output) == before


def test_a_cache_that_somebody_else_wrote_is_not_believed(example):
    theirs = Cache(example.root / FOLDER, Seal(b"another key"))
    theirs.write("fiches/a.json", {"clef": "x"})
    assert open_cache(example).read("fiches/a.json") == {}


def test_the_seal_of_a_user_stays_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_seal() == user_seal()
    assert (tmp_path / "terrinclus" / "sceau").stat().st_mode & 0o077 == 0


def test_without_a_place_to_keep_it_a_seal_holds_for_one_run(tmp_path, monkeypatch):
    (tmp_path / "fichier").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "fichier"))
    assert user_seal() != user_seal()


def test_a_collection_whose_cache_cannot_be_written_is_built_all_the_same(example):
    (example.root / FOLDER).write_bytes(b"")
    assert make(everything(example))[0] == Planned(8, 0)
    assert len(contents(example.output)) == 8
