"""What LibreOffice leaves in an OpenDocument text that is of its own doing, and what it loses: taken out, put back."""

from collections.abc import Mapping

from lxml import etree

from terrinclus_publish.odt.archive import MIMETYPE
from terrinclus_publish.odt.names import NAMESPACES, qualified
from terrinclus_publish.tree import Element

_MANIFEST = "META-INF/manifest.xml"
_LEFTOVERS = ("Configurations2/", "Thumbnails/", "Fonts/", "manifest.rdf", "layout-cache", _MANIFEST)
_OF_THE_RUN = frozenset({"Rsid", "RsidRoot", "PrinterName", "PrinterSetup"})
"""Settings that tell of one run, or of one computer."""
_TYPES = {
    "xml": "text/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ttf": "application/x-font-ttf",
}


def without_leftovers(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts but for a picture of the first page, empty toolbars, LibreOffice's own fonts."""
    return {name: data for name, data in parts.items() if not name.startswith(_LEFTOVERS)}


def tidied_content(content: Element) -> None:
    """Marks decorative pictures again, and numbers identifiers from 1 instead of by chance."""
    for frame in content.iter(qualified("draw:frame")):
        if frame.find(qualified("svg:desc")) is None and frame.find(qualified("svg:title")) is None:
            frame.set(qualified("loext:decorative"), "true")
    identifier, numbers = qualified("xml:id"), dict[str, str]()
    for element in content.iter():
        if identifier in element.attrib:
            own = str(element.get(identifier))
            numbers[own] = f"id{len(numbers) + 1}"
            element.set(identifier, numbers[own])
    for element in content.iter(qualified("text:list")):
        continued = element.get(qualified("text:continue-list"))
        if continued in numbers:
            element.set(qualified("text:continue-list"), numbers[continued])


def tidied_settings(settings: Element) -> None:
    """Takes out what tells of one run, and has fonts kept when the file is saved."""
    for item in list(settings.iter(qualified("config:config-item"))):
        name, parent = item.get(qualified("config:name")), item.getparent()
        if name in _OF_THE_RUN and parent is not None:
            parent.remove(item)
        elif name == "EmbedFonts":
            item.text = "true"


def tidied_metadata(meta: Element) -> None:
    """Takes out counts that follow from the layout of one computer."""
    for statistic in list(meta.iter(qualified("meta:document-statistic"))):
        parent = statistic.getparent()
        if parent is not None:
            parent.remove(statistic)


def declared(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the manifest that names them all (OpenDocument 1.3 part 2, 4)."""
    root = etree.Element(qualified("manifest:manifest"), nsmap={"manifest": NAMESPACES["manifest"]})
    root.set(qualified("manifest:version"), "1.3")
    rows = [("/", parts[MIMETYPE].decode("ascii"))]
    rows += [(name, _TYPES.get(name.rpartition(".")[2].lower(), "")) for name in sorted(parts) if name != MIMETYPE]
    for name, kind in rows:
        row = etree.SubElement(root, qualified("manifest:file-entry"))
        row.set(qualified("manifest:full-path"), name)
        row.set(qualified("manifest:media-type"), kind)
    return {**parts, _MANIFEST: etree.tostring(root, encoding="UTF-8", xml_declaration=True)}
