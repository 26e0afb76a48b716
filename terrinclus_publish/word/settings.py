"""Settings, document defaults, font table and properties of the file: what holds for the whole of it."""

import datetime

from docx.opc.coreprops import CoreProperties

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, Metadata
from terrinclus_publish.word.formatting import run_specs
from terrinclus_publish.word.language import word_language
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import properties, spec, w
from terrinclus_publish.word.stylesheet import DEFAULT_CHARACTERS, Stylesheet

_COMPATIBILITY_URI = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
"""What Word 2013 and later write for a document of their own ([MS-DOCX] 2.6)."""
_NO_DATE = datetime.datetime(2000, 1, 1)


def settings(theme: Theme, language: str) -> list[Element]:
    """All of ``w:settings``: no compatibility mode, no field that asks to be updated, heads of left and right pages."""
    tag = word_language(language)
    modes = (w("compatSetting", name=name, uri=_COMPATIBILITY_URI, val=value) for name, value in _COMPATIBILITY.items())
    return [
        w("zoom", percent="100"),
        w("embedTrueTypeFonts"),
        w("defaultTabStop", val=twips(theme.page.retrait)),
        w("autoHyphenation", val="1" if theme.texte.reglage == "justifie" else "0"),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *modes),
        w("themeFontLang", val=tag),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    ]


def defaults(theme: Theme, styles: Stylesheet, language: str) -> list[Element]:
    """What all text has unless a style says otherwise, and the styles that Word asks for."""
    body = theme.styles["corps"]
    letters = run_specs(body, styles.face(body), styles.palette)
    tag = word_language(language)
    letters = {key: letters[key] for key in ("rFonts", "sz", "szCs")}
    letters["kern"] = spec("kern", val="1")
    letters["lang"] = spec("lang", val=tag, eastAsia=tag, bidi="ar-SA")
    run = properties("rPr", letters)
    characters = w(
        "style", w("name", val="Default Paragraph Font"), w("uiPriority", val="1"), w("semiHidden"),
        type="character", default="1", styleId=DEFAULT_CHARACTERS,
    )  # fmt: skip
    no_list = w(
        "style", w("name", val="No List"), w("uiPriority", val="99"), w("semiHidden"),
        type="numbering", default="1", styleId="NoList",
    )  # fmt: skip
    return [
        w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl")))),
        characters,
        no_list,
    ]


LONGEST_PROPERTY = 255
"""Signs that python-docx, after Word's own fields, takes in a property."""


def describe(properties_: CoreProperties, metadata: Metadata) -> None:
    """Title, author, language, subject and dates of the file."""
    date = metadata.date
    moment = datetime.datetime(date.year, date.month, date.day) if date else _NO_DATE
    author = metadata.author[:LONGEST_PROPERTY]
    properties_.title, properties_.author = metadata.title[:LONGEST_PROPERTY], author
    properties_.subject, properties_.language = metadata.subject[:LONGEST_PROPERTY], metadata.language
    properties_.last_modified_by = author
    properties_.comments, properties_.keywords, properties_.category = "", "", ""
    properties_.created = properties_.modified = moment
    properties_.revision = 1
