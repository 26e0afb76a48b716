import json

import pytest


def made(folder):
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_print_makes_files_for_the_shop_and_for_the_office_with_their_reports(run, example):
    result = run("print")
    assert made(example.output / "impression") == [
        "controle.json",
        "controle.txt",
        "couverture-presse.pdf",
        "fiches/port-exemple-livret.pdf",
        "fiches/ville-modele-livret.pdf",
        "guide-livret.pdf",
        "guide-presse.pdf",
    ]
    assert "5 documents fabriqués" in result.stdout
    reports = json.loads((example.output / "impression" / "controle.json").read_text("utf-8"))
    assert [report["file"] for report in reports][:2] == ["guide-presse.pdf", "couverture-presse.pdf"]


def test_an_error_of_preflight_is_shown_and_ends_with_one(run):
    """The example's photographs are too coarse for a press."""
    result = run("print", "--guide")
    assert result.exit_code == 1
    assert "moins de 225 points par pouce" in result.stdout


def test_only_the_sheets_that_are_named_are_printed(run, example):
    run("print", "ville-modele")
    names = [name for name in made(example.output / "impression") if name.endswith(".pdf")]
    assert names == ["fiches/ville-modele-livret.pdf"]


def test_the_economical_version_of_the_guide(run, example):
    run("print", "--guide", "--economique")
    names = [name for name in made(example.output / "impression") if name.endswith(".pdf")]
    assert names == ["guide-economique.pdf", "guide-livret-economique.pdf"]


def test_copies_for_the_people_of_a_file(run, example, tmp_path):
    guests = tmp_path / "invites.csv"
    guests.write_text("Nom;Ville\nAnne;Lyon\nBéa;Sète\n", "cp1252")
    run("print", "ville-modele", "--destinataires", str(guests), "--un-fichier-chacun")
    assert [name for name in made(example.output / "impression") if "exemplaires" in name] == [
        "exemplaires/ville-modele-livret-1.pdf",
        "exemplaires/ville-modele-livret-2.pdf",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--bleed", "40"), "le fond perdu va de 0 à 10 mm"),
        (("--papier", "carton"), "n'est pas un papier"),
        (("--reliure", "colle"), "pique"),
        (("--icc", "absent.icc"), "ne se lit pas"),
        (("--exemplaires", "0"), "de 1 à"),
        (("ville-modele", "--guide"), "ne nommez pas de fiches"),
        (("inconnue",), "introuvable"),
    ],
)
def test_a_misuse_is_told_in_french(run, words, said):
    result = run("print", *words)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_file_that_is_no_profile_is_refused(run, tmp_path):
    other = tmp_path / "photo.icc"
    other.write_bytes(b"not a profile")
    result = run("print", "--icc", str(other))
    assert result.exit_code == 2
    assert "profil ICC d'une presse" in result.stderr


def test_a_sheet_with_an_error_is_not_printed(run, example, spoil):
    spoil("ville-modele.yaml", "titre:", "titr:")
    result = run("print")
    assert result.exit_code == 1
    assert "sheets/ville-modele.yaml" in result.stderr and "Rien n'est fabriqué" in result.stderr
    assert not (example.output / "impression").exists()


def test_a_sign_that_the_fonts_lack_is_told(run, tmp_path):
    guests = tmp_path / "invites.csv"
    guests.write_text("Nom\n王\n", "utf-8")
    result = run("print", "ville-modele", "--destinataires", str(guests))
    assert result.exit_code == 1
    assert "U+738B" in result.stderr


def test_preflight_reports_on_any_file(run, example):
    run("guide")
    result = run("preflight", str(example.output / "guide.pdf"))
    assert result.exit_code == 1
    assert "Une couleur est en RVB" in result.stdout
    found = json.loads(run("preflight", str(example.output / "guide.pdf"), "--format", "json").stdout)
    assert "annotation" in {finding["code"] for finding in found["findings"]}


def test_preflight_of_another_file_is_refused(run, example):
    result = run("preflight", str(example.guide_file))
    assert result.exit_code == 1
    assert "n'est pas un PDF" in result.stderr
