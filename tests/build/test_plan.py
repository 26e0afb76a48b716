from wishes import everything, make, wish

from terrinclus_publish.build import OWN, Format, Pagination, open_session


def add_sheet(collection, name):
    """Another sheet, with the text of an existing one."""
    (collection.sheets / f"{name}.yaml").write_bytes((collection.sheets / "ville-modele.yaml").read_bytes())


def list_in_guide(collection, name):
    text = collection.guide_file.read_text("utf-8")
    collection.guide_file.write_text(text.replace("fiches:\n", f"fiches:\n  - {name}\n", 1), "utf-8")


def plan(asked):
    return open_session(asked).plan


def names(asked):
    return [target.file.relative_to(asked.output).as_posix() for target in plan(asked).targets()]


def test_a_sheet_alone_has_the_dye_of_its_rank_in_the_guide(example):
    assert plan(everything(example)).ranks == {"port-exemple": 0, "ville-modele": 1}


def test_sheets_outside_the_guide_come_after_in_the_order_of_their_names(example):
    add_sheet(example, "zebre")
    add_sheet(example, "abeille")
    assert plan(everything(example)).ranks == {"port-exemple": 0, "ville-modele": 1, "abeille": 2, "zebre": 3}


def test_a_sheet_keeps_its_dye_whether_others_are_asked_for_or_not(example):
    add_sheet(example, "zebre")
    add_sheet(example, "abeille")
    assert plan(wish(example, sheets=["zebre"], fiche_forms=[Format.PDF])).ranks["zebre"] == 3


def test_one_line_in_the_guide_adds_a_sheet_to_it(example):
    add_sheet(example, "abeille")
    list_in_guide(example, "abeille")
    assert list(plan(everything(example)).numbers) == ["abeille", "port-exemple", "ville-modele"]


def test_files_are_named_after_the_sheet_and_its_format(example):
    asked = wish(example, sheets=["ville-modele"], fiche_forms=[Format.PDF, Format.HTML], guide_forms=[Format.PDF])
    assert names(asked) == ["fiches/ville-modele.pdf", "fiches/ville-modele.html", "guide.pdf"]


def test_without_a_guide_sheets_are_planned_all_the_same(example):
    example.guide_file.unlink()
    assert names(wish(example, fiche_forms=[Format.PDF])) == ["fiches/port-exemple.pdf", "fiches/ville-modele.pdf"]


def test_nothing_is_planned_while_the_guide_is_broken(example):
    example.guide_file.write_text("titre: seul", "utf-8")
    assert names(everything(example)) == []


def test_the_guide_is_not_planned_while_one_of_its_sheets_has_an_error(example):
    (example.sheets / "ville-modele.yaml").write_text("titre: seul", "utf-8")
    assert names(everything(example)) == [f"fiches/port-exemple.{form}" for form in OWN]


def test_a_sheet_outside_the_guide_that_has_an_error_keeps_nothing_from_the_guide(example):
    (example.sheets / "brouillon.yaml").write_text("titre: seul", "utf-8")
    assert "guide.pdf" in names(everything(example))


def test_another_pagination_makes_the_guide_in_word_anew_and_nothing_else(example):
    make(everything(example))
    asked = everything(example, pagination=Pagination.LIBREOFFICE)
    assert [(target.name, target.form) for target in open_session(asked).plan.stale()] == [("guide", Format.DOCX)]
