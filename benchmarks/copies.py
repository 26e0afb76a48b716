"""Collections to measure on: the guide as it is, and its sheets repeated under other names and in other words."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.words import vary

SETTINGS = {"ragged": "drapeau", "justified": "justifie"}
"""The two settings of text, and their names in the theme."""
LITERAL_FIELDS = {
    *("pays", "thematiques", "axe", "odd", "nature", "langue", "devise", "statut", "periode", "date", "edition"),
    *("montant", "total", "valeur", "latitude", "longitude", "colonnes", "pluriel"),
    *("courriel", "site", "url", "telephone", "fichier", "etude", "fiche", "absences"),
}
"""Fields whose values are codes, numbers or addresses."""
FRONT_MATTER = {"liminaires", "demarches_pilotes", "comite"}
"""Left out of repeated guides, whose cost is that of their sheets."""


def copy_guide(root: Path, target: Path, setting: str) -> None:
    """The collection of ``root`` as it is, in one of the two settings of text."""
    shutil.copytree(root / "sheets", target / "sheets")
    (target / "templates").mkdir()
    theme = f'[texte]\nreglage = "{SETTINGS[setting]}"\n'
    (target / "templates" / "theme.toml").write_text(theme, "utf-8")


def repeat_sheets(root: Path, target: Path, count: int) -> None:
    """A collection of ``count`` sheets: those of ``root``'s guide over and over, each time in other words."""
    guide = _load(root / "sheets" / "guide.yaml")
    _drop(guide, FRONT_MATTER)
    listed = next(value for key, value in guide.value if key.value == "fiches")
    originals = {item.value: _load(root / "sheets" / f"{item.value}.yaml") for item in listed.value}
    folder = target / "sheets"
    folder.mkdir(parents=True)
    names = []
    for number in range(count):
        variant, rank = divmod(number, len(originals))
        original = list(originals)[rank]
        names.append(f"{original}-{variant}")
        _dump(_varied(originals[original], variant), folder / f"{names[-1]}.yaml")
    listed.value = [yaml.ScalarNode("tag:yaml.org,2002:str", name) for name in names]
    _dump(guide, folder / "guide.yaml")


def _load(file: Path) -> yaml.MappingNode:
    node = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(node, yaml.MappingNode):
        raise TypeError(file.name)
    return node


def _dump(node: yaml.Node, file: Path) -> None:
    file.write_text(yaml.serialize(node, Dumper=yaml.CSafeDumper, allow_unicode=True, width=110), "utf-8")


def _drop(node: yaml.MappingNode, keys: set[str]) -> None:
    node.value = [(key, value) for key, value in node.value if key.value not in keys]


def _varied(node: yaml.Node, variant: int) -> yaml.Node:
    """A copy of a node whose texts are in other words."""
    if isinstance(node, yaml.MappingNode):
        return yaml.MappingNode(node.tag, list(_varied_fields(node, variant)), flow_style=node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [_varied(item, variant) for item in node.value], flow_style=node.flow_style)
    if isinstance(node, yaml.ScalarNode):
        return yaml.ScalarNode(node.tag, vary(node.value, variant), style=node.style)
    raise TypeError(node.tag)


def _varied_fields(node: yaml.MappingNode, variant: int) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    for key, value in node.value:
        yield key, value if key.value in LITERAL_FIELDS else _varied(value, variant)
