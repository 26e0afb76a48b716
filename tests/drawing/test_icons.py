"""Icons as paths, from the package's files."""

import pytest

from terrinclus_publish.drawing.iconfiles import icon_file
from terrinclus_publish.drawing.icons import load_icon
from terrinclus_publish.vocabulary import load_vocabulary


def points(icon):
    return [(step[place], step[place + 1]) for step in icon.outline for place in range(1, len(step), 2)]


def test_an_icon_is_a_closed_path_in_its_box():
    icon = load_icon("seedling")
    assert icon.outline[0][0] == "M"
    assert icon.outline[-1] == ("Z",)
    assert {len(step) for step in icon.outline if step[0] == "C"} <= {7}
    slack = icon.width * 0.02
    assert all(-slack <= x <= icon.width + slack and -slack <= y <= icon.height + slack for x, y in points(icon))


def test_every_icon_of_the_vocabulary_is_a_path(project):
    words = load_vocabulary(project)
    for term in [*words.thematiques.values(), *words.axes.values(), *words.odd.values()]:
        icon = load_icon(term.icone)
        assert {step[0] for step in icon.outline} <= {"M", "L", "C", "Z"}
        assert len(icon.outline) > 4
        assert sum(step[0] == "M" for step in icon.outline) == sum(step[0] == "Z" for step in icon.outline)


def test_an_unknown_icon_is_an_error():
    assert not icon_file("licorne-inconnue").is_file()
    with pytest.raises(FileNotFoundError):
        load_icon("licorne-inconnue")


def test_an_icon_is_read_once():
    assert load_icon("dove") is load_icon("dove")
