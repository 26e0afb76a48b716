"""The glossary of a form: the prompt of each field, which Word shows again when the field is emptied.

ECMA-376 part 1, 11.3.8 and 17.12. It is a document of its own, with the few styles that its prompts name.
"""

import copy
import uuid
from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from terrinclus_publish.tree import Element
from terrinclus_publish.word.form.controls import part_name
from terrinclus_publish.word.form.styles import BAND_PROMPT, PROMPT
from terrinclus_publish.word.ooxml import qualified, w
from terrinclus_publish.word.package import Package
from terrinclus_publish.word.styles import ROOT
from terrinclus_publish.word.stylesheet import DEFAULT_CHARACTERS

_STYLES = frozenset({ROOT, DEFAULT_CHARACTERS, PROMPT, BAND_PROMPT})
_NAMESPACE = uuid.UUID("5f1c3e0a-7a51-5d0e-9f52-6d2f1b7c8a44")
"""Of the numbers that Word tells prompts apart by."""


def add_glossary(package: Package, used: Mapping[str, Element]) -> None:
    """Write the prompts of the fields that the form has, by name. The document's styles must be written before."""
    parts = w("docParts", *(_prompt(name, run) for name, run in used.items()))
    glossary = _part(package, "/word/glossary/document.xml", CONTENT_TYPE.WML_DOCUMENT_GLOSSARY,
                     w("glossaryDocument", parts))  # fmt: skip
    kept = [copy.deepcopy(style) for style in package.styles if _is_kept(style)]
    styles = _part(package, "/word/glossary/styles.xml", CONTENT_TYPE.WML_STYLES, w("styles", *kept))
    glossary.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    package.main.relate_to(glossary, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)


def _is_kept(style: Element) -> bool:
    return style.tag == qualified("w:docDefaults") or style.get(qualified("w:styleId")) in _STYLES


def _part(package: Package, name: str, kind: str, root: Element) -> Part:
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return Part(PackURI(name), kind, content, package.opc)


def _prompt(name: str, run: Element) -> Element:
    shown = part_name(name)
    told = w(
        "docPartPr",
        w("name", val=shown),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("types", w("type", val="bbPlcHdr")),
        w("behaviors", w("behavior", val="content")),
        w("guid", val=f"{{{str(uuid.uuid5(_NAMESPACE, name)).upper()}}}"),
    )
    return w("docPart", told, w("docPartBody", w("p", copy.deepcopy(run))))
