"""The guide that gathers the sheets: its names, its front and back matter, the order of the sheets."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from terrinclus_publish.models.blocks import Contenu, Section
from terrinclus_publish.models.fiche import Financeur
from terrinclus_publish.models.scalars import Courriel, Langue, Ligne, LineOfText, Modele, Slug

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


class Programme(Modele):
    """Le programme dont le guide rend compte ; les titres des fiches le nomment."""

    nom: LineOfText = Field(title="Nom", description="Nom du programme : TERRINCLUS.")
    description: Ligne | None = Field(None, title="Description", description="En quelques mots, pour la couverture.")
    etude: LineOfText | None = Field(None, title="Étude", description="Titre de l'étude dont viennent les axes.")


class Edition(Modele):
    """Mois et année de l'édition."""

    annee: int = Field(ge=1900, le=2200)
    mois: int = Field(ge=1, le=12)


def parse_edition(value: object) -> object:
    """Read ``2017-07`` or ``juillet 2017``. Raises PydanticCustomError ``edition``."""
    if not isinstance(value, str):
        return value
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", value.strip()):
        return {"annee": int(match[1]), "mois": int(match[2])}
    match = re.fullmatch(r"(\w+)\s+(\d{4})", value.strip().lower())
    if not match or match[1] not in _MONTHS:
        raise PydanticCustomError("edition", "not a month and a year")
    return {"annee": int(match[2]), "mois": _MONTHS.index(match[1]) + 1}


class Editeur(Modele):
    """Qui publie le guide."""

    nom: LineOfText = Field(title="Nom", description="Nom de l'éditeur.")
    adresse: list[LineOfText] = Field(default=[], title="Adresse", description="Une ligne de l'adresse par point.")
    telephone: LineOfText | None = Field(None, title="Téléphone", description="01 23 45 67 89")
    courriel: Courriel | None = Field(None, title="Courriel", description="contact@exemple.fr")
    site: LineOfText | None = Field(None, title="Site", description="www.exemple.fr, ou adresse complète.")


class SectionLiminaire(Modele):
    """Un chapitre des pages liminaires."""

    titre: Ligne = Field(title="Titre", description="Titre du chapitre.")
    contenu: Contenu | None = Field(None, title="Texte", description="Texte du chapitre.")
    sections: list[Section] = Field(default=[], title="Sections", description="Passages titrés du chapitre.")


class DemarchePilote(Modele):
    """Une ligne du tableau des démarches pilotes."""

    fiche: Slug = Field(title="Fiche", description="Nom du fichier de la fiche, sans « .yaml ».")
    porteur: LineOfText | None = Field(None, title="Porteur", description="S'il est dit autrement que dans la fiche.")
    partenaire: LineOfText | None = Field(
        None, title="Partenaire", description="S'il est dit autrement que dans la fiche."
    )
    titre: Ligne | None = Field(None, title="Titre", description="S'il est dit autrement que dans la fiche.")


class DemarchesPilotes(Modele):
    """Le tableau des démarches pilotes."""

    titre: Ligne = Field(title="Titre", description="Titre du chapitre.")
    introduction: Contenu | None = Field(None, title="Introduction", description="Texte avant le tableau.")
    demarches: list[DemarchePilote] = Field(min_length=1, title="Démarches", description="Une ligne par démarche.")


class Comite(Modele):
    """Le comité qui a suivi la démarche."""

    titre: Ligne = Field(title="Titre", description="Titre du chapitre.")
    introduction: Contenu | None = Field(None, title="Introduction", description="Texte avant la liste.")
    membres: list[LineOfText] = Field(min_length=1, title="Membres", description="Un membre par point.")
    suite: Contenu | None = Field(None, title="Suite", description="Texte après la liste.")


class Quatrieme(Modele):
    """La quatrième de couverture."""

    texte: Ligne | None = Field(None, title="Texte", description="Deux ou trois lignes qui présentent le guide.")
    note: Ligne | None = Field(None, title="Note", description="Note en petit : légende de la couverture, droits…")


class Guide(Modele):
    """Le guide qui réunit les fiches : ses noms, ses pages liminaires, l'ordre des fiches."""

    programme: Programme = Field(title="Programme", description="Le programme que le guide présente.")
    titre: Ligne = Field(title="Titre", description="Titre du guide.")
    sous_titre: Ligne | None = Field(None, title="Sous-titre", description="Sous-titre du guide.")
    edition: Annotated[Edition, BeforeValidator(parse_edition), WithJsonSchema({"type": "string"})] = Field(
        title="Édition", description="Mois et année : juillet 2017."
    )
    editeur: Editeur = Field(title="Éditeur", description="Qui publie le guide.")
    langue: Langue = Field("fr", title="Langue", description="Langue du guide : fr.")
    liminaires: list[SectionLiminaire] = Field(
        default=[], title="Pages liminaires", description="Chapitres avant les fiches."
    )
    demarches_pilotes: DemarchesPilotes | None = Field(
        None, title="Démarches pilotes", description="Tableau des démarches pilotes."
    )
    comite: Comite | None = Field(None, title="Comité", description="Le comité et ses membres.")
    fiches: list[Slug] = Field(min_length=1, title="Fiches", description="Noms des fiches, dans l'ordre du guide.")
    quatrieme: Quatrieme = Field(
        default=Quatrieme(), title="Quatrième de couverture", description="Texte de la dernière page."
    )
    financeurs: list[Financeur] = Field(default=[], title="Financeurs", description="Qui finance la démarche.")
