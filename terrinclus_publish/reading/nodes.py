"""From a text that has no fault of form to plain values (mappings, lists, texts) and their places."""

import re
from dataclasses import dataclass, field

import yaml

from terrinclus_publish.faults import Fault, FaultsError, Path, Place
from terrinclus_publish.reading.places import Places
from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import Wording, clip, error, word

Value = str | list["Value"] | dict[str, "Value"]


@dataclass
class Tree:
    """The values of a text while they are read, with the place of each, and the faults met on the way."""

    text: FileText
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def places(self) -> Places:
        """Where everything stands."""
        return Places(self.values, self.keys, frozenset(self.empty))

    def meets(self, node: yaml.CollectionNode) -> bool:
        """Whether a list or a mapping is met for the first time: aliases, refused by then, would repeat it."""
        first = id(node) not in self._seen
        self._seen.add(id(node))
        return first

    def refuse(self, wording: Wording, node: yaml.Node, found: str, path: Path) -> None:
        """Note a fault of a key."""
        self.faults.append(error(wording, self.text.place(node.start_mark.index), found, path))


def build(text: FileText) -> tuple[Value, Tree]:
    """The values and the places of a text that ``scan`` calls buildable.

    Raises FaultsError when the text holds nothing, or no fields.
    """
    node = yaml.compose(text.content, Loader=yaml.CBaseLoader)
    if node is None:
        raise FaultsError([error(_EMPTY, Place(text.shown))])
    if not isinstance(node, yaml.MappingNode):
        start = node.start_mark.index
        raise FaultsError([error(_NO_FIELDS, text.place(start), text.line(start))])
    tree = Tree(text)
    return _value(tree, node, ()), tree


def _value(tree: Tree, node: yaml.Node, path: Path) -> Value:
    """The value of a node. Its depth is bounded by ``scan``."""
    tree.values[path] = tree.text.place(_start(tree.text, node))
    if isinstance(node, yaml.CollectionNode) and not tree.meets(node):
        return ""
    if isinstance(node, yaml.MappingNode):
        return _mapping(tree, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_value(tree, item, (*path, index)) for index, item in enumerate(node.value)]
    return str(node.value)


def _mapping(tree: Tree, node: yaml.MappingNode, path: Path) -> Value:
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            tree.refuse(_NOT_A_KEY, key_node, tree.text.rest(key_node.start_mark.index), path)
            continue
        key, here = key_node.value, (*path, key_node.value)
        if here in tree.keys:
            tree.refuse(_duplicate(key, tree.keys[here]), key_node, key, here)
            continue
        tree.keys[here] = tree.text.place(key_node.start_mark.index)
        if key != key.strip():
            tree.refuse(_no_break_space(key), key_node, key, here)
        elif _is_empty(value_node) and node.flow_style and _lacks_colon(tree.text, key_node):
            tree.refuse(_cut_by_comma(key), key_node, key, here)
        elif _is_empty(value_node):
            tree.empty.add(here)
            tree.values[here] = tree.keys[here]
        else:
            values[key] = _value(tree, value_node, here)
    return values


def _is_empty(node: yaml.Node) -> bool:
    """``champ:`` with nothing, unlike ``champ: ''``."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""


def _lacks_colon(text: FileText, key: yaml.ScalarNode) -> bool:
    return not re.match(r"\s*:", text.content[key.end_mark.index :][:1024])


def _start(text: FileText, node: yaml.Node) -> int:
    """The index of a value's first sign; for a text under ``|`` or ``>``, that of its first line."""
    start: int = node.start_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        body = re.compile(r"[^\r\n]*[\r\n]\s*(?P<sign>\S)").match(text.content, start, node.end_mark.index)
        return body.start("sign") if body else start
    return start


def _duplicate(key: str, first: Place) -> Wording:
    return word(
        "duplicate-key",
        "Le champ « {key} » est écrit deux fois : il l'est déjà à la ligne {line}",
        "Gardez un seul des deux ; pour plusieurs éléments, faites une liste sous un seul « {key}: »",
        key=clip(key),
        line=first.line,
    )


def _no_break_space(key: str) -> Wording:
    return word(
        "no-break-space",
        "Une espace insécable touche le nom du champ « {key} » : YAML la prend pour une lettre",
        "Remplacez-la par des espaces ordinaires : effacez-la, et tapez la barre d'espace",
        key=clip(key),
    )


def _cut_by_comma(key: str) -> Wording:
    return word(
        "yaml-comma",
        "Entre accolades, une virgule sépare deux champs : « {key} » est pris pour un champ sans valeur",
        'Mettez la valeur entre guillemets droits ({{valeur: "1,7"}}), ou écrivez un champ par ligne, sans accolades',
        key=clip(key),
    )


_EMPTY = word(
    "empty-file", "Le fichier est vide", "Commencez par « titre: » suivi d'une espace et du titre de la fiche"
)
_NO_FIELDS = word(
    "no-fields",
    "Le fichier ne contient pas de champs, mais seulement du texte ou une liste",
    "Une fiche commence par « titre: » suivi d'une espace et du titre, tout à gauche",
)
_NOT_A_KEY = word(
    "key-not-text",
    "Ici, le nom d'un champ est attendu, et non une liste ou un groupe entre crochets ou accolades",
    "Un texte qui commence par « {{ » ou « [ » se met entre guillemets droits",
)
