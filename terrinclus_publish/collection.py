"""Where things stand: a collection is a folder with ``sheets/``; its own ``templates/`` replace the packaged ones file
by file. Nothing here reads a sheet.
"""

import os
from dataclasses import dataclass
from pathlib import Path


class CollectionNotFoundError(Exception):
    """No folder with ``sheets/`` here or above."""


def packaged_templates() -> Path:
    """The templates that come with the package.

    Why: a source checkout (also installed editable) reads the folder at its top level, a wheel its own copy.
    """
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def user_folder() -> Path:
    """The folder of what may be lost, of this user (XDG Base Directory Specification; Windows' LOCALAPPDATA).

    Raises RuntimeError for a user without a home.
    """
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / ".cache") / "terrinclus"


def shown_name(file: Path, root: Path) -> str:
    """A file's name as messages show it: from the collection's folder, with forward slashes."""
    resolved, root = file.resolve(), root.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else file.name


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder with ``sheets/``, and perhaps ``templates/`` of its own."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> "Collection":
        """The nearest collection from ``start`` upwards. Raises CollectionNotFoundError."""
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / "sheets").is_dir():
                return cls(folder)
        raise CollectionNotFoundError(str(start))

    @property
    def sheets(self) -> Path:
        """The folder of the sheets and of their pictures."""
        return self.root / "sheets"

    @property
    def guide_file(self) -> Path:
        """The file that describes the guide; it may be missing."""
        return self.sheets / "guide.yaml"

    @property
    def output(self) -> Path:
        """The folder of what is made."""
        return self.root / "output"

    def sheet_files(self) -> list[Path]:
        """The sheets' files in the order of their names; capitals in an ending count on no system."""
        if not self.sheets.is_dir():
            return []
        return sorted(
            file
            for file in self.sheets.iterdir()
            if file.suffix.lower() in (".yaml", ".yml") and file.stem.lower() != "guide"
        )

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for, the collection's own folder first."""
        packaged = packaged_templates()
        own = self.root / "templates"
        return (own, packaged) if own.is_dir() and own.resolve() != packaged.resolve() else (packaged,)

    def template(self, name: str) -> Path:
        """The file of that name among the templates. Raises FileNotFoundError."""
        for folder in self.template_folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)
