"""Running text in its normal form: blocks, boxes, tables, pictures."""

from collections.abc import Callable
from typing import Any

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Bloc
from terrinclus_publish.normal.standard import (
    Standard,
    joined_markdown,
    normal_heading,
    normal_line,
    normal_markdown,
    normal_text,
    normal_texts,
)


def normal_content(blocks: list[Data], standard: Standard) -> list[Data]:
    """Blocks, with neighbouring texts joined, and boxes without the tables that would end them."""
    changed: list[Data] = []
    for block in blocks:
        for kind, value in _parted(_block(block, standard)):
            if kind == "texte" and changed and "texte" in changed[-1]:
                changed[-1] = {"texte": joined_markdown([changed[-1]["texte"], value], standard)}
            else:
                changed.append({kind: value})
    return changed


def _block(block: Data, standard: Standard) -> tuple[str, Any]:
    ((kind, value),) = block.items()
    return kind, _BLOCKS[kind](value, standard)


def _parted(block: tuple[str, Any]) -> list[tuple[str, Any]]:
    """A block, and after it the tables and pictures that it ended with."""
    kind, value = block
    if kind not in ("paroles", "regard", "encadre"):
        return [block]
    last = value[-1] if kind == "regard" else value
    if last.get("source") or last.get("personne"):
        return [block]
    after: list[tuple[str, Any]] = []
    while len(last["contenu"]) > 1 and not {"tableau", "illustration"}.isdisjoint(last["contenu"][-1]):
        after.insert(0, next(iter(last["contenu"].pop().items())))
    return [block, *after]


def _paroles(box: Data, standard: Standard) -> Data:
    changed = _box(box, standard)
    if "personne" not in changed:
        changed.pop("fonction", None)
    return changed


def _box(box: Data, standard: Standard) -> Data:
    changes: dict[str, Callable[[Any, Standard], Any]] = {
        "titre": normal_heading,
        "contenu": normal_content,
        "source": normal_line,
        "personne": normal_text,
        "fonction": normal_text,
    }
    return {name: changes[name](value, standard) for name, value in box.items()}


def _regard(parts: list[Data], standard: Standard) -> list[Data]:
    changed: list[Data] = []
    for part in (_box(part, standard) for part in parts):
        if changed and "titre" not in part:
            changed[-1]["contenu"] = normal_content([*changed[-1]["contenu"], *part["contenu"]], standard)
        else:
            changed.append(part)
    return changed


def _table(table: Data, standard: Standard) -> Data:
    rows = [[_cell(cell, standard, place == 0) for place, cell in enumerate(row)] for row in table["lignes"]]
    legend = normal_heading(table["legende"], standard)
    return {"legende": legend, "entetes": normal_texts(table["entetes"], standard), "lignes": rows}


def _cell(cell: Data, standard: Standard, first: bool) -> Data:
    return {**cell, "texte": (normal_heading if first else normal_line)(cell["texte"], standard)}


def normal_picture(picture: Data, standard: Standard) -> Data:
    """A picture in the text."""
    changes: dict[str, Callable[[Any, Standard], Any]] = {
        "alternative": normal_text,
        "legende": normal_line,
        "credit": normal_text,
    }
    return {name: changes[name](value, standard) if name in changes else value for name, value in picture.items()}


_BLOCKS: dict[str, Callable[[Any, Standard], Any]] = {
    "texte": normal_markdown,
    "paroles": _paroles,
    "regard": _regard,
    "encadre": _box,
    "tableau": _table,
    "illustration": normal_picture,
}
assert set(_BLOCKS) == set(Bloc.model_fields)


def normal_section(section: Data, standard: Standard) -> Data:
    """A titled passage."""
    changed = {name: normal_heading(value, standard) for name, value in section.items() if name == "titre"}
    return {**changed, "contenu": normal_content(section["contenu"], standard)}


def normal_project(project: Data, standard: Standard) -> Data:
    """The project."""
    changed = {name: normal_content(value, standard) for name, value in project.items() if name != "autres"}
    others = [normal_section(section, standard) for section in project.get("autres", ())]
    return {**changed, **({"autres": others} if others else {})}


def normal_focus(focus: Data, standard: Standard) -> Data:
    """The focus."""
    changed: Data = {"titre": normal_heading(focus["titre"], standard)}
    if "introduction" in focus:
        changed["introduction"] = normal_content(focus["introduction"], standard)
    return {**changed, "parties": [normal_section(part, standard) for part in focus["parties"]]}
