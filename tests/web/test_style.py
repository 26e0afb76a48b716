"""The theme as CSS: what a font file's name says of its weight."""

import pytest

from terrinclus_publish.web.style import style_sheet


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("Regular", "400"),
        ("It", "italic 400"),
        ("SemiboldIt", "italic 600"),
        ("SemiBold", "600"),
        ("BoldItalic", "italic 700"),
        ("Medium", "500"),
        ("Book", "400"),
    ],
)
def test_a_weight_is_that_of_the_font_file(project_theme, name, css):
    style = project_theme.styles["corps"].model_copy(update={"graisse": name})
    theme = project_theme.model_copy(update={"styles": {**project_theme.styles, "corps": style}})
    assert f"--corps:{css} 1rem/" in style_sheet("", theme, 0)


def test_every_style_of_the_theme_is_used_somewhere(project_theme, project):
    package = project.root / "terrinclus_publish"
    folders = [package / name for name in ("pdf", "word", "web")]
    code = "".join(file.read_text("utf-8") for folder in folders for file in folder.rglob("*.py"))
    code += project.template("fiche.css").read_text("utf-8")
    printing = {project_theme.impression.nombre_style, *project_theme.texte.styles}
    assert [name for name in project_theme.styles if f'"{name}"' not in code and name not in printing] == []
