from terrinclus_publish.faults import Level


def found(faults):
    return [(fault.code, fault.level, fault.field) for fault in faults]


def test_a_guide_of_existing_sheets_has_no_fault(check_with, sheet):
    assert check_with(sheet("aude"), sheet("suresnes"), fiches=["aude", "suresnes"]) == []


def test_a_sheet_without_a_file_is_an_error_with_the_nearest(check_with, sheet):
    faults = check_with(sheet("aude"), sheet("suresnes"), fiches=["aude", "suresne", "suresnes"])
    assert found(faults) == [("unknown-sheet", Level.ERROR, "fiches.1")]
    assert "sheets/suresne.yaml" in faults[0].message
    assert faults[0].expected == "Écrivez peut-être «\u00a0suresnes\u00a0»"


def test_a_sheet_with_faults_of_its_own_exists_all_the_same(check_with, sheet, collection):
    (collection.sheets / "suresnes.yaml").write_text("titre: [", "utf-8")
    assert check_with(sheet("aude"), fiches=["aude", "suresnes"]) == []


def test_a_sheet_listed_twice_is_an_error(check_with, sheet):
    faults = check_with(sheet("aude"), sheet("suresnes"), fiches=["aude", "suresnes", "aude"])
    assert found(faults) == [("sheet-listed-twice", Level.ERROR, "fiches.2")]
    assert "fiche 1 du guide" in faults[0].message


def test_a_sheet_of_the_folder_that_the_guide_forgets_is_a_warning(check_with, sheet, collection):
    (collection.sheets / "yvelines.yaml").write_text("", "utf-8")
    faults = check_with(sheet("aude"), sheet("suresnes"))
    assert [fault.found for fault in faults] == ["suresnes", "yvelines"]
    assert {(fault.code, fault.level) for fault in faults} == {("forgotten-sheet", Level.WARNING)}


def test_a_file_that_must_be_renamed_is_not_asked_to_be_listed(check_with, sheet, collection):
    (collection.sheets / "Été 2023.yaml").write_text("", "utf-8")
    assert check_with(sheet("aude"), fiches=["aude"]) == []


def pilots(*names):
    return {"titre": "Les démarches pilotes", "demarches": [{"fiche": name} for name in names]}


def test_a_pilot_project_outside_the_guide_is_an_error(check_with, sheet):
    faults = check_with(sheet("aude"), demarches_pilotes=pilots("aude", "audes"))
    assert found(faults) == [("pilot-without-sheet", Level.ERROR, "demarches_pilotes.demarches.1.fiche")]
    assert "«\u00a0aude\u00a0»" in faults[0].expected


def test_a_pilot_project_with_two_rows_is_a_warning(check_with, sheet):
    faults = check_with(sheet("aude"), demarches_pilotes=pilots("aude", "aude"))
    assert found(faults) == [("pilot-listed-twice", Level.WARNING, "demarches_pilotes.demarches.1.fiche")]


def test_a_sheet_may_be_no_pilot_project(check_with, sheet):
    faults = check_with(sheet("aude"), sheet("f3e"), fiches=["aude", "f3e"], demarches_pilotes=pilots("aude"))
    assert faults == []


def contact(organisation, name):
    return [{"organisme": organisation, "personnes": [{"nom": name}]}]


def test_the_same_person_in_two_organisations_of_two_sheets_is_a_warning_at_the_second(check_with, sheet):
    first = sheet("aude", contacts=contact("Département de l'Aude", "Nicolas Cimbaro"))
    second = sheet("nancy", contacts=contact("Meurthe-et-Moselle", "Nicolas Cimbaro"))
    faults = check_with(first, second, fiches=["aude", "nancy"])
    assert found(faults) == [("person-in-two-organisations", Level.WARNING, "contacts.0.personnes.0.nom")]
    assert faults[0].place.file == "sheets/nancy.yaml"
    assert "«\u00a0aude\u00a0»" in faults[0].message


def test_the_same_person_for_the_same_organisation_in_every_sheet_is_no_fault(check_with, sheet):
    same = contact("Assemblée des Départements de France", "Simon Letonturier")
    assert check_with(sheet("aude", contacts=same), sheet("nancy", contacts=same), fiches=["aude", "nancy"]) == []


def test_the_guides_own_texts_and_logos_are_checked(check_with, sheet):
    front = [{"titre": "Introduction", "contenu": "Voir [l'étude](#)."}]
    funders = [{"nom": "Ministère", "logo": "images/ministere.png"}]
    faults = check_with(sheet("aude"), liminaires=front, financeurs=funders, langue="de")
    assert {fault.code for fault in faults} == {"dead-link", "picture-missing", "language-without-labels"}
