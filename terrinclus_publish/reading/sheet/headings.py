"""Headings and labels that no style marks: capitals, bold, a colon, the uniform words."""

import re
from dataclasses import dataclass, replace

from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard
from terrinclus_publish.prose import flat_text, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line
from terrinclus_publish.wording import fold, head_of, is_label, starts_with, variants

_LONGEST = 220
"""Signs of a heading in capitals; the longest title of a published sheet has 107."""
_LONGEST_BOLD = 120
_PART = re.compile(r"^(?:partie\s+)?(\d{1,2})\s*(?:/|\.|\)|–|-|:)\s*(?=\S)", re.IGNORECASE)
_SECTIONS = {
    "fiche.projet": "projet",
    "fiche.genese": "genese",
    "fiche.objectifs": "objectifs",
    "fiche.acteurs": "acteurs",
    "financement.titre": "financement",
    "cout.titre": "cout",
    "fiche.ressources": "ressources",
    "fiche.contacts": "contacts",
    "fiche.a_classer": "a_classer",
    "financeurs.titre": "financeurs",
}


def words(line: Line) -> str:
    """The words of a line, breaks as spaces."""
    return " ".join(flat_text(line.spans).split())


def one_line(spans: Spans) -> Spans:
    """The same words on one line."""
    return tidy(replace(span, text=span.text.replace("\n", " ")) for span in spans)


def looks_like_heading(line: Line) -> bool:
    """Whether a paragraph is set as a heading: by its style, in capitals, or all in bold."""
    text = words(line)
    if line.mark is not None or not any(sign.isalpha() for sign in text):
        return False
    if line.outline is not None:
        return True
    if text == text.upper() and len(text) <= _LONGEST:
        return sum(sign.isalpha() for sign in text) >= 3
    all_bold = all(span.bold for span in line.spans)
    return all_bold and len(text) <= _LONGEST_BOLD and text[-1] not in ".;,"


@dataclass(frozen=True, slots=True)
class Heading:
    """A uniform heading: the section that it opens, and what stands after it on its line."""

    section: str
    rest: str = ""


def uniform_heading(line: Line, standard: Standard) -> Heading | None:
    """The section that a line announces in the uniform words, with or without a colon."""
    text = words(line).rstrip(" :.…")
    if line.mark is not None or not text or len(text) > _LONGEST:
        return None
    for label, section in _SECTIONS.items():
        if is_label(text, variants(standard.labels, label)):
            return Heading(section)
    if fold(text) == fold(Fiche.model_fields["chiffres"].title or ""):
        return Heading("chiffres")
    return _focus(text, line, standard)


def _focus(text: str, line: Line, standard: Standard) -> Heading | None:
    """« Focus », « Focus sur… », perhaps with the title on the same line."""
    if not starts_with(text, variants(standard.labels, "fiche.focus")):
        return None
    first, *rest = text.split(" ", 1)
    after = re.sub(r"^sur\b[\s.…:]*", "", rest[0], flags=re.IGNORECASE) if rest else ""
    is_heading = looks_like_heading(line) or not after
    return Heading("focus", capitalised(after.lstrip(" :–-"))) if is_heading and first else None


def capitalised(text: str) -> str:
    """A title with a capital, also where its label stood before it."""
    return text[:1].upper() + text[1:]


def label_and_value(text: str) -> tuple[str, str] | None:
    """``Porteur : Ville de Suresnes`` as its two halves."""
    label, colon, value = text.partition(":")
    return (label.strip(), value.strip()) if colon and 0 < len(label.strip()) <= 40 else None


def part_number(text: str) -> re.Match[str] | None:
    """The number that begins the heading of a part of the focus: ``2 / ``."""
    return _PART.match(text)


def goal(text: str, standard: Standard) -> re.Match[str] | None:
    """``ODD 4 : Éducation de qualité``, the number and the name."""
    sign = re.escape(head_of(standard.labels, "fiche.odd_nom"))
    return re.match(rf"^{sign}\s*(?:n°\s*)?(\d{{1,2}})\b\s*[:.–-]?\s*(.*)$", text, re.IGNORECASE) if sign else None


def box_label(line: Line, standard: Standard) -> tuple[str, str, str] | None:
    """The kind of box that a line begins, the label as it stands there, and the title after it."""
    text = words(line)
    if line.mark is not None or len(text) > 2 * _LONGEST:
        return None
    for kind in ("paroles", "regard", "encadre"):
        forms = sorted(variants(standard.labels, f"blocs.{kind}"), key=len)
        if not starts_with(text, forms[:1]):
            continue
        label, title = _after_label(text, forms[0])
        if looks_like_heading(line) or not title or line.outline is not None or label.isupper():
            return kind, label, capitalised(title)
    return None


def _after_label(text: str, form: str) -> tuple[str, str]:
    """A label, with what its colon ends, and the title that follows."""
    before, colon, after = text.partition(":")
    count = len(fold(form).split())
    if colon and len(fold(before).split()) >= count:
        return before.strip(), after.strip()
    pieces = re.findall(r"\S+\s*", text)
    taken = 0
    while taken < len(pieces) and len(fold("".join(pieces[:taken])).split()) < count:
        taken += 1
    return "".join(pieces[:taken]).strip(), "".join(pieces[taken:]).strip()
