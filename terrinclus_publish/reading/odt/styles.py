"""OpenDocument's styles as a reader needs them: named styles under automatic ones, bold, italic, language, lists."""

from terrinclus_publish.tree import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST = 30
_NAMES = {"Text body": "Body Text", "Internet link": "Hyperlink", "Caption": "caption"}
"""LibreOffice's names of styles that Word names otherwise."""


class Styles:
    """The styles of a document: those of ``styles.xml``, then the automatic ones of ``content.xml``."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self.default: Element | None = None
        for root in roots:
            for element in root.iter(f"{STYLE}style") if root is not None else ():
                self._styles[element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")] = element
            for element in root.iter(f"{TEXT}list-style") if root is not None else ():
                self._lists[element.get(f"{STYLE}name", "")] = element
            for element in root.iter(f"{STYLE}default-style") if root is not None else ():
                if element.get(f"{STYLE}family") == "paragraph":
                    self.default = element

    def named(self, family: str, name: str) -> str:
        """The name that a person reads, of a style or of the one under an automatic style; nothing without one."""
        for element in self._chain(family, name):
            parent = element.getparent()
            if parent is not None and parent.tag == f"{OFFICE}styles":
                shown = element.get(f"{STYLE}display-name") or element.get(f"{STYLE}name", "").replace("_20_", " ")
                return _NAMES.get(shown, shown)
        return ""

    def automatic(self, family: str, name: str, attribute: str) -> str | None:
        """A text property that an automatic style sets itself."""
        for element in self._chain(family, name):
            parent = element.getparent()
            if parent is not None and parent.tag == f"{OFFICE}styles":
                return None
            if (value := _property(element, attribute)) is not None:
                return value
        return None

    def any(self, family: str, name: str, attribute: str) -> str | None:
        """A text property that a style sets, or one that it is based on."""
        values = (_property(element, attribute) for element in self._chain(family, name))
        return next((value for value in values if value is not None), None)

    @property
    def language(self) -> str:
        """The document's language."""
        if self.default is None:
            return ""
        return _tag(_property(self.default, f"{FO}language"), _property(self.default, f"{FO}country"))

    def run_language(self, name: str) -> str:
        """The language of a text style; nothing where it sets none."""
        return _tag(self.any("text", name, f"{FO}language"), self.any("text", name, f"{FO}country"))

    def list_name(self, paragraph: str) -> str:
        """The list style of a paragraph's style; nothing outside lists."""
        for element in self._chain("paragraph", paragraph):
            if (name := element.get(f"{STYLE}list-style-name")) is not None:
                return name
        return ""

    def is_numbered(self, name: str, level: int) -> bool:
        """Whether a level (from 0) of a list style counts."""
        style = self._lists.get(name)
        for element in style if style is not None else ():
            if element.get(f"{TEXT}level") == str(level + 1):
                return element.tag == f"{TEXT}list-level-style-number" and bool(element.get(f"{STYLE}num-format"))
        return False

    def _chain(self, family: str, name: str) -> list[Element]:
        chain: list[Element] = []
        while (element := self._styles.get((family, name))) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            name = element.get(f"{STYLE}parent-style-name", "")
        return chain


def _property(style: Element, attribute: str) -> str | None:
    properties = style.find(f"{STYLE}text-properties")
    return None if properties is None else properties.get(attribute)


def _tag(language: str | None, country: str | None) -> str:
    if not language or language in ("none", "zxx"):
        return ""
    return f"{language}-{country}" if country and country not in ("none", "-none-") else language
