"""Thin makers of WordprocessingML elements, and the order in which the schema wants their properties.

The lower of the package's two levels: it knows XML, and nothing of sheets, styles or themes.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from terrinclus_publish.tree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
_ONLY_W = {"w": W}
_MODELS = 4096
"""Elements that are made once and copied from then on: a copy takes a third of the time."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Spec = tuple[str, tuple[tuple[str, str], ...], tuple["Spec", ...]]
"""An element as a value that can be compared: its local name, its attributes, its children."""

NOTHING: Mapping[str, Spec] = MappingProxyType({})
"""No properties."""

ORDER: dict[str, tuple[str, ...]] = {
    tag: tuple(names.split())
    for tag, names in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
        "contextualSpacing jc textAlignment outlineLvl rPr sectPr",
        "pBdr": "top left bottom right between",
        "rPr": "rStyle rFonts b i color kern position sz szCs u shd vertAlign lang",
        "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
        "trPr": "cantSplit trHeight tblHeader",
        "tblBorders": "top left bottom right insideH insideV",
        "tblCellMar": "top left bottom right",
        "tcBorders": "top left bottom right",
        "tcMar": "top left bottom right",
        "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar textDirection vAlign",
    }.items()
}
"""Children of properties, in the order of ECMA-376 part 1, as far as they are used here."""


class _Names(dict[str, str]):
    """Names with their namespace, each written once."""

    def __missing__(self, name: str) -> str:
        full = self[name] = f"{{{W}}}{name}"
        return full


_NAMES = _Names()


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of WordprocessingML; its attributes are of that namespace too."""
    element = copy(_model(tag, tuple(attributes.items())))
    if children:
        element.extend(children)
    return element


@lru_cache(maxsize=_MODELS)
def _model(tag: str, attributes: tuple[tuple[str, str], ...]) -> Element:
    element = etree.Element(_NAMES[tag], nsmap=_ONLY_W)
    for name, value in attributes:
        element.set(_NAMES[name], value)
    return element


def drawn(tag: str, attributes: Mapping[str, str], *children: Element) -> Element:
    """An element of a drawing, ``wp:inline``; its attributes have no namespace, but for those written with a prefix."""
    element = etree.Element(qualified(tag), nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(qualified(name) if ":" in name else name, value)
    element.extend(children)
    return element


def qualified(name: str) -> str:
    """``w:p`` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def spec(tag: str, *children: Spec, **attributes: str) -> Spec:
    """An element as a value."""
    return tag, tuple(attributes.items()), children


def properties(tag: str, specs: Mapping[str, Spec], *others: Element) -> Element:
    """``w:pPr``, ``w:rPr``… with its children in the schema's order; keys such as ``pBdr/top`` gather in one child."""
    element = copy(_properties(tag, tuple(specs.items())))
    if others:
        element[:] = ordered(tag, [*others, *element])
    return element


@lru_cache(maxsize=_MODELS)
def _properties(tag: str, specs: tuple[tuple[str, Spec], ...]) -> Element:
    nested: dict[str, dict[str, Spec]] = {}
    children = []
    for key, value in specs:
        group, _, inner = key.partition("/")
        if inner:
            nested.setdefault(group, {})[inner] = value
        else:
            children.append(built(value))
    children.extend(properties(group, inner_specs) for group, inner_specs in nested.items())
    return w(tag, *ordered(tag, children))


def built(value: Spec) -> Element:
    """The element that a value describes."""
    tag, attributes, children = value
    return w(tag, *(built(child) for child in children), **dict(attributes))


def ordered(tag: str, children: Iterable[Element]) -> list[Element]:
    """The children of ``tag`` in the schema's order."""
    rank = ORDER[tag]
    return sorted(children, key=lambda child: rank.index(local_name(child)))


def local_name(element: Element) -> str:
    """``p`` for ``w:p``."""
    return str(element.tag).rpartition("}")[2]


def text_element(text: str) -> Element:
    """``w:t``, which keeps its outer spaces."""
    element = w("t")
    element.text = text
    if text != text.strip(" "):
        element.set(_XML_SPACE, "preserve")
    return element


def field_mark(kind: str) -> Element:
    """``begin``, ``separate`` or ``end`` of a field."""
    return w("fldChar", fldCharType=kind)


def field_code(code: str) -> Element:
    """What a field computes: `` PAGE ``."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(_XML_SPACE, "preserve")
    return instruction
