"""Anybody's file: what was made to harm is refused before it is unpacked, in words that say why."""

import io
import warnings
import zipfile

import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.reading.package import LARGEST_PART, MOST_PARTS, Package

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts, stored=False):
    buffer = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive,
    ):
        warnings.simplefilter("ignore")  # zipfile's own word about a name given twice
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(content, name="a.xml"):
    with pytest.raises(FaultsError) as raised:
        Package(content, "fiche.docx").xml(name)
    (fault,) = raised.value.faults
    assert fault.place.file == "fiche.docx"
    return fault.code


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "' + "&x;" * 50 + '">]><a>&y;</a>',
    ],
)
def test_any_doctype_is_refused(text):
    assert refused(zipped([("a.xml", text)])) == "import-doctype"


def test_two_parts_of_one_name_are_refused():
    assert refused(zipped([("a.xml", "<a/>"), ("a.xml", "<b/>")])) == "import-duplicate-part"
    assert refused(zipped([("a.xml", "<a/>"), ("A.XML", "<b/>")])) == "import-duplicate-part"


def test_a_part_that_swells_is_refused_before_it_is_read():
    assert refused(zipped([("a.xml", b"<a>" + b" " * (LARGEST_PART + 1) + b"</a>")])) == "import-too-large"
    assert refused(zipped([("a.xml", b"<a>" + b"a" * 300_000 + b"</a>")])) == "import-too-large"


def test_a_thousand_parts_are_refused():
    assert refused(zipped([(f"{rank}.xml", "<a/>") for rank in range(MOST_PARTS + 1)])) == "import-too-large"


def test_a_size_that_lies_is_refused():
    content = bytearray(zipped([("a.xml", b"<a>" + b"a b c " * 900 + b"</a>")]))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = (12).to_bytes(4, "little")
    assert refused(bytes(content)) == "import-unreadable"


@pytest.mark.parametrize("text", ["<a><b></a>", "", "<a>\x00</a>", "\ufeff"])
def test_broken_xml_is_refused(text):
    assert refused(zipped([("a.xml", text)])) == "import-unreadable"


def test_deep_nesting_is_refused():
    assert refused(zipped([("a.xml", "<a>" * 400 + "</a>" * 400)], stored=True)) == "import-unreadable"


def test_a_cut_file_is_refused():
    content = zipped([("a.xml", "<a/>")])
    assert refused(content[: len(content) // 2]) == "import-unreadable"


def test_a_locked_part_is_refused():
    content = bytearray(zipped([("a.xml", "<a>secret</a>")]))
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(head) + place] |= 1
    assert refused(bytes(content)) == "import-unreadable"


def test_a_relation_never_leaves_the_file():
    relations = (
        f'<Relationships xmlns="{RELATIONS}">'
        '<Relationship Id="a" Type="x/image" Target="../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/image" Target="http://exemple.fr/a.png" TargetMode="External"/>'
        '<Relationship Id="c" Type="x/image" Target="/word/media/a.png"/>'
        "</Relationships>"
    )
    package = Package(zipped([("word/_rels/document.xml.rels", relations)]), "fiche.docx")
    found = package.relations("word/document.xml")
    assert found["a"][1] == "etc/passwd" and package.bytes("etc/passwd") is None
    assert found["b"] == ("image", "http://exemple.fr/a.png", True)
    assert found["c"][1] == "word/media/a.png"
