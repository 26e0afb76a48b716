import pytest

from terrinclus_publish.drawing.kept import FOLDER, MOST, kept


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """This user's folder, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "terrinclus" / FOLDER


class Drawer:
    """Draws the same picture, and counts how often."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return b"image"


def test_a_picture_is_drawn_once(folder):
    draw = Drawer()
    assert [kept(draw, b"a"), kept(draw, b"a")] == [b"image", b"image"]
    assert draw.times == 1


def test_what_it_is_made_of_tells_pictures_apart(folder):
    draw = Drawer()
    for parts in ((b"a",), (b"b",), (b"a", b"b"), (b"ab",)):
        kept(draw, *parts)
    assert draw.times == 4


@pytest.mark.parametrize("damage", [b"", b"x", b"0123456789abcdefimage"])
def test_a_damaged_picture_is_drawn_again(folder, damage):
    draw = Drawer()
    kept(draw, b"a")
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert kept(draw, b"a") == b"image"
    assert draw.times == 2


def test_where_nothing_can_be_kept_it_is_drawn_each_time(folder):
    folder.parent.parent.mkdir(exist_ok=True)
    folder.parent.write_bytes(b"a file in the place of the folder")
    draw = Drawer()
    assert [kept(draw, b"a"), kept(draw, b"a")] == [b"image", b"image"]
    assert draw.times == 2


def test_the_folder_does_not_grow_without_end(folder):
    folder.mkdir(parents=True)
    for number in range(MOST):
        (folder / str(number)).touch()
    kept(Drawer(), b"a")
    assert len(list(folder.iterdir())) == 1
