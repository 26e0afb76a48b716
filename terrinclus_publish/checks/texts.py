"""Every text of a sheet, once: what kind of text it is, and the rules that read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from terrinclus_publish.checks.rule import AnySource, error, warning
from terrinclus_publish.faults import Fault, Level, Path
from terrinclus_publish.models import texts


class Kind(Enum):
    """How the format reads a text."""

    PROSE = auto()
    """Markdown of several paragraphs (``texte``)."""
    LINE = auto()
    """Markdown on one line (``ligne``)."""
    PLAIN = auto()
    """Words without any markup: names, functions, labels."""
    CODE = auto()
    """No words: files, addresses, slugs, codes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule finds in a text; its place is that of the field."""

    code: str
    level: Level
    message: str
    found: str
    expected: str


TextRule = Callable[[str], Iterator[Finding]]

# fmt: off
_CODE = frozenset((
    "fichier", "logo", "url", "site", "courriel", "telephone", "langue", "axe", "thematiques", "devise", "nature",
    "pays", "fiche", "fiches", "absences",
))
_PLAIN = frozenset((
    "nom", "porteurs", "porteur", "partenaire", "periode", "statut", "libelle", "precision", "mention", "colonnes",
    "organisme", "fonction", "adresse", "auteurs", "date", "credits_photos", "credit", "alternative", "valeur",
    "personne", "entetes", "membres", "etude", "ou",
))
# fmt: on
_RUNNING = frozenset(("contenu", "genese", "objectifs", "acteurs", "introduction", "suite", "a_classer"))
"""The fields whose items hold a ``texte`` of several paragraphs."""


def kind_of(path: Path) -> Kind:
    """The kind of the text at ``path``, from the names of the format."""
    name = path[-1] if isinstance(path[-1], str) else path[-2]
    if name in _CODE:
        return Kind.CODE
    if name in _PLAIN:
        return Kind.PLAIN
    return Kind.PROSE if name == "texte" and len(path) > 2 and path[-3] in _RUNNING else Kind.LINE


def words_of(source: AnySource) -> Iterator[tuple[Path, Kind, str]]:
    """Every text of a sheet or of the guide with its path and kind, in the order of the format."""
    for path, text in texts(source.model):
        yield path, kind_of(path), text


def as_fault(source: AnySource, path: Path, finding: Finding) -> Fault:
    """A finding as the fault of its field."""
    make = error if finding.level is Level.ERROR else warning
    return make(source, path, finding.code, finding.message, found=finding.found, expected=finding.expected)
