"""Boxes are runs of bordered, shaded paragraphs, never tables: they are read back, and read aloud, as plain text.

All the paragraphs of a box have the same borders and the same outer left edge, or Word would draw several boxes: an
item's second paragraph is set as an item of a list without markers, which hangs as far as the items do.
"""

from dataclasses import dataclass, replace

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.word.catalogue.grid import DASH, aligned, column_b, points, spaced
from terrinclus_publish.word.catalogue.running import bullet
from terrinclus_publish.word.styles import Edge, Marker, ParagraphStyle, Side

BOX_KINDS = ("paroles", "regard", "encadre")
_EM_SPACE = "\u2003"


@dataclass(frozen=True, slots=True)
class Frame:
    """How a kind of box is drawn, and its title's text style."""

    id: str
    name: str
    edges: tuple[Edge, ...]
    fill: str | None
    title: Style
    right: float
    """Millimetres."""


def box_styles(theme: Theme) -> list[ParagraphStyle]:
    """The styles of the three kinds of boxes."""
    paroles, regard, encadre = (frames(theme)[kind] for kind in BOX_KINDS)
    texts = theme.styles
    return [
        *_family(theme, paroles),
        _inside(theme, paroles, "Citation", "citation", texts["citation"]),
        _inside(theme, paroles, "Signature", "signature", texts["signature"]),
        *_family(theme, regard),
        *_family(theme, encadre),
        _inside(theme, encadre, "Source", "source", texts["note"]),
    ]


def frames(theme: Theme) -> dict[str, Frame]:
    """The three kinds, by the class of their ``aside``."""
    rules, side = theme.filets, points(theme.page.encart)
    inner = theme.styles["h2"].apres
    outer: tuple[tuple[Side, float], ...] = (("top", inner), ("left", side), ("right", side))
    soft = [Edge(edge, rules.fin, "ecru", space) for edge, space in outer]
    inked = [Edge(edge, rules.cadre, "encre", space) for edge, space in (*outer, ("bottom", inner))]
    return {
        "paroles": Frame("Paroles", "Paroles", (Edge("left", rules.epais, "accent", side),), None, _title(theme), 0),
        "regard": Frame(
            "Regard",
            "Regard",
            (*soft, Edge("bottom", rules.epais, "accent", inner)),
            "ecru",
            _title(theme),
            theme.page.encart,
        ),
        "encadre": Frame("Encadre", "Encadré", tuple(inked), None, theme.styles["encadre_titre"], theme.page.encart),
    }


def _title(theme: Theme) -> Style:
    return theme.styles["encart_titre"]


def _family(theme: Theme, frame: Frame) -> list[ParagraphStyle]:
    """Label, title, text, and lists of a box."""
    texts, step = theme.styles, theme.page.retrait
    item, body = texts["puce"], texts["corps"]
    space = texts["h2"].avant
    first = _inside(theme, frame, "Puce", "puce", item, step)
    second = _inside(theme, frame, "Puce2", "puce 2", item, 2 * step)
    return [
        replace(
            _inside(theme, frame, "Etiquette", "étiquette", spaced(texts["etiquette"], space, texts["h4"].apres)),
            keep_next=True,
        ),
        replace(
            _inside(theme, frame, "Titre", "titre", frame.title),
            based_on="Heading4",
            outline=3,
            keep_next=True,
            keep_lines=True,
            following=frame.id,
        ),
        replace(_inside(theme, frame, "", "", body), align=aligned(theme, "corps")),
        replace(first, marker=bullet(theme)),
        replace(second, marker=Marker("none", _EM_SPACE + DASH, 1)),
        replace(_inside(theme, frame, "Numero", "numéro", item, step), marker=Marker("decimal", "%1.")),
        replace(_inside(theme, frame, "Numero2", "numéro 2", item, 2 * step), marker=Marker("decimal", "%2.", 1)),
        replace(_inside(theme, frame, "Suite", "suite", item, step), marker=Marker("none")),
        replace(_inside(theme, frame, "Suite2", "suite 2", item, 2 * step), marker=Marker("none", level=1)),
    ]


def _inside(theme: Theme, frame: Frame, part: str, name: str, text: Style, hanging: float = 0) -> ParagraphStyle:
    """A style of the frame's paragraphs; text that hangs keeps the frame's outer edge."""
    return ParagraphStyle(
        frame.id + part,
        f"{frame.name} {name}".strip(),
        text,
        left=column_b(theme) + hanging,
        hanging=hanging,
        right=frame.right,
        edges=frame.edges,
        fill=frame.fill,
    )
