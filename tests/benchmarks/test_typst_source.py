import re
from importlib.util import find_spec

import pypdfium2
import pytest

from benchmarks.typst_source import to_typst
from benchmarks.typst_style import font_files
from terrinclus_publish.tree import Metadata, text_of

needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="typst is in the group « bench »")


@pytest.fixture(scope="module")
def guide(composer, project_guide, project_entries):
    return composer.guide(project_guide, project_entries)


@pytest.fixture(scope="module")
def source(guide, project_theme):
    return to_typst(guide, Metadata("Titre", "Auteur", "fr"), project_theme)


def characters(text: str) -> str:
    """A text without its spaces and hyphens, which lines change."""
    return re.sub(r"[\s\u2010\u00ad\ufffe\u0002-]", "", text)


def test_the_typst_source_has_the_trees_text_in_the_trees_order(guide, source):
    strings = re.findall(r'#"((?:[^"\\]|\\.)*)";', source)
    assert characters("".join(re.sub(r"\\(.)", r"\1", string) for string in strings)) == characters(text_of(guide))


def test_the_typst_source_has_the_trees_tables_lists_and_headings(guide, source):
    for element, call in (("table", "(table("), ("ul", "#list("), ("ol", "#enum("), ("h2", "#heading(level: 2")):
        assert source.count(call) == len(list(guide.iter(element))) > 0


@needs_typst
def test_typst_sets_every_word_of_the_guide(guide, source, project_theme, project, tmp_path):
    import typst

    (tmp_path / "guide.typ").write_text(source, "utf-8")
    folders = sorted({file.parent for file in font_files(project_theme, project.root)})
    pdf = typst.compile(
        tmp_path / "guide.typ",
        root=tmp_path,
        font_paths=folders,
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
    )
    document = pypdfium2.PdfDocument(pdf)
    printed = characters("".join(page.get_textpage().get_text_bounded() for page in document))
    document.close()
    words = {word for text in guide.itertext() for word in re.findall(r"\w+", text)}
    assert {word for word in words if word not in printed} == set()
