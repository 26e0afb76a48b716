from lxml import etree

from terrinclus_publish.build import (
    Failed,
    Format,
    Made,
    Started,
    make,
    plan_fiches,
    plan_guide,
    review_fiches,
    review_guide,
)
from terrinclus_publish.build.making import with_page_numbers
from terrinclus_publish.compose import Composer


def plan(collection, *formats):
    return plan_fiches(review_fiches(collection, collection.sheet_files()), formats, collection.output)


def test_each_file_is_announced_then_made(example):
    events = list(make(example, plan(example, Format.HTML)))
    assert [type(event) for event in events] == [Started, Made, Started, Made]
    assert events[1].shown == "output/fiches/port-exemple.html"
    assert events[1].file.stat().st_size == events[1].size


def test_work_begins_with_the_first_event_and_not_before(example):
    events = make(example, plan(example, Format.HTML))
    assert not example.output.exists()
    next(events)
    next(events)
    assert [file.name for file in (example.output / "fiches").iterdir()] == ["port-exemple.html"]


def test_a_file_that_cannot_be_written_stops_no_other(example):
    (example.output / "fiches" / "port-exemple.html").mkdir(parents=True)
    events = list(make(example, plan(example, Format.HTML)))
    assert [type(event) for event in events] == [Started, Failed, Started, Made]
    assert events[1].faults[0].code == "output-is-folder"
    assert sorted(file.name for file in (example.output / "fiches").iterdir()) == [
        "port-exemple.html",
        "ville-modele.html",
    ]


def test_a_template_at_fault_is_told_once_a_sheet(example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.html.j2").write_text("<article><blink/></article>")
    events = list(make(example, plan(example, Format.HTML, Format.PDF)))
    assert [type(event) for event in events] == [Failed, Failed]
    assert "blink" in events[0].faults[0].message


def test_the_same_sheets_give_the_same_bytes(example):
    def content():
        return [event.file.read_bytes() for event in make(example, plan(example, Format.HTML)) if type(event) is Made]

    assert content() == content()


def test_every_page_reference_of_the_guide_gets_its_number(example):
    (job,) = plan_guide(review_guide(example), [Format.DOCX], example.output)
    tree = job.compose(Composer(example))
    filled = with_page_numbers(tree, {"fiche-port-exemple": 7, "fiche-ville-modele": 11})
    numbers = {span.get("data-renvoi"): span.text for span in filled.iter("span") if span.get("data-renvoi")}
    assert numbers == {"fiche-port-exemple": "7", "fiche-ville-modele": "11"}


def test_filling_in_page_numbers_leaves_the_tree_as_it_is(example):
    (job,) = plan_guide(review_guide(example), [Format.DOCX], example.output)
    tree = job.compose(Composer(example))
    before = etree.tostring(tree)
    with_page_numbers(tree, {"fiche-port-exemple": 7})
    assert etree.tostring(tree) == before


def test_no_renderer_changes_the_tree(example):
    from terrinclus_publish import pdf, web, word
    from terrinclus_publish.theme import load_theme

    job = plan(example, Format.PDF)[0]
    tree, theme = job.compose(Composer(example)), load_theme(example)
    before = etree.tostring(tree)
    for renderer in (pdf, word, web):
        renderer.render(tree, job.metadata(), theme, example)
        assert etree.tostring(tree) == before, renderer.__name__
