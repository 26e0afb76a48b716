"""The setting in which the project's sheets are printed, and paragraphs in it."""

import pytest
from lxml import etree

from terrinclus_publish.pdf.fonts import Fonts
from terrinclus_publish.pdf.setting import Setting


@pytest.fixture(scope="session")
def setting(project, project_theme) -> Setting:
    return Setting(project_theme, Fonts(project_theme, project.root), project.sheets)


@pytest.fixture
def paragraph(setting):
    """A paragraph of phrasing (``un <em>deux</em>``) in a style, of a width in points."""

    def make(phrasing, style="corps", width=300.0, align="left"):
        return setting.paragraph(etree.fromstring(f"<p>{phrasing}</p>"), style, width, align)

    return make


@pytest.fixture
def text(paragraph):
    """Paragraphs of so many lines."""

    def make(lines, style="corps"):
        made = paragraph("<br/>".join(f"ligne {number}" for number in range(lines)), style)
        assert len(made.lines) == lines
        return made

    return make
