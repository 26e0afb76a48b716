"""A Word file in the hands of a person: paragraphs typed, moved, set otherwise; and as Word leaves it on saving."""

import copy
import io
import zipfile

from lxml import etree

from reading.word.building import PACKAGE, WORD

W = f"{{{WORD}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
Element = etree._Element


class Edited:
    """The body of a Word file, to be changed."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])
        self.relations = etree.fromstring(self.parts[RELATIONS])

    def find(self, text: str) -> Element:
        """The only paragraph that holds a text."""
        (found,) = (p for p in self.root.iter(f"{W}p") if text in said(p))
        return found

    def save(self) -> bytes:
        self.parts[DOCUMENT] = etree.tostring(self.root)
        self.parts[RELATIONS] = etree.tostring(self.relations)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    def link(self, address: str) -> str:
        """A new relation to an address."""
        identifier = f"rNeuf{len(self.relations)}"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        etree.SubElement(
            self.relations,
            f"{{{PACKAGE}}}Relationship",
            Id=identifier,
            Type=kind,
            Target=address,
            TargetMode="External",
        )
        return identifier

    def saved_by_word(self) -> "Edited":
        """Runs cut in two, marks of revisions, of the spelling and of the cursor: nothing that a person sees."""
        for rank, paragraph in enumerate(list(self.root.iter(f"{W}p"))):
            paragraph.set(f"{W}rsidR", f"00{rank:06X}")
            mark = etree.SubElement(paragraph, f"{W}bookmarkStart")
            mark.set(f"{W}id", str(9000 + rank))
            mark.set(f"{W}name", f"_GoBack{rank}")
            etree.SubElement(paragraph, f"{W}bookmarkEnd").set(f"{W}id", str(9000 + rank))
            for run in list(paragraph.iter(f"{W}r")):
                self._cut(run)
        return self

    def _cut(self, run: Element) -> None:
        texts = run.findall(f"{W}t")
        if len(texts) != 1 or len(texts[0].text or "") < 2:
            return
        text = texts[0].text or ""
        other = copy.deepcopy(run)
        half = len(text) // 2
        for piece, words in ((run, text[:half]), (other, text[half:])):
            piece.set(f"{W}rsidRPr", "00AB12CD")
            holder = piece.find(f"{W}t")
            holder.text = words
            holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(other)
        error = etree.Element(f"{W}proofErr")
        error.set(f"{W}type", "spellStart")
        run.addnext(error)


def said(element: Element) -> str:
    """The words of an element, with plain spaces and hyphens."""
    pieces = element.iter(f"{W}t", f"{W}noBreakHyphen")
    text = "".join((piece.text or "") if piece.tag == f"{W}t" else "-" for piece in pieces)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def typed(like: Element, text: str, style: str = "") -> Element:
    """A paragraph after another, in its style unless another is named, as the key « Enter » makes it."""
    new = etree.Element(f"{W}p")
    properties = like.find(f"{W}pPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
    if style:
        new.find(f"{W}pPr/{W}pStyle").set(f"{W}val", style)
    run = etree.SubElement(new, f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
    like.addnext(new)
    return new


def retype(paragraph: Element, text: str) -> None:
    """Another text in the place of a paragraph's, set as its first run is."""
    first, *others = list(paragraph.iter(f"{W}r"))
    for run in others:
        run.getparent().remove(run)
    for child in list(first):
        if child.tag != f"{W}rPr":
            first.remove(child)
    etree.SubElement(first, f"{W}t").text = text


def row_after(row: Element, *texts: str) -> Element:
    """A row under another, of its shape, with other texts."""
    new = copy.deepcopy(row)
    row.addnext(new)
    for cell, text in zip(new.iter(f"{W}tc"), texts, strict=True):
        first, *others = cell.findall(f"{W}p")
        for other in others:
            cell.remove(other)
        retype(first, text)
    return new


def row_of(paragraph: Element) -> Element:
    return next(paragraph.iterancestors(f"{W}tr"))
