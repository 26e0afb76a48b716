"""What documents depend on beside their sheet, by content: templates, theme, vocabulary, labels, fonts, the program.

Light: nothing here imports a renderer, a model or a template engine.
"""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from terrinclus_publish.build.digests import digest, file_digest
from terrinclus_publish.build.engine import engine_digest
from terrinclus_publish.build.formats import Format
from terrinclus_publish.collection import Collection

STYLE_SHEET, GUIDE_TEMPLATE, SKELETONS = "fiche.css", "guide.html.j2", "squelettes/"


@dataclass(frozen=True)
class Design:
    """The templates, theme, vocabulary, labels and fonts of a collection."""

    collection: Collection

    @cached_property
    def _templates(self) -> dict[str, list[str]]:
        """The digests of the templates of each name, the collection's own first."""
        found: dict[str, list[str]] = {}
        for folder in self.collection.template_folders:
            for file in folder.rglob("*"):
                name = file.relative_to(folder).as_posix()
                if file.is_file() and not name.startswith(SKELETONS):
                    found.setdefault(name, []).append(file_digest(file))
        return dict(sorted(found.items()))

    @cached_property
    def _guide_template_is_the_guide_s_alone(self) -> bool:
        """Whether no other template asks for the guide's, so that sheets do not depend on it."""
        others = (
            file
            for folder in self.collection.template_folders
            for file in folder.rglob("*.j2")
            if file.name != GUIDE_TEMPLATE and file.is_file()
        )
        return not any(GUIDE_TEMPLATE.encode() in file.read_bytes() for file in others)

    @cached_property
    def _others(self) -> list[str]:
        return [engine_digest(), *(file_digest(file) for file in font_files(self.collection))]

    @cached_property
    def whole(self) -> str:
        """The digest of everything: that of checks."""
        return self._without(frozenset())

    @cached_property
    def of_guide(self) -> str:
        """The digest of what the guide depends on."""
        return self._without(frozenset({STYLE_SHEET}))

    def of_sheets(self, form: Format) -> str:
        """The digest of what a sheet alone depends on."""
        style = frozenset() if form is Format.HTML else frozenset({STYLE_SHEET})
        guide = frozenset({GUIDE_TEMPLATE}) if self._guide_template_is_the_guide_s_alone else frozenset()
        return self._without(style | guide)

    @cached_property
    def _known(self) -> dict[frozenset[str], str]:
        return {}

    def _without(self, names: frozenset[str]) -> str:
        """The digest of everything but the templates of these names."""
        if names not in self._known:
            kept = ((name, digests) for name, digests in self._templates.items() if name not in names)
            parts = (part for name, digests in kept for part in (name, str(len(digests)), *digests))
            self._known[names] = digest([*self._others, *parts])
        return self._known[names]


def own_files(collection: Collection) -> list[Path]:
    """The collection's own templates and fonts, which another machine does not have."""
    own = collection.root / "templates"
    templates = sorted(file for file in own.rglob("*") if file.is_file()) if own.is_dir() else []
    return [*templates, *(file for file in font_files(collection) if file.is_relative_to(collection.root))]


def font_files(collection: Collection) -> list[Path]:
    """The files of the theme's fonts, in every weight."""
    found = set[Path]()
    for token in _font_tokens(collection).values():
        pattern = str(token.get("fichiers", "")).replace("{graisse}", "*")
        place = _font_folder(token, collection.root)
        if pattern and place is not None and place.is_dir():
            found.update(file for file in place.iterdir() if file.match(pattern) and file.is_file())
    return sorted(found)


def _font_tokens(collection: Collection) -> dict[str, dict[str, Any]]:
    """The font families of the theme, by name; what is broken is left out: a check tells of it."""
    families: dict[str, dict[str, Any]] = {}
    for folder in reversed(collection.template_folders):
        try:
            found = tomllib.loads((folder / "theme.toml").read_text("utf-8")).get("polices", {})
        except (OSError, ValueError):
            continue
        for name, token in found.items() if isinstance(found, dict) else ():
            if isinstance(token, dict):
                families[name] = {**families.get(name, {}), **token}
    return families


def _font_folder(token: dict[str, Any], root: Path) -> Path | None:
    if isinstance(token.get("dossier"), str):
        return root / str(token["dossier"])
    try:
        spec = find_spec(str(token.get("paquet") or ""))
    except (ImportError, ValueError):
        return None
    places: list[str] = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "files" if places else None
