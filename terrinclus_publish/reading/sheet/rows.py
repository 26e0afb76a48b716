"""Rows of a label and what it says: the identity, tiles, key figures, resources, contacts, credits."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Contact, Personne
from terrinclus_publish.normal import Standard, reference
from terrinclus_publish.printed import read_partners, read_person, read_places, read_reach, split_carriers, split_names
from terrinclus_publish.prose import Span, flat_text, settled, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line, Table
from terrinclus_publish.reading.package import whole_number
from terrinclus_publish.stylenames import Part, role_of
from terrinclus_publish.vocabulary import Labels, Term
from terrinclus_publish.wording import fold, variants

_PAIRS = {
    "fiche.porteur": "porteurs",
    "fiche.partenaire": "partenaires",
    "fiche.thematique": "thematiques",
    "fiche.preconisation": "preconisations",
    "fiche.lieu": "lieux",
    "fiche.periode": "periode",
    "fiche.statut": "statut",
    "fiche.auteur": "auteurs",
    "fiche.date": "date",
    "fiche.credits_photos": "credits_photos",
}
"""The labels of one line of text each, and their fields."""

_GOALS = 17


def field_of(label: str, standard: Standard) -> str:
    """The field that a label announces; nothing for a label that is not a uniform one."""
    return next((field for name, field in _PAIRS.items() if standard.is_label(label, name)), "")


def pair(field: str, label: str, value: Spans, standard: Standard) -> object | None:
    """What a field holds, from its label and its line; None where the line says nothing."""
    spans = settled(tidy(value), standard.language)
    text = standard.text(value)
    if not text:
        return None
    several = says_several(label, field, standard.labels)
    match field:
        case "porteurs":
            return split_carriers(text) if several else [text]
        case "partenaires":
            return read_partners(spans, several, standard.countries)
        case "lieux":
            return read_places(text, standard.countries)
        case "auteurs":
            return split_names(text) if several else [text]
        case "credits_photos":
            return split_names(text)
    return text


def says_several(label: str, field: str, labels: Labels) -> bool:
    """Whether a label is in the plural."""
    name = next(name for name, own in _PAIRS.items() if own == field)
    forms = variants(labels, name)
    return len(forms) > 1 and fold(label) == fold(forms[-1])


def slug_of(text: str, terms: dict[str, Term]) -> str:
    """The slug of a term by its printed name, or by the words that are surely meant; nothing where there is none."""
    wanted = _bare_words(text)
    names = {slug: _bare_words(term.nom) for slug, term in terms.items()}
    return next((slug for slug, words in names.items() if words == wanted), "")


def _bare_words(text: str) -> tuple[str, ...]:
    """The words of a term but the small ones: « Suivi, évaluation, restitution » is « Suivi, évaluation et … »."""
    return tuple(word for word in fold(text).split() if word not in ("et", "and", "y", "e"))


def tiles(cells: Sequence[Line]) -> list[Line]:
    """Tiles in their reading order: the first column, then the second."""
    return [line for line in cells if line.spans]


def key_figures(table: Table, standard: Standard) -> list[Data]:
    """Values with their captions: below them, as pages have them, or beside them, as forms do."""
    if len(table.rows[0]) == 2 and _is(table.rows[0][1].lines, Part.FIGURE_CAPTION):
        pairs = [(row[0], row[1:]) for row in table.rows]
    else:
        pairs = [
            (cell, tuple(row[rank] for row in table.rows[1:] if rank < len(row)))
            for rank, cell in enumerate(table.rows[0])
        ]
    figures: list[Data] = []
    for cell, captions in pairs:
        spans = tidy(span for other in captions for line in other.lines for span in (*line.spans, Span(" ")))
        value = standard.text([Span(cell.text)])
        if value or spans:
            figures.append({"valeur": value or "–", "legende": standard.line(spans) or "–"})
    return figures


def goals(table: Table, standard: Standard) -> tuple[list[int], list[str]]:
    """The numbers on the tiles of the ODD, row by row, and the words there that are no goal's name."""
    texts = [(cell.text.strip(), _is(cell.lines, Part.GOAL_NUMBER)) for row in table.rows for cell in row]
    numbers = [whole_number(text, 0) for text, is_number in texts if is_number]
    known = {fold(term.nom) for term in standard.vocabulary.odd.values()}
    others = [text for text, _ in texts if fold(text) not in known and not 1 <= whole_number(text, 0) <= _GOALS]
    return [number for number in numbers if 1 <= number <= _GOALS], [text for text in others if text]


def _is(lines: Sequence[Line], part: Part) -> bool:
    role = role_of(lines[0].style) if lines else None
    return role is not None and role.part is part


def resource_group(title: str, lines: Sequence[Line], standard: Standard) -> Data | None:
    """A group of references; None without any."""
    entries = [reference(line.spans, standard) for line in lines if line.spans]
    group: Data = {"entrees": entries}
    if title and not standard.is_label(title, "fiche.ressources_sans_titre"):
        group = {"titre": title, **group}
    return group if entries else None


def contact(name: str, lines: Sequence[Line], standard: Standard) -> Data:
    """An organisation: the lines that begin with a name in bold are people, the others ways to reach it."""
    found: Data = {"organisme": name}
    people: list[Data] = []
    for line in lines:
        rows = line.lines()
        if rows and rows[0][0].bold:
            people.append(person(rows, standard))
        elif people and rows:
            read_reach(_settled(rows, standard), people[-1], "fonction")
        else:
            read_reach(_settled(rows, standard), found, "adresse")
    ordered = {key: found[key] for key in Contact.model_fields if key in found}
    return {**ordered, **({"personnes": [_ordered(one) for one in people]} if people else {})}


def person(rows: Sequence[Spans], standard: Standard) -> Data:
    """A person from the lines of a paragraph."""
    return _ordered(read_person(_settled(rows, standard)))


def _ordered(found: Data) -> Data:
    return {key: found[key] for key in Personne.model_fields if key in found}


def _settled(rows: Sequence[Spans], standard: Standard) -> list[Spans]:
    """Lines as printed; ways to reach somebody are left as they stand."""
    return [
        row if any(span.link for span in row) or _is_number(row) else settled(row, standard.language) for row in rows
    ]


def _is_number(row: Spans) -> bool:
    text = flat_text(row)
    return sum(sign.isdigit() for sign in text) * 2 >= len(text.replace(" ", "")) > 0


def bare(line: Line) -> Line:
    """The line without what follows a break or a tab in the middle: for labels."""
    return replace(line, runs=tuple(run for run in line.runs if run.text.strip()))


Reader = Callable[[str], str]
