"""Rules on the files of pictures: inside ``sheets/``, readable, of a size that can be printed; drawings stand apart."""

import warnings
from collections.abc import Iterator
from pathlib import Path as File
from pathlib import PurePosixPath, PureWindowsPath

from PIL import Image, ImageFile

from terrinclus_publish.checks.drawings import drawing_is_harmless
from terrinclus_publish.checks.rule import AnySource, Context, error, nearest, plain, quoted
from terrinclus_publish.checks.texts import Finding, as_fault
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, Level
from terrinclus_publish.models import texts

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
"""About an A3 page at 600 points an inch; beyond, a small file may unfold to gigabytes."""
FORMATS = ("JPEG", "PNG", "GIF")
"""What ReportLab, Word and browsers all show. Pillow's other readers stay shut."""

MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
"""Kinds of points that all show alike (Pillow's names)."""

_EMPTY_ALTERNATIVES = frozenset({"image", "photo", "photographie", "illustration", "logo", "dessin", "sans titre", "…"})


def pictures_can_be_printed(source: AnySource, context: Context) -> Iterator[Fault]:
    """The format's rule « picture missing, outside sheets/, unreadable, too large »: the first fault of each file."""
    for path, name in texts(source.model):
        if path[-1] not in ("fichier", "logo"):
            continue
        file = context.collection.sheets / name
        finding = _place_fault(name, context.collection)
        if finding is None:
            drawing = drawing_is_harmless if path[-1] == "logo" else _drawing_refused
            finding = drawing(file) if file.suffix.lower() == ".svg" else _photo_fault(file)
        if finding:
            yield as_fault(source, path, Finding(finding.code, Level.ERROR, finding.message, name, finding.expected))


def _fault(code: str, message: str, name: str, expected: str) -> Finding:
    return Finding(code, Level.ERROR, message, name, expected)


def _place_fault(name: str, collection: Collection) -> Finding | None:
    """A picture stands inside ``sheets/``, also once links are followed, and is named as on any machine."""
    windows = PureWindowsPath(name)
    if windows.drive or windows.root or ".." in windows.parts:
        message = f"L'image {quoted(name)} est cherchée hors du dossier « sheets »"
        expected = f"Copiez l'image dans sheets/images, et écrivez par exemple images/{windows.name or 'aude.jpg'}"
        return _fault("picture-outside", message, name, expected)
    if "\\" in name:
        message = f"Le chemin {quoted(name)} est écrit avec des barres inverses"
        return _fault("picture-backslashes", message, name, f"Écrivez {windows.as_posix()}")
    file = collection.sheets / name
    if not _is_file(file):
        return _fault("picture-missing", f"L'image {quoted(name)} n'existe pas", name, _file_wanted(name, collection))
    if not file.resolve().is_relative_to(collection.sheets.resolve()):
        message = f"L'image {quoted(name)} est un raccourci vers un fichier hors du dossier « sheets »"
        return _fault("picture-outside", message, name, "Copiez l'image elle-même dans sheets/images")
    return None


def _is_file(file: File) -> bool:
    """Whether there is such a file; a name that the system cannot hold (NUL, 5000 signs) is none."""
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def _file_wanted(name: str, collection: Collection) -> str:
    """The nearest picture of the collection, whatever its folder, or where to put it."""
    suffixes = {".jpg", ".jpeg", ".png", ".gif", ".svg"}
    files = (file for file in collection.sheets.rglob("*") if file.suffix.lower() in suffixes)
    existing = {file.relative_to(collection.sheets).as_posix(): file.name for file in files}
    close = nearest(name, existing) or [
        path for path, found in existing.items() if found in nearest(PurePosixPath(name).name, existing.values())
    ]
    return f"Écrivez peut-être {close[0]}" if close else "Copiez l'image dans sheets/images, ou corrigez son nom"


def _photo_fault(file: File) -> Finding | None:
    """A photograph opens as one of FORMATS, and is neither heavy nor huge. Its pixels are not unfolded."""
    name, bytes_on_disk = file.name, file.stat().st_size
    if bytes_on_disk > MOST_BYTES:
        message = f"L'image {quoted(name)} pèse {bytes_on_disk / 10**6:.0f} Mo"
        return _fault(
            "picture-too-heavy", message, name, f"Enregistrez-la plus petite : {MOST_BYTES // 10**6} Mo au plus"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=FORMATS) as image:
                width, height = image.size
                if image.mode not in MODES:
                    return _fault("picture-depth", *_depth_refused(name))
                _find_the_end(image)
    except Image.DecompressionBombError:
        return _fault("picture-too-large", f"L'image {quoted(name)} est immense", name, _size_wanted())
    except (OSError, ValueError, SyntaxError, EOFError):
        message = f"L'image {quoted(name)} ne se lit pas"
        return _fault(
            "picture-unreadable", message, name, "Réenregistrez-la en JPEG pour une photo, en PNG pour un dessin"
        )
    if width * height > MOST_PIXELS:
        message = f"L'image {quoted(name)} a {width} × {height} pixels"
        return _fault("picture-too-large", message, name, _size_wanted())
    return None


def _find_the_end(image: ImageFile.ImageFile) -> None:
    """Find a file cut short, without unfolding it. Raises OSError, SyntaxError or EOFError.

    Why: a PNG has sums to verify; a JPEG's data cannot hold its end marker before its end (ITU-T T.81, B.1.1.5).
    """
    if image.format == "PNG":
        image.verify()
    elif image.format == "JPEG" and image.fp and b"\xff\xd9" not in image.fp.read():
        raise EOFError("no end of image")


def _depth_refused(name: str) -> tuple[str, str, str]:
    """The fault of a picture whose greys do not fit in a byte: programs make white or black of them."""
    message = f"L'image {quoted(name)} est en 16 bits par point ou plus, ce que Word et les navigateurs ne montrent pas"
    return message, name, "Réenregistrez-la en 8 bits par couleur, en JPEG ou en PNG"


def _size_wanted() -> str:
    return f"Réduisez-la : {MOST_PIXELS // 10**6} millions de pixels au plus, par exemple 4000 × 3000"


def _drawing_refused(file: File) -> Finding:
    message = f"L'image {quoted(file.name)} est un dessin SVG, admis pour les logos seulement"
    return _fault("picture-drawing", message, file.name, "Réenregistrez-la en PNG ou en JPEG")


def alternatives_describe(source: AnySource, context: Context) -> Iterator[Fault]:
    """The format's rule « without alternative text »: the model asks for one; here it must say something (RGAA 1.3)."""
    file = ""
    for path, text in texts(source.model):
        if path[-1] == "fichier":
            file = text
        elif path[-1] == "alternative" and plain(text).strip(" .") in _EMPTY_ALTERNATIVES | _names(file):
            message = f"{quoted(text)} ne dit pas ce que montre l'image"
            expected = "Écrivez une phrase pour qui ne voit pas l'image : qui, quoi, où"
            yield error(source, path, "empty-alternative", message, found=text, expected=expected)


def _names(file: str) -> set[str]:
    """How a file's name may have been left as its alternative text."""
    path = PurePosixPath(file)
    return {plain(name) for name in (file, path.name, path.stem)}
