"""The named styles of a Word file, and the part that each plays in a sheet.

Both who writes Word files and who reads them go by these names. A name is compared without capitals and accents, never
by its id: LibreOffice rewrites ids.
"""

from dataclasses import dataclass
from enum import StrEnum

from terrinclus_publish.wording import fold


class Part(StrEnum):
    """What a paragraph of a style is in a sheet."""

    ORNAMENT = "ornament"
    OVERLINE = "overline"
    TITLE = "title"
    LEAD = "lead"
    LABEL = "label"
    VALUE = "value"
    TILE = "tile"
    GOAL_NUMBER = "goal-number"
    GOAL = "goal"
    FIGURE = "figure"
    FIGURE_CAPTION = "figure-caption"
    SECTION = "section"
    FOCUS = "focus"
    HEADING = "heading"
    FOCUS_PART = "focus-part"
    AXIS = "axis"
    TEXT = "text"
    NOTE = "note"
    PICTURE = "picture"
    CAPTION = "caption"
    TABLE_CAPTION = "table-caption"
    TABLE_HEAD = "table-head"
    CELL = "cell"
    TOTAL = "total"
    BOX_LABEL = "box-label"
    BOX_TITLE = "box-title"
    BOX_TEXT = "box-text"
    SIGNATURE = "signature"
    SOURCE = "source"
    ROW_LABEL = "row-label"
    ROW = "row"
    REFERENCE = "reference"
    CREDIT = "credit"
    FUNDERS = "funders"
    LOGO = "logo"
    CONTENTS = "contents"
    GUIDANCE = "guidance"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True)
class Role:
    """A part, the box that it belongs to (``paroles``, ``regard``, ``encadre``), and what a list makes of it."""

    part: Part
    box: str = ""
    mark: str = ""
    """``bullet``, ``number`` or ``continued``."""
    level: int = 0


_LISTS = {
    "List Bullet": ("bullet", 0),
    "List Bullet 2": ("bullet", 1),
    "List Number": ("number", 0),
    "List Number 2": ("number", 1),
    "List Continue": ("continued", 0),
    "List Continue 2": ("continued", 1),
}
_BOX_LISTS = {
    "puce": ("bullet", 0),
    "puce 2": ("bullet", 1),
    "numéro": ("number", 0),
    "numéro 2": ("number", 1),
    "suite": ("continued", 0),
    "suite 2": ("continued", 1),
}
_BOX_PARTS = {
    "": Part.BOX_TEXT,
    "étiquette": Part.BOX_LABEL,
    "titre": Part.BOX_TITLE,
    "citation": Part.BOX_TEXT,
    "signature": Part.SIGNATURE,
    "source": Part.SOURCE,
}
_BOXES = {"Paroles": "paroles", "Regard": "regard", "Encadré": "encadre"}
_SINGLE = {
    "Surtitre": Part.OVERLINE,
    "heading 1": Part.TITLE,
    "Chapeau": Part.LEAD,
    "Tissu": Part.ORNAMENT,
    "Entre deux tableaux": Part.ORNAMENT,
    "Barre de répartition": Part.ORNAMENT,
    "Identité étiquette": Part.LABEL,
    "Identité": Part.VALUE,
    "Tuile": Part.TILE,
    "Tuile ODD numéro": Part.GOAL_NUMBER,
    "Tuile ODD": Part.GOAL,
    "Chiffre clé": Part.FIGURE,
    "Chiffre clé légende": Part.FIGURE_CAPTION,
    "heading 2": Part.SECTION,
    "Titre de focus": Part.FOCUS,
    "heading 3": Part.HEADING,
    "Titre de partie": Part.FOCUS_PART,
    "Titre d’axe": Part.AXIS,
    "heading 4": Part.HEADING,
    "Body Text": Part.TEXT,
    "Note": Part.NOTE,
    "Illustration": Part.PICTURE,
    "caption": Part.CAPTION,
    "Légende de tableau": Part.TABLE_CAPTION,
    "Tableau tête": Part.TABLE_HEAD,
    "Tableau texte": Part.CELL,
    "Tableau ligne": Part.CELL,
    "Tableau poste": Part.CELL,
    "Tableau total": Part.TOTAL,
    "Rangée étiquette": Part.ROW_LABEL,
    "Rangée": Part.ROW,
    "Référence": Part.REFERENCE,
    "Crédit": Part.CREDIT,
    "Financeurs": Part.FUNDERS,
    "Logotype": Part.LOGO,
    "Consigne": Part.GUIDANCE,
    "Mode d’emploi": Part.GUIDANCE,
    "Mode d’emploi titre": Part.GUIDANCE,
    "Titre de chapitre": Part.CHAPTER,
    **{f"toc {level}": Part.CONTENTS for level in range(1, 10)},
}

PROMPTS = ("Placeholder Text", "Invite du bandeau")
"""The character styles of prompts, in forms: Word's own, and that of the title band."""
PRECISION = "Précision"
"""The character style of what is said after the name of a funder."""
LABEL = "Étiquette"
"""The character style of a label before a heading or a caption."""


def _roles() -> dict[str, Role]:
    roles = {name: Role(part) for name, part in _SINGLE.items()}
    roles |= {name: Role(Part.TEXT, mark=mark, level=level) for name, (mark, level) in _LISTS.items()}
    for name, box in _BOXES.items():
        roles |= {f"{name} {rest}".strip(): Role(part, box) for rest, part in _BOX_PARTS.items()}
        roles |= {f"{name} {rest}": Role(Part.BOX_TEXT, box, mark, level) for rest, (mark, level) in _BOX_LISTS.items()}
    return roles


ROLES = _roles()
"""Each named style's role, by the name as it is written."""
_FOLDED = {fold(name): role for name, role in ROLES.items()}


def role_of(name: str) -> Role | None:
    """The role of a style, by its name; None for styles that are not ours."""
    return _FOLDED.get(fold(name))


def is_prompt(name: str) -> bool:
    """Whether a character style is that of a prompt."""
    return fold(name) in map(fold, PROMPTS)
