"""Documents to the files of a collection: names, pictures, what is there already."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from terrinclus_publish.build.files import write_whole
from terrinclus_publish.build.names import name_from
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.fields import Data, data_of
from terrinclus_publish.importing.changes import Change, changes
from terrinclus_publish.importing.keeping import keep_unseen
from terrinclus_publish.models import Fiche, texts
from terrinclus_publish.normal import Standard, normal_data
from terrinclus_publish.prompts import load_prompts
from terrinclus_publish.reading import read
from terrinclus_publish.reading.document import Comment, Document, lines_of
from terrinclus_publish.reading.form import without_prompts
from terrinclus_publish.reading.sheet import Imported, read_sheet
from terrinclus_publish.reading.sheet.pictures import FOLDER, Pictures, digest_of
from terrinclus_publish.reading.sheet.splitting import split_sheets
from terrinclus_publish.vocabulary import load_labels, load_vocabulary
from terrinclus_publish.wording import fold
from terrinclus_publish.writing import write_fiche

_PICTURES = ("*.png", "*.jpg", "*.jpeg", "*.gif", "*.svg", "*.webp")
_LARGEST_PICTURE = 30 * 1024 * 1024


@dataclass
class Incoming:
    """A sheet on its way in: where it would stand, and how it differs from the sheet that stands there."""

    name: str
    file: Path
    read: Imported
    fiche: Fiche
    differences: list[Change] = field(default_factory=list)
    is_new: bool = True
    notes: int = 0
    """Lines of comment (« # ») of the sheet that stands there: no document holds them."""
    is_readable: bool = True
    """Whether the sheet that stands there can be read."""

    @property
    def is_known(self) -> bool:
        """Whether the sheet that stands there says the same."""
        return not self.is_new and self.is_readable and not self.differences

    def commented_field(self, comment: Comment) -> str:
        """The field that holds the words under a comment, as a person counts; nothing where none does."""
        about = fold(comment.about)
        for path, text in texts(self.fiche):
            if about and about in fold(text):
                return " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)
        return ""


@dataclass
class Import:
    """The sheets of a document, and the words that stand outside them."""

    sheets: list[Incoming]
    outside: str


def plan_import(collection: Collection, folder: Path, document: Document, file: str, name: str | None) -> Import:
    """What an import would write in a folder of sheets; nothing is written yet.

    ``file`` is the document's name, ``name`` the sheet's, where the author gives one. Raises FaultsError.
    """
    stem = Path(file).stem
    standard = Standard(load_vocabulary(collection), load_labels(collection, document.language), document.language)
    answered = without_prompts(document, load_prompts(collection))
    parts = split_sheets(answered, standard)
    known = _known_pictures(folder)
    files = _names_of_pictures(folder)
    titles = _titles(folder) if len(parts.sheets) > 1 else {}
    taken: set[str] = set()
    sheets = []
    for part in parts.sheets:
        pictures = Pictures(name or name_from(stem), dict(known), files)
        read_part = read_sheet(part, standard, pictures)
        if read_part.is_blank:
            raise FaultsError([_blank(file, is_form=answered is not document)])
        chosen = name or (name_from(stem) if len(parts.sheets) == 1 else _name_of(read_part.fiche, taken, titles))
        taken.add(chosen)
        sheets.append(_incoming(folder, chosen, read_part, standard))
    words = "\n\n".join(line.text.strip() for line in lines_of(parts.outside) if line.text.strip())
    return Import(sheets, words)


def _blank(file: str, *, is_form: bool) -> Fault:
    """What an author is told of a document that says nothing."""
    message = "Ce formulaire n'est pas encore rempli" if is_form else "Ce document est vide"
    expected = (
        "Écrivez à la place des textes gris, au moins\u00a0: le titre, le chapeau, le porteur, les trois passages du "
        "projet (genèse, objectifs, acteurs), le titre du focus et une de ses parties\u00a0; puis recommencez"
    )
    if not is_form:
        expected = "Pour partir d'un formulaire\u00a0: terrinclus new NOM --format docx"
    return Fault("import-blank", Level.ERROR, Place(file), message, expected=expected)


def _known_pictures(folder: Path) -> dict[str, str]:
    """The pictures of a folder of sheets, by what they hold."""
    found: dict[str, str] = {}
    for pattern in _PICTURES:
        for file in sorted((folder / FOLDER).glob(pattern)):
            if file.stat().st_size <= _LARGEST_PICTURE:
                found.setdefault(digest_of(file.read_bytes()), f"{FOLDER}/{file.name}")
    return found


def _names_of_pictures(folder: Path) -> set[str]:
    """The names that stand in the folder of pictures: none is ever written over."""
    return {f"{FOLDER}/{file.name}" for file in (folder / FOLDER).glob("*")}


def _titles(folder: Path) -> dict[str, str]:
    """The names of the sheets of a folder by their titles."""
    files = [file for file in sorted(folder.glob("*.y*ml")) if file.stem != "guide"]
    return {fold(fiche.titre): file.stem for file in files if (fiche := _existing(file, folder)) is not None}


def _name_of(fiche: Fiche, taken: set[str], titles: dict[str, str]) -> str:
    """A name for one of several sheets: that of the sheet of this title, else its carrier's, numbered if need be."""
    known = titles.get(fold(fiche.titre), "")
    if known and known not in taken:
        return known
    base = "-".join(name_from(fiche.porteurs[0]).split("-")[:6])
    name, turn = base, 1
    while name in taken:
        turn += 1
        name = f"{base}-{turn}"
    return name


def _incoming(folder: Path, name: str, found: Imported, standard: Standard) -> Incoming:
    file = next((other for other in (folder / f"{name}.yaml", folder / f"{name}.yml") if other.exists()), None)
    if file is None:
        return Incoming(name, folder / f"{name}.yaml", found, found.fiche)
    old = _existing(file, folder)
    if old is None:
        return Incoming(name, file, found, found.fiche, [], is_new=False, is_readable=False)
    merged = Fiche.model_validate(keep_unseen(data_of(old), data_of(found.fiche)))
    before, after = _compared(old, standard), _compared(merged, standard)
    notes = sum(line.lstrip().startswith(b"#") for line in file.read_bytes().splitlines()[1:])
    return Incoming(name, file, found, merged, list(changes(before, after)), is_new=False, notes=notes)


def _compared(fiche: Fiche, standard: Standard) -> Data:
    return normal_data(fiche, standard)


def _existing(file: Path, folder: Path) -> Fiche | None:
    """The sheet that a file holds; None where it cannot be read."""
    try:
        return read(file, folder.parent, Fiche).model
    except FaultsError:
        return None


def write_import(incoming: Incoming, folder: Path) -> list[Path]:
    """Write a sheet and its new pictures, the pictures first; the files written. Raises FaultsError."""
    written = []
    for name, content in incoming.read.pictures.items():
        target = folder / name
        write_whole(target, content, name)
        written.append(target)
    write_whole(incoming.file, write_fiche(incoming.fiche).encode("utf-8"), f"sheets/{incoming.file.name}")
    return [*written, incoming.file]


def write_outside(words: str, stem: str, folder: Path, force: bool) -> Path | None:
    """Keep the words that stand outside the sheets in a text of their own; None where one of that name exists."""
    target = folder / f"{name_from(stem)}-hors-fiches.txt"
    if target.exists() and not force:
        return None
    write_whole(target, f"{words}\n".encode(), target.name)
    return target


def filled_fields(fiche: Fiche) -> Sequence[str]:
    """The names of the fields that say something, in the order of the format."""
    return list(data_of(fiche))
