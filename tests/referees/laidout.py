"""The guide in Word, laid out by LibreOffice, for several collections; with the theme's fonts, installed or not."""

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from word.extract import part
from words import words

from referees.tools import MissingToolError
from terrinclus_publish import libreoffice, word
from terrinclus_publish.build.documents import guide_document
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.theme import load_theme
from terrinclus_publish.word.pagination import page_fields

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{}<cachedir>{}</cachedir></fontconfig>"""


@dataclass(frozen=True)
class LaidOut:
    """A guide's Word file, and the PDF that LibreOffice makes of it."""

    content: bytes = field(repr=False)
    pdf: bytes = field(repr=False)
    safeties: tuple[word.Safety, ...]

    @cached_property
    def shown(self) -> list[tuple[str, int]]:
        """Each page number that the file shows, with its bookmark."""
        body = part(self.content, "word/document.xml")
        return [(name, int(shown.text or "0")) for name, shown in page_fields(body)]

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            return [page.get_textpage().get_text_bounded() for page in document]

    def words(self, pdftotext: str) -> list[str]:
        """The words that poppler reads in the PDF, upright ones too."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "guide.pdf"
            file.write_bytes(self.pdf)
            done = subprocess.run([pdftotext, str(file), "-"], capture_output=True, timeout=60, check=True)
        return words(done.stdout.decode("utf-8"))

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each sheet's title says, by its bookmark."""
        body = part(self.content, "word/document.xml")
        names = {name for name, _ in self.shown}
        marks = (mark for mark in body.iter("{*}bookmarkStart") if _name(mark) in names)
        return {_name(mark): "".join(text.text or "" for text in mark.getparent().iter("{*}t")) for mark in marks}

    @cached_property
    def links(self) -> tuple[int, set[str]]:
        """How many links lead to places in the file, and the addresses to which the others lead."""
        inside, addresses = 0, set[str]()
        with pikepdf.open(io.BytesIO(self.pdf)) as document:
            for page in document.pages:
                for annotation in page.get("/Annots", []):
                    action = annotation.get("/A", {})
                    if "/URI" in action:
                        addresses.add(str(action["/URI"]))
                    else:
                        inside += annotation.get("/Subtype") == "/Link"
        return inside, addresses


def _name(mark: etree._Element) -> str:
    return next(str(value) for key, value in mark.attrib.items() if str(key).endswith("}name"))


def find_libreoffice() -> Path:
    """LibreOffice's program. Raises MissingToolError."""
    try:
        return libreoffice.find()
    except FaultsError as error:
        raise MissingToolError("soffice", "apt-get install libreoffice-writer-nogui") from error


@contextmanager
def fonts_of(collection: Collection, folder: Path) -> Iterator[None]:
    """With the theme's fonts to be found by LibreOffice, whatever is installed."""
    theme = load_theme(collection)
    places = {
        theme.polices[style.police].file(style.graisse, collection.root).parent for style in theme.styles.values()
    }
    file = folder / "fonts.conf"
    folders = "".join(f"<dir>{escape(str(place))}</dir>" for place in sorted(places))
    file.write_text(FONTS.format(folders, escape(str(folder / "fontconfig"))), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(file))
        yield


def collection_guide(collection: Collection) -> tuple[Guide, dict[str, Fiche]]:
    """A collection's guide and its sheets."""
    model = read(collection.guide_file, collection.root, Guide).model
    files = {name: collection.sheets / f"{name}.yaml" for name in model.fiches}
    return model, {name: read(file, collection.root, Fiche).model for name, file in files.items()}


def laid_out(collection: Collection, model: Guide, fiches: dict[str, Fiche], folder: Path) -> LaidOut:
    """A guide rendered, and laid out by LibreOffice."""
    document = guide_document(model, fiches)
    tree = document.compose(Composer(collection))
    content, safeties = word.render_numbered(tree, document.metadata(), load_theme(collection), collection)
    with fonts_of(collection, folder):
        return LaidOut(content, libreoffice.convert(content, libreoffice.PDF), safeties)
