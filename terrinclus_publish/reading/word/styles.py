"""Word's named styles as a reader needs them: their names, and what they lend to paragraphs and runs."""

from dataclasses import dataclass

from terrinclus_publish.reading.word.normalise import W
from terrinclus_publish.tree import Element

_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute of an element that may be missing."""
    return None if element is None else element.get(f"{W}{name}")


def is_on(element: Element | None) -> bool | None:
    """Whether a switch is on; None where it is not set."""
    return None if element is None else (value(element) or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, its kind, the one that it is based on, its element."""

    name: str
    kind: str
    base: str | None
    element: Element


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph = ""
        self.language = ""
        if root is None:
            return
        self.language = value(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")) or ""
        for element in root.iter(f"{W}style"):
            identifier, kind = value(element, "styleId") or "", value(element, "type") or "paragraph"
            name = value(element.find(f"{W}name")) or identifier
            self._styles[identifier] = Style(name, kind, value(element.find(f"{W}basedOn")), element)
            if kind == "paragraph" and is_on_text(value(element, "default")):
                self.default_paragraph = identifier

    def name(self, identifier: str | None) -> str:
        """The name of a style; of the default paragraph style where none is named."""
        identifier = identifier or self.default_paragraph
        return self._styles[identifier].name if identifier in self._styles else identifier

    def lent(self, identifier: str | None, path: str) -> Element | None:
        """What a style, or one that it is based on, sets at a path: ``rPr/i``."""
        steps = "/".join(f"{W}{step}" for step in path.split("/"))
        seen: set[str] = set()
        identifier = identifier or self.default_paragraph
        while identifier and identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            found = self._styles[identifier].element.find(steps)
            if found is not None:
                return found
            identifier = self._styles[identifier].base or ""
        return None


def is_on_text(text: str | None) -> bool:
    """Whether an attribute is on."""
    return text is not None and text.lower() not in _OFF
