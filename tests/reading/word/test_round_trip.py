"""A sheet goes out to Word and comes back: what returns is its normal form, field for field.

Custom XML, properties of the file and of content controls are stripped first: what a person sees is enough.
"""

import io
import os
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from sheets import fiches
from terrinclus_publish.fields import data_of
from terrinclus_publish.normal import Standard, normal_data
from terrinclus_publish.reading.sheet import read_sheet
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.word import read_word

EXAMPLES = int(os.environ.get("TERRINCLUS_EXAMPLES", "200"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = [
    "aude",
    "cfsi",
    "f3e",
    "loire-atlantique",
    "meurthe-et-moselle",
    "pas-de-calais",
    "savoie-anima-terre",
    "savoie-l-autre",
    "solidarite-laique",
    "suresnes",
    "val-de-marne",
    "yvelines",
]


def stripped(content: bytes) -> bytes:
    """The file without what no reader sees."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            if name.startswith(("customXml/", "docProps/")):
                continue
            part = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(part)
                for element in [
                    *root.iter(f"{W}sdtPr"),
                    *root.iter(f"{W}bookmarkStart"),
                    *root.iter(f"{W}bookmarkEnd"),
                ]:
                    element.getparent().remove(element)
                part = etree.tostring(root)
            target.writestr(name, part)
    return buffer.getvalue()


def back(content: bytes, standard: Standard, known: dict[str, str] | None = None):
    return read_sheet(read_word(stripped(content), "fiche.docx"), standard, Pictures("essai", known or {}))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", [None, 3])
def test_a_sheet_comes_back_as_its_normal_form(name, number, rendered, standard, project_entries):
    fiche = next(entry.model for entry in project_entries if entry.nom == name)
    read = back(rendered(fiche, number), standard)
    assert data_of(read.fiche) == normal_data(fiche, standard)
    assert not read.missing and not read.notices and not read.comments and not read.pictures


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(fiche=fiches)
def test_any_sheet_comes_back_as_its_normal_form(fiche, rendered, standard):
    assert data_of(back(rendered(fiche), standard).fiche) == normal_data(fiche, standard)
