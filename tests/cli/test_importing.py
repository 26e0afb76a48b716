"""``terrinclus import`` as an officer uses it."""

import pytest
from importing.test_sheets import TEXT

from terrinclus_publish.cli.exits import ExitCode


@pytest.fixture
def document(tmp_path):
    """A text that holds a whole sheet."""
    file = tmp_path / "cantines.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_an_imported_sheet_can_be_checked_and_made(run, example, document):
    result = run("import", str(document))
    assert result.exit_code == ExitCode.DONE
    assert "sheets/cantines.yaml" in result.stdout
    assert "terrinclus check cantines" in result.stdout
    assert run("check", "cantines").exit_code == ExitCode.DONE
    assert run("render", "cantines").exit_code == ExitCode.DONE


def test_a_trial_writes_nothing(run, example, document):
    before = sorted(example.root.rglob("*"))
    result = run("import", str(document), "--dry-run")
    assert result.exit_code == ExitCode.DONE
    assert "Rien n'est écrit" in result.stdout
    assert sorted(example.root.rglob("*")) == before


def test_a_sheet_is_replaced_only_when_that_is_asked(run, example, document):
    run("import", str(document))
    document.write_text(TEXT.replace("en mars", "en avril"), "utf-8")
    refused = run("import", str(document))
    assert refused.exit_code == ExitCode.FAULTS
    assert "existe déjà" in refused.stderr and "--force" in refused.stderr
    assert "en mars" in (example.sheets / "cantines.yaml").read_text("utf-8")
    assert run("import", str(document), "--force").exit_code == ExitCode.DONE
    assert "en avril" in (example.sheets / "cantines.yaml").read_text("utf-8")


def test_what_would_change_is_shown_field_by_field(run, document):
    run("import", str(document))
    document.write_text(TEXT.replace("en mars", "en avril"), "utf-8")
    shown = run("import", str(document), "--dry-run").stdout
    assert "focus › parties › 1 › contenu › 1 › texte\n" in shown
    assert "    - Les élèves sèment en mars.\n    + Les élèves sèment en avril.\n" in shown


def test_the_author_names_the_sheet_and_its_folder(run, example, document, tmp_path):
    assert run("import", str(document), "--nom", "potager", "--into", str(tmp_path)).exit_code == ExitCode.DONE
    assert (tmp_path / "potager.yaml").is_file()


def test_a_name_that_cannot_be_is_refused_with_one_that_can(run, document):
    result = run("import", str(document), "--nom", "Été à Dakar")
    assert result.exit_code == ExitCode.MISUSE
    assert "ete-a-dakar" in result.stderr


def test_several_sheets_take_no_name(run, document):
    document.write_text(TEXT + TEXT, "utf-8")
    result = run("import", str(document), "--nom", "potager")
    assert result.exit_code == ExitCode.MISUSE
    assert "plusieurs fiches" in result.stderr


def test_a_missing_file_is_told_without_fuss(run):
    result = run("import", "absente.docx")
    assert result.exit_code == ExitCode.FAULTS
    assert "absente.docx" in result.stderr


def test_words_without_a_place_are_shown_and_kept(run, example, document):
    document.write_text(TEXT.replace("LE PROJET\n", "LE PROJET\n\nUn mot perdu.\n", 1).replace(
        "Porteur :", "Couleur préférée : le vert\n\nPorteur :"), "utf-8")  # fmt: skip
    shown = run("import", str(document)).stdout
    assert "le vert" in (example.sheets / "cantines.yaml").read_text("utf-8")
    assert "Un mot perdu." in (example.sheets / "cantines.yaml").read_text("utf-8")
    assert "à classer" in shown


def test_required_fields_that_the_document_lacks_are_named(run, document):
    document.write_text(TEXT.partition("LES OBJECTIFS")[0], "utf-8")
    shown = run("import", str(document)).stdout
    assert "À compléter" in shown and "projet.objectifs" in shown


def test_a_sheet_that_says_the_same_is_left_as_it_is(run, example, document):
    run("import", str(document))
    sheet = example.sheets / "cantines.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "# Une note.\n", "utf-8")
    for options in ((), ("--force",)):
        result = run("import", str(document), *options)
        assert result.exit_code == ExitCode.DONE
        assert "Aucune différence" in result.stdout
        assert sheet.read_text("utf-8").endswith("# Une note.\n")


def test_comments_that_would_go_are_told(run, example, document):
    run("import", str(document))
    sheet = example.sheets / "cantines.yaml"
    sheet.write_text(sheet.read_text("utf-8") + "# Une note.\n", "utf-8")
    document.write_text(TEXT.replace("en mars", "en avril"), "utf-8")
    assert "1 ligne de commentaire" in run("import", str(document), "--dry-run").stdout


def test_a_sheet_that_cannot_be_read_is_not_said_to_be_the_same(run, example, document):
    (example.sheets / "cantines.yaml").write_text("titre: [", "utf-8")
    result = run("import", str(document))
    assert result.exit_code == ExitCode.FAULTS
    assert "ne peut pas être lue" in result.stdout


def test_a_sheet_is_not_imported_as_a_document(run, example):
    result = run("import", str(example.sheets / "ville-modele.yaml"))
    assert result.exit_code == ExitCode.FAULTS
    assert "déjà une fiche" in result.stderr


def test_a_total_that_does_not_add_up_is_told_with_both_sums(run, example, document):
    money = "LE FINANCEMENT DU PROJET\n\nFinanceur\tContribution\nVille\t1 000 €\nTotal\t1 200 €\n\nFOCUS SUR"
    document.write_text(TEXT.replace("FOCUS SUR", money), "utf-8")
    shown = run("import", str(document)).stdout
    assert "1 200" in shown and "1 000" in shown and "ecart" in shown
    assert run("check", "cantines").exit_code == ExitCode.DONE
    assert "ecart: à expliquer" in (example.sheets / "cantines.yaml").read_text("utf-8")
