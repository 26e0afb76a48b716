"""What went wrong while a document was made, as faults: a build tells it, and goes on with the others."""

import traceback
from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place


def told(error: Exception, name: str) -> tuple[Fault, ...]:
    """An exception as faults of the document of that name."""
    from terrinclus_publish.pdf.fonts import MissingGlyphError

    place = Place(name)
    match error:
        case FaultsError():
            return tuple(error.faults)
        case MissingGlyphError():
            sign = f"U+{ord(error.character):04X}, {error.name}"
            message = (
                f"La police «\u00a0{error.family}\u00a0» n'a pas le signe «\u00a0{error.character}\u00a0» ({sign})"
            )
            expected = "Remplacez ce signe, ou choisissez dans templates/theme.toml une police qui l'a"
            path = tuple(error.field.partition(":")[2].split("."))
            return (Fault("missing-glyph", Level.ERROR, place, message, path, error.character, expected),)
        case MemoryError():
            message = "La mémoire de cette machine ne suffit pas pour fabriquer ce document"
            return (Fault("out-of-memory", Level.ERROR, place, message, expected="Fermez d'autres logiciels"),)
        case OSError():
            file = Path(str(error.filename or "")).name
            message = f"Le fichier «\u00a0{file}\u00a0» ne se lit pas, ou ne se lit plus" if file else _reading(error)
            expected = "Vérifiez que ce fichier est à sa place, et recommencez"
            return (Fault("file-unreadable", Level.ERROR, place, message, expected=expected),)
        case _:
            return (_defect(error, place),)


def _reading(error: OSError) -> str:
    return f"Une image ou une police ne se lit pas ({error})"


def _defect(error: Exception, place: Place) -> Fault:
    """A fault of the program's own, with what its authors need to find it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {Path(frame.filename).name}, ligne {frame.lineno}"
    message = f"Ce document n'a pas pu être fabriqué, par un défaut du logiciel ({where})"
    expected = "Signalez-le aux auteurs du logiciel, avec cette ligne et le fichier de la fiche"
    return Fault("internal-error", Level.ERROR, place, message, expected=expected)
