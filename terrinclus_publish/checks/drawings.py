"""Rules on SVG drawings: a drawing holds shapes only, and asks for nothing from outside."""

import re
from pathlib import Path

from lxml import etree

from terrinclus_publish.checks.rule import quoted
from terrinclus_publish.checks.texts import Finding
from terrinclus_publish.faults import Level

MOST_BYTES = 5_000_000
_SVG = "http://www.w3.org/2000/svg"
_WANTED = "Réenregistrez-le en « SVG simple », ou en PNG"
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler"})
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg|gif);base64,)", re.IGNORECASE)
_OUTSIDE_STYLE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:image/(?:png|jpeg|gif);)|expression\(", re.IGNORECASE)


def drawing_is_harmless(file: Path) -> Finding | None:
    """The format's rule « picture unreadable, too large », and the design's « hostile input is only input »."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError:
        return _finding("picture-unreadable", file, "ne se lit pas")
    if len(data) > MOST_BYTES:
        return _finding("picture-too-heavy", file, f"pèse plus de {MOST_BYTES // 10**6} Mo")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return _finding("drawing-doctype", file, "commence par une déclaration DOCTYPE, qui pourrait cacher du contenu")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return _finding("picture-unreadable", file, "ne se lit pas")
    if tree.getroottree().docinfo.internalDTD is not None:
        return _finding("drawing-doctype", file, "commence par une déclaration DOCTYPE, qui pourrait cacher du contenu")
    if tree.tag != f"{{{_SVG}}}svg":
        return _finding("picture-unreadable", file, "n'est pas un dessin SVG")
    reason = _danger(tree)
    return _finding("drawing-unsafe", file, reason) if reason else None


def _finding(code: str, file: Path, reason: str) -> Finding:
    return Finding(code, Level.ERROR, f"Le dessin {quoted(file.name)} {reason}", file.name, _WANTED)


def _danger(tree: etree._Element) -> str:
    """What the drawing does beyond drawing, or nothing."""
    if tree.getroottree().xpath("/processing-instruction('xml-stylesheet')"):
        return "demande une feuille de style extérieure"
    for element in tree.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _ACTIVE:
            return f"contient un élément {quoted(name)}"
        if name == "style" and _OUTSIDE_STYLE.search(str(element.xpath("string()"))):
            return "va chercher un style ou une image à l'extérieur"
        for key, value in element.attrib.items():
            attribute = etree.QName(key).localname.lower()
            if attribute.startswith("on"):
                return f"contient un programme ({attribute})"
            if attribute in ("href", "src") and name != "a" and not _INSIDE.match(str(value)):
                return f"va chercher {quoted(str(value))} à l'extérieur"
            if _OUTSIDE_STYLE.search(str(value)):
                return "va chercher un style ou une image à l'extérieur"
    return ""
