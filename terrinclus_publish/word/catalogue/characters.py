"""Character styles: labels, numbers and page numbers inside a line of another style."""

from functools import partial

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import coloured, within_line
from terrinclus_publish.word.styles import LINK, CharacterStyle

_COLOUR_AND_FACE = ("rFonts", "color")
_contents = partial(CharacterStyle, set_directly=True)


def character_styles(theme: Theme) -> list[CharacterStyle]:
    """All the character styles."""
    texts = theme.styles
    contents_pitch = texts["sommaire_titre"].interligne
    return [
        CharacterStyle(LINK, "Hyperlink", texts["corps"], (), underlined=True),
        CharacterStyle("Etiquette", "Étiquette", texts["etiquette"]),
        CharacterStyle("SurtitreEtiquette", "Surtitre étiquette", texts["identite"], ("rFonts",)),
        CharacterStyle("Precision", "Précision", texts["tableau"], ("rFonts",)),
        CharacterStyle("Repere", "Repère", coloured(texts["etiquette"], "accent"), _COLOUR_AND_FACE),
        CharacterStyle("Renvoi", "Renvoi d’index", texts["index_entree"], ("rFonts",)),
        CharacterStyle("Numero", "Numéro", texts["etiquette"], _COLOUR_AND_FACE),
        CharacterStyle("CartePorteur", "Carte porteur", texts["carte_porteur"]),
        _contents("SommaireNumero", "Sommaire numéro", within_line(texts["sommaire_numero"], contents_pitch)),
        _contents("SommairePorteur", "Sommaire porteur", texts["sommaire_porteur"]),
        _contents("SommaireTitre", "Sommaire titre", texts["sommaire_chapitre"]),
        _contents("SommairePage", "Sommaire page", texts["sommaire_page"]),
    ]
