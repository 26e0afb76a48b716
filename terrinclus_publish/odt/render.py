"""From a Word file's bytes to those of an OpenDocument text."""

from lxml import etree

from terrinclus_publish.libreoffice import ODT, convert
from terrinclus_publish.odt.archive import read_archive, written
from terrinclus_publish.odt.fonts import embed_fonts, word_fonts
from terrinclus_publish.odt.references import restore_pages, shown_pages
from terrinclus_publish.odt.tidying import declared, tidied_content, tidied_metadata, tidied_settings, without_leftovers

_CONTENT, _STYLES, _SETTINGS, _META = "content.xml", "styles.xml", "settings.xml", "meta.xml"


def from_word(document: bytes) -> bytes:
    """The OpenDocument text of a Word file of ours; the same for the same file and the same LibreOffice.

    Raises FaultsError where LibreOffice is missing or fails.
    """
    parts = without_leftovers(read_archive(convert(document, ODT)))
    roots = {name: etree.fromstring(parts[name]) for name in (_CONTENT, _STYLES, _SETTINGS, _META)}
    source = read_archive(document)
    parts.update(embed_fonts(roots[_CONTENT], roots[_STYLES], word_fonts(source)))
    restore_pages(roots[_CONTENT], shown_pages(source))
    tidied_content(roots[_CONTENT])
    tidied_settings(roots[_SETTINGS])
    tidied_metadata(roots[_META])
    for name, root in roots.items():
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written(declared(parts))
