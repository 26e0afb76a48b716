import shutil

import pytest
from lxml import etree
from wishes import contents, everything, make, wish

from terrinclus_publish.build import Failed, Format, Made, Planned, open_session
from terrinclus_publish.build.documents import guide_document
from terrinclus_publish.compose import Composer
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read


def shown(events):
    return [event.shown for event in events if isinstance(event, Made)]


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_each_file_is_counted_then_made(example):
    events = make(wish(example, fiche_forms=[Format.HTML]))
    assert events[0] == Planned(2, 0)
    assert shown(events) == ["output/fiches/port-exemple.html", "output/fiches/ville-modele.html"]
    assert events[1].file.stat().st_size == events[1].size


def test_work_begins_with_the_first_event_and_not_before(example):
    events = open_session(wish(example, fiche_forms=[Format.HTML])).make()
    assert not example.output.exists()
    next(events)
    next(events)
    assert [file.name for file in (example.output / "fiches").iterdir()] == ["port-exemple.html"]


def test_a_file_that_cannot_be_written_stops_no_other(example):
    (example.output / "fiches" / "port-exemple.html").mkdir(parents=True)
    events = make(wish(example, fiche_forms=[Format.HTML]))
    assert [type(event) for event in events] == [Planned, Failed, Made]
    assert events[1].faults[0].code == "output-is-folder"
    assert shown(events) == ["output/fiches/ville-modele.html"]


def test_a_template_at_fault_is_told_once_a_sheet(example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.html.j2").write_text("<article><blink/></article>")
    events = make(wish(example, fiche_forms=[Format.HTML, Format.PDF]))
    assert [type(event) for event in events] == [Planned, Failed, Failed]
    assert "blink" in events[1].faults[0].message


def test_nothing_is_made_twice(example):
    assert make(everything(example))[0] == Planned(8, 0)
    assert make(everything(example)) == [Planned(0, 8)]


def test_everything_is_made_anew_where_that_is_asked_for(example):
    make(everything(example))
    assert make(everything(example, everything=True))[0] == Planned(8, 0)


def test_what_is_made_after_a_change_is_what_a_first_build_would_make(example):
    make(everything(example))
    edit(example.sheets / "ville-modele.yaml", "titre: Une ville", "titre: Une autre ville")
    events = make(everything(example))
    assert events[0] == Planned(5, 3)
    assert not [name for name in shown(events) if "port-exemple" in name]
    after = contents(example.output)
    make(everything(example, everything=True))
    assert contents(example.output) == after


def test_the_same_bytes_come_from_processes_as_from_one(example):
    make(everything(example))
    alone = contents(example.output)
    make(everything(example, everything=True, processes=2))
    assert contents(example.output) == alone


def test_the_same_bytes_come_from_processes_that_compose_every_sheet(example):
    make(everything(example))
    alone = contents(example.output)
    shutil.rmtree(example.root / ".terrinclus")
    make(everything(example, everything=True, processes=2))
    assert contents(example.output) == alone


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_of_the_guide_s_template_is_told_once(example, processes):
    own_template(example, "guide.html.j2", example.template("guide.html.j2").read_text("utf-8"))
    make(everything(example))
    own_template(example, "guide.html.j2", "<div><blink/></div>")
    events = make(everything(example, processes=processes))
    assert [type(event) for event in events] == [Planned, Failed]
    assert "blink" in events[1].faults[0].message


def documents_made_after(example, change):
    make(everything(example))
    change()
    return sorted(name.removeprefix("output/") for name in shown(make(everything(example))))


SHEET = ["fiches/port-exemple.docx", "fiches/port-exemple.html", "fiches/port-exemple.pdf"]
SHEETS = [*SHEET, "fiches/ville-modele.docx", "fiches/ville-modele.html", "fiches/ville-modele.pdf"]
GUIDE = ["guide.docx", "guide.pdf"]


def test_a_date_that_changes_makes_nothing(example):
    assert documents_made_after(example, lambda: [file.touch() for file in example.sheets.iterdir()]) == []


def test_a_picture_makes_its_sheet_and_the_guide(example):
    picture = example.sheets / "images" / "port.jpg"
    content = picture.read_bytes()
    end = content.rindex(b"\xff\xd9")
    change = content[:end] + b"\xff\xfe\x00\x04ab" + content[end:]
    assert documents_made_after(example, lambda: picture.write_bytes(change)) == [*SHEET, *GUIDE]


def own_template(example, name, text):
    (example.root / "templates").mkdir(exist_ok=True)
    (example.root / "templates" / name).write_text(text, "utf-8")


def test_a_colour_of_the_theme_makes_everything(example):
    def change():
        own_template(example, "theme.toml", "[couleurs.encre]\nrvb = [20, 20, 20]\ncmjn = [0, 0, 0, 90]\n")

    assert documents_made_after(example, change) == [*SHEETS, *GUIDE]


def test_the_style_sheet_makes_the_pages_and_the_guide_s_template_the_guide(example):
    def style():
        own_template(example, "fiche.css", "main { margin: 9px; }")

    made = documents_made_after(example, style)
    assert [name for name in made if name.startswith("fiches/")] == [name for name in SHEETS if name.endswith("html")]

    packaged = example.template("guide.html.j2").read_text("utf-8")
    made = documents_made_after(example, lambda: own_template(example, "guide.html.j2", packaged + "\n"))
    assert made == GUIDE


def test_the_programme_s_name_makes_everything_and_the_back_cover_the_guide_alone(example):
    made = documents_made_after(example, lambda: edit(example.guide_file, "QUAIS", "BERGES"))
    assert made == [*SHEETS, *GUIDE]
    made = documents_made_after(example, lambda: edit(example.guide_file, "sous_titre: ", "sous_titre: Et "))
    assert made == GUIDE


def test_a_document_that_was_changed_or_deleted_is_made_again(example):
    def change():
        (example.output / "guide.pdf").unlink()
        (example.output / "fiches" / "port-exemple.html").write_text("tout autre chose", "utf-8")

    assert documents_made_after(example, change) == ["fiches/port-exemple.html", "guide.pdf"]


def test_a_sheet_that_moves_in_the_guide_is_made_anew_for_its_dye(example):
    def change():
        text = example.guide_file.read_text("utf-8")
        listed = "fiches:\n  - port-exemple\n  - ville-modele\n"
        assert listed in text
        example.guide_file.write_text(text.replace(listed, "fiches:\n  - ville-modele\n  - port-exemple\n"), "utf-8")

    assert documents_made_after(example, change) == [*SHEETS, *GUIDE]


def guide_tree(collection):
    guide = read(collection.guide_file, collection.root, Guide).model
    files = {name: collection.sheets / f"{name}.yaml" for name in guide.fiches}
    fiches = {name: read(file, collection.root, Fiche).model for name, file in files.items()}
    return guide_document(guide, fiches).compose(Composer(collection))


def test_no_renderer_changes_the_tree(example):
    from terrinclus_publish import pdf, web, word
    from terrinclus_publish.theme import load_theme
    from terrinclus_publish.tree import Metadata

    guide, theme = guide_tree(example), load_theme(example)
    (tree, *_) = guide.iter("article")
    before = etree.tostring(tree)
    for renderer in (pdf, word, web):
        renderer.render(tree, Metadata("Titre", "Auteur", "fr"), theme, example)
        assert etree.tostring(tree) == before, renderer.__name__
