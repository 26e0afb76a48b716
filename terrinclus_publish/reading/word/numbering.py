"""The lists of a Word file: what stands before each paragraph, counted as Word counts."""

from collections import defaultdict

from terrinclus_publish.prose import Mark
from terrinclus_publish.prose.tree import DEEPEST
from terrinclus_publish.reading.package import whole_number
from terrinclus_publish.reading.word.normalise import W
from terrinclus_publish.reading.word.styles import Styles, value
from terrinclus_publish.tree import Element

_UNCOUNTED = frozenset({"bullet", "none", None})


class Numbering:
    """Counts on from paragraph to paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._kinds: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._kinds = {value(kind, "abstractNumId") or "": kind for kind in root.iter(f"{W}abstractNum")}
            self._lists = {value(number, "numId") or "": number for number in root.iter(f"{W}num")}

    def mark(self, properties: Element | None, style: str | None) -> Mark | None:
        """The mark of the next paragraph; None outside lists."""
        own = None if properties is None else properties.find(f"{W}numPr")
        lent = self._styles.lent(style, "pPr/numPr")
        number = self._of(own, lent, "numId")
        if number is None or number == "0" or number not in self._lists:
            return None
        level = whole_number(self._of(own, lent, "ilvl"), 0)
        shown = min(level, DEEPEST)
        definition = self._level(number, level)
        kind = value(definition.find(f"{W}numFmt")) if definition is not None else "bullet"
        if kind in _UNCOUNTED:
            text = value(definition.find(f"{W}lvlText")) if definition is not None else ""
            return Mark("bullet" if kind == "bullet" or (text or "").strip() else "continued", shown)
        return Mark("number", shown, self._count(number, level))

    def _of(self, own: Element | None, lent: Element | None, name: str) -> str | None:
        for properties in (own, lent):
            found = None if properties is None else value(properties.find(f"{W}{name}"))
            if found is not None:
                return found
        return None

    def _kind(self, number: str) -> Element | None:
        return self._kinds.get(value(self._lists[number].find(f"{W}abstractNumId")) or "")

    def _level(self, number: str, level: int) -> Element | None:
        for holder in (*self._lists[number].findall(f"{W}lvlOverride"), self._kind(number)):
            for definition in holder.iter(f"{W}lvl") if holder is not None else ():
                if value(definition, "ilvl") == str(level):
                    return definition
        return None

    def _count(self, number: str, level: int) -> int:
        """The number shown: lists of one kind count together, unless one starts anew."""
        override = next(
            (
                value(own.find(f"{W}startOverride"))
                for own in self._lists[number].findall(f"{W}lvlOverride")
                if value(own, "ilvl") == str(level)
            ),
            None,
        )
        kind = value(self._lists[number].find(f"{W}abstractNumId")) or ""
        counts = self._counts[f"{kind}:{number}" if override is not None else kind]
        definition = self._level(number, level)
        first = override or (value(definition.find(f"{W}start")) if definition is not None else None) or "1"
        counts[level] = counts[level] + 1 if level in counts else whole_number(first, 1)
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        return counts[level]
