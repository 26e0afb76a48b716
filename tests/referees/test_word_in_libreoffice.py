"""Word files in LibreOffice, on a computer that has none of their fonts; and that our call of it is a safe one."""

import http.server
import io
import re
import subprocess
import threading
import zipfile

import pypdfium2
import pytest
from pdf.documents import sheets
from word.extract import W, paragraph_text
from word.structure import Docx

from referees.tools import find_libreoffice, find_program, required
from terrinclus_publish import word
from terrinclus_publish.libreoffice import ODT, PDF, convert
from terrinclus_publish.theme import load_theme

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><cachedir>{folder}</cachedir>
<selectfont><rejectfont><glob>*Source*</glob></rejectfont></selectfont></fontconfig>"""
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@pytest.fixture(scope="module", autouse=True)
def libreoffice():
    return required(find_libreoffice)


@pytest.fixture
def other_fonts(tmp_path, monkeypatch):
    """A computer without the theme's fonts; without any, LibreOffice does not start (fontconfig's FONTCONFIG_FILE)."""
    (tmp_path / "fonts.conf").write_text(FONTS.format(folder=tmp_path), "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))


@pytest.fixture(scope="module")
def files(project):
    """Three sheets as Word files, by name."""
    theme = load_theme(project)
    chosen = sheets(project)[::4]
    return {document.name: word.render(document.tree, document.metadata, theme, project) for document in chosen}


def test_fonts_that_are_not_installed_are_used(files, other_fonts, tmp_path):
    pdffonts = required(lambda: find_program("pdffonts", "poppler-utils"))
    for name, content in files.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(convert(content, PDF))
        report = subprocess.run([pdffonts, str(file)], capture_output=True, check=True).stdout.decode()
        used = {line.split()[0].rpartition("+")[2] for line in report.splitlines()[2:]}
        assert {"SourceSansPro-Regular", "SourceSansPro-Semibold", "SourceSerifPro-Regular"} <= used, name
        assert all(font.startswith(("SourceSansPro-", "SourceSerifPro-")) for font in used), name


def test_every_word_is_on_the_pages(files):
    for name, content in files.items():
        pages = pypdfium2.PdfDocument(io.BytesIO(convert(content, PDF)))
        shown = letters("".join(page.get_textpage().get_text_bounded() for page in pages))
        for paragraph in Docx(content).body.iter(f"{W}p"):
            for said in paragraph_text(paragraph).split():
                assert letters(said) in shown, (name, said)


def letters(text):
    """The letters and figures of a text: a word may be cut between two lines."""
    return re.sub(r"\W", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi"))


@pytest.fixture
def listener():
    """A server on this computer, and the addresses that were asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *arguments):
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def linked(content, address):
    """A Word file whose first picture is looked for at an address."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                text = re.sub(rb'r:embed="\w+"', b'r:link="rIdElsewhere"', text, count=1)
            elif name == "word/_rels/document.xml.rels":
                row = f'<Relationship Id="rIdElsewhere" Type="{IMAGE}" Target="{address}" TargetMode="External"/>'
                text = text.replace(b"</Relationships>", f"{row}</Relationships>".encode())
            target.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize("to", [PDF, ODT])
def test_a_link_in_a_document_is_not_followed(files, listener, to):
    address, asked = listener
    content = linked(next(iter(files.values())), f"{address}/secret.png")
    assert convert(content, to)
    assert asked == []
