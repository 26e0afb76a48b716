"""Documents with bytes flipped, elements removed, doubled or moved: each is imported, or refused in words."""

import copy
import io
import random
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz_lengths import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from terrinclus_publish import word
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.importing import plan_import, read_document
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read, read_text
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Metadata
from terrinclus_publish.writing import write_fiche

SECONDS = 5
"""What a document may take; more under other work on the machine."""
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
XML_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "content.xml", "styles.xml")
ODT = f"""<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0"
 xmlns:table="{OFFICE}:table:1.0" xmlns:style="{OFFICE}:style:1.0"><office:body><office:text>
<text:h text:outline-level="1">Des cantines</text:h>
<text:p>Un <text:span>chapeau</text:span>.<text:s text:c="2"/></text:p>
<text:p>Porteur : Ville</text:p><text:h text:outline-level="2">Genèse et contexte</text:h>
<text:list><text:list-item><text:p>un</text:p>
<text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list>
</text:list-item></text:list><text:h text:outline-level="1">Le financement du projet</text:h>
<table:table><table:table-row>
<table:table-cell table:number-columns-spanned="1"><text:p>Financeur</text:p></table:table-cell>
<table:table-cell><text:p>Contribution</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell><text:p>Ville</text:p></table:table-cell><table:table-cell><text:p>1 000 €</text:p></table:table-cell>
</table:table-row></table:table><text:p>Fin<text:note text:note-class="footnote"><text:note-body><text:p>note</text:p>
</text:note-body></text:note></text:p></office:text></office:body></office:document-content>"""


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Originals(dict[str, bytes]):
    """Documents by their name, which are not shown whole when a test fails."""

    def __repr__(self) -> str:
        return ", ".join(self)


@pytest.fixture(scope="module")
def originals(project) -> Originals:
    """A document of each kind."""
    guide = read(project.guide_file, project.root, Guide).model
    fiche = read(project.sheets / "suresnes.yaml", project.root, Fiche).model
    tree = Composer(project).fiche(Entry("essai", fiche, 0, None), guide)
    text = "\n\n".join("".join(element.itertext()) for element in tree.iter("h1", "h2", "h3", "p", "li", "td", "th"))
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": ODT.encode()}
    made = {
        "fiche.docx": word.render(tree, Metadata("Un titre", "A", "fr"), load_theme(project), project),
        "fiche.odt": zipped(odt),
        "fiche.md": text.encode(),
        "fiche.txt": write_fiche(fiche).encode(),
    }
    return Originals(made)


@pytest.fixture(autouse=True)
def time_is_bounded():
    """A document that takes far too long fails its test instead of keeping everybody waiting."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def imported_or_refused(project, tmp_path_factory) -> Callable[[str, bytes], None]:
    """Reads a document, and the sheets that it would give: they must be sheets, and load again."""
    root = tmp_path_factory.mktemp("documents")

    def importing(name: str, content: bytes) -> None:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(4 * SECONDS)
        file: Path = root / name
        file.write_bytes(content)
        try:
            planned = plan_import(project, root / "sheets", read_document(file), file.name, None)
        except FaultsError as error:
            for fault in error.faults:
                assert fault.place.file == name and fault.message, fault
            return
        for sheet in planned.sheets:
            assert read_text(write_fiche(sheet.fiche), "sheets/essai.yaml", Fiche).model

    return importing


@examples(60, 800)
@given(name=st.sampled_from(("fiche.docx", "fiche.odt", "fiche.md", "fiche.txt")), seed=st.integers(0, 2**32))
def test_bytes_flipped_cut_and_doubled(name, seed, originals, imported_or_refused):
    chance = random.Random(seed)
    content = bytearray(originals[name])
    for _ in range(chance.choice((1, 3, 30))):
        place = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[place] = chance.randrange(256)
            case 1:
                content[place : place + chance.randrange(200)] = b""
            case 2:
                content[place:place] = content[place : place + chance.randrange(200)]
            case _:
                content[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(8)))
        if not content:
            break
    imported_or_refused(name, bytes(content))


@examples(90, 1200)
@given(name=st.sampled_from(("fiche.docx", "fiche.docx", "fiche.odt")), seed=st.integers(0, 2**32))
def test_elements_removed_doubled_moved_and_renamed(name, seed, originals, imported_or_refused):
    chance = random.Random(seed)
    parts = unzipped(originals[name])
    part = chance.choice([name for name in XML_PARTS if name in parts])
    root = etree.fromstring(parts[part])
    for _ in range(chance.choice((1, 5, 40))):
        spoil(root, chance)
    parts[part] = etree.tostring(root)
    imported_or_refused(name, zipped(parts))


def spoil(root: etree._Element, chance: random.Random) -> None:
    """Change one element, or where it stands."""
    elements = [element for element in root.iter() if element.getparent() is not None]
    if not elements:
        return
    element, other = chance.choice(elements), chance.choice(elements)
    match chance.randrange(7):
        case 0:
            element.getparent().remove(element)
        case 1:
            element.addnext(copy.deepcopy(element))
        case 2:
            if element not in other.iterancestors() and element is not other:
                other.append(element)
        case 3:
            element.tag = other.tag
        case 4:
            element.text = chance.choice(
                ("", "mot", "1 000 €", "- ", "ODD 99", "a@b.fr", "« mot »", "\u200b", "[", "²")
            )
        case 5:
            for attribute in list(element.attrib):
                element.set(attribute, chance.choice(("", "-1", "²", "999999999", "true", "x" * 300, "fr-FR", "0")))
        case _:
            element.attrib.clear()
