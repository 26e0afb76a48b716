"""Files made to harm, or broken: refused in French, with exit status 1, without a trace of the program's insides."""

import io
import struct
import time
import zipfile
import zlib

import pytest
from click.testing import CliRunner
from reading.word.building import docx, p, related, root, table

from terrinclus_publish.cli import main
from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import read

SECONDS = 10
"""What a hostile file may take; several times what it takes on a machine at rest."""


@pytest.fixture
def bring_in(example, tmp_path):
    """Imports a file's bytes; an exception that is not an exit fails the test."""

    def importing(content: bytes, name: str = "fiche.docx", *options: str):
        file = tmp_path / name
        file.write_bytes(content)
        start = time.process_time()
        result = CliRunner().invoke(main, ["import", str(file), "--collection", str(example.root), *options])
        assert time.process_time() - start < SECONDS
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return importing


def png(width: int, height: int) -> bytes:
    """The head of a picture of that size, and next to nothing behind it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def with_part(name: str, content: bytes | str) -> bytes:
    return docx(p("un"), {name: content})


BOMB = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100
REFUSED = {
    "a bomb of entities": with_part("word/styles.xml", f"{BOMB}<a>&a8;</a>"),
    "a doctype in the relations": with_part("word/_rels/document.xml.rels", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
    "a swelling part": with_part("word/footnotes.xml", b"<a>" + b" " * 30_000_000 + b"</a>"),
    "deep nesting": docx("<w:p>" * 2000 + "</w:p>" * 2000),
    "half a million paragraphs": docx("".join(f'<w:p w:rsidR="{rank:08X}"/>' for rank in range(500_000))),
    "an endless paragraph": docx(p("mot " * 10_000)),
    "a password": LOCKED,
    "an old format": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
    "a PDF": b"%PDF-1.7\n",
    "a cut file": docx(p("un"))[:-60],
    "half a file": docx(p("un"))[:300],
    "no body": with_part("word/document.xml", "<a/>"),
    "no document": b"PK\x05\x06" + b"\0" * 18,
    "a picture": png(10, 10),
    "an archive of something else": with_part("_rels/.rels", "<a/>")[:0] + docx("")[:0] + b"PK\x03\x04",
}  # fmt: skip


@pytest.mark.parametrize("content", REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_refused_in_words_that_help(bring_in, example, content):
    before = sorted(example.root.rglob("*"))
    result = bring_in(content)
    assert result.exit_code == 1
    assert "fiche.docx" in result.stderr and "Traceback" not in result.output
    assert sorted(example.root.rglob("*")) == before


def test_parts_of_one_name_are_refused(bring_in):
    content = io.BytesIO(docx(p("un")))
    with pytest.warns(UserWarning), zipfile.ZipFile(content, "a") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert "deux parties du même nom" in " ".join(bring_in(content.getvalue()).stderr.split())


def test_names_that_climb_out_of_the_folder_write_nothing_outside(bring_in, example, tmp_path):
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r></w:p>'
    parts = {"../../../evil.png": png(2, 2), "word/media/../../../evil.png": png(2, 2)}
    content = docx(p("un") + picture, parts, related("i", "image", "../../../../evil.png"))
    assert bring_in(content, "..evil..docx", "--nom", "essai").exit_code == 0
    assert not list(tmp_path.parent.rglob("evil.png"))


def test_a_huge_picture_is_set_apart_and_told(bring_in, example):
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r></w:p>'
    content = docx(p("un") + picture, {"word/media/a.png": png(60_000, 60_000)}, related("i", "image", "media/a.png"))
    result = bring_in(content)
    assert result.exit_code == 0
    assert "aucune page ne peut la montrer" in result.stdout
    assert "illustration" not in (example.sheets / "fiche.yaml").read_text("utf-8")


def test_a_relation_that_leads_out_is_never_followed(bring_in, tmp_path, example):
    (tmp_path / "secret.xml").write_text(root("ftr", p("secret")), "utf-8")
    relations = related("f", "footer", (tmp_path / "secret.xml").as_uri(), outside=True)
    relations += related("g", "footer", "../../../../../.." + str(tmp_path / "secret.xml"))
    assert bring_in(docx(p("un"), relations=relations)).exit_code == 0
    assert "secret" not in (example.sheets / "fiche.yaml").read_text("utf-8")


def test_tables_in_tables_keep_their_words(bring_in, example):
    inner = p("mot")
    for _ in range(30):
        inner = f"<w:tbl><w:tr><w:tc>{inner}{p('mot')}</w:tc></w:tr></w:tbl>"
    assert bring_in(docx(inner)).exit_code == 0
    assert (example.sheets / "fiche.yaml").read_text("utf-8").count("mot") == 31


@pytest.mark.parametrize("sign", ["[", "*", "’", "l’’", "`", "\\", "](", "« ", "&amp;", "&lt;"])
def test_a_long_paragraph_of_one_sign_is_read(bring_in, sign):
    assert bring_in(docx(p(sign * (8000 // len(sign))))).exit_code == 0


def test_signs_that_no_sheet_can_hold_do_not_stop_it(bring_in, example):
    text = "Un\u2028titre\x85\x1b[31m\ufffe\n\nUn \x07chapeau\u202e.\n"
    assert bring_in(text.encode(), "fiche.txt").exit_code == 0
    fiche = read(example.sheets / "fiche.yaml", example.root, Fiche).model
    assert "titre" in str(data_of(fiche)) and "chapeau" in str(data_of(fiche))


def test_a_collection_with_labels_of_its_own_reads_all_the_same(bring_in, example):
    labels = example.root / "templates" / "libelles"
    labels.mkdir(parents=True)
    (labels / "fr.toml").write_text('[guide]\nsommaire = "Sommaire"\n', "utf-8")
    result = bring_in(docx(p("Un titre", run="<w:b/>") + p("Focus") + p("1/ Semer") + table(("a", "b"), ("c", "d"))))
    assert result.exit_code == 0
