"""The faults that were found, and what they stop."""

from collections.abc import Iterable

from terrinclus_publish.faults import Fault, Level, Place


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults, each once, file by file, from top to bottom."""
    return tuple(sorted(dict.fromkeys(faults), key=Fault.sort_key))


def errors_among(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults that stop a build."""
    return tuple(fault for fault in faults if fault.level is Level.ERROR)


def files_of(faults: Iterable[Fault]) -> frozenset[str]:
    """The files that faults are in, as messages name them."""
    return frozenset(fault.place.file for fault in faults)


def no_guide() -> Fault:
    """The fault of a collection without ``guide.yaml``."""
    return Fault(
        "missing-guide",
        Level.ERROR,
        Place("sheets/guide.yaml"),
        "Ce fichier manque\u00a0: il donne le titre du guide, l'éditeur et l'ordre des fiches",
        expected="Créez-en un dans un dossier neuf avec «\u00a0terrinclus init DOSSIER\u00a0», "
        "et copiez-le dans le dossier «\u00a0sheets\u00a0»",
    )
