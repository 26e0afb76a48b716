"""The format of a sheet and of a guide, readable from top to bottom. Sheets are mappings of texts, which get types.

Names and descriptions are French, since an author sees them (JSON Schema, messages); the order of the fields is that of
the page. Rules that compare fields, or need the vocabulary, stand in ``checks``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

# --- Scalars ---------------------------------------------------------------------------------------------------------
# The reader gives every scalar as text. A code editor's YAML parser sees numbers and booleans there, so the JSON Schema
# of a text accepts them.

_SCALAR: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
_LONGEST_AMOUNT = 40  # signs: the expressions below are slow on a hostile text of a million spaces
_SPACES = "\u0020\u00a0\u202f\u2009"

LineOfText = Annotated[str, Field(min_length=1), WithJsonSchema({**_SCALAR, "minLength": 1})]
"""Plain text on one line."""
Ligne = Annotated[str, Field(min_length=1), WithJsonSchema({**_SCALAR, "minLength": 1})]
"""Inline Markdown: bold, italic, links, ``[passage]{lang=es}``; no paragraphs."""
Markdown = Annotated[str, Field(min_length=1), WithJsonSchema({**_SCALAR, "minLength": 1})]
"""Markdown of several paragraphs, with lists of two levels."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A key of the vocabulary or a sheet's name: ``participation-citoyenne``."""


def parse_amount(value: object) -> object:
    """Read an amount as French authors type it: ``21 170 €``, ``73 745,13``, ``1690650``, with any kind of space.

    Raises PydanticCustomError ``montant`` when it is not an amount, ``montant_ambigu`` for ``21.170``.
    """
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST_AMOUNT:
        raise PydanticCustomError("montant", "not an amount")
    text = re.sub(rf"[{_SPACES}]*(€|euros?|EUR)$", "", value.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", text):
        raise PydanticCustomError("montant_ambigu", "ambiguous amount")
    grouped = re.fullmatch(rf"([0-9]{{1,3}}([{_SPACES}][0-9]{{3}})+|[0-9]+)([.,][0-9]{{1,2}})?", text)
    if not grouped:
        raise PydanticCustomError("montant", "not an amount")
    return Decimal(re.sub(rf"[{_SPACES}]", "", text).replace(",", "."))


def parse_yes_no(value: object) -> object:
    """Read ``oui`` or ``non`` (and ``true``, ``false``, which an editor may write).

    Raises PydanticCustomError ``oui_non``.
    """
    answers = {"oui": True, "true": True, "non": False, "false": False}
    if not isinstance(value, str):
        return value
    if value.strip().lower() not in answers:
        raise PydanticCustomError("oui_non", "not yes or no")
    return answers[value.strip().lower()]


@dataclass(frozen=True, eq=False)
class _Or:
    """In the JSON Schema, another way to write a value, which a validator turns into the one that the model holds."""

    other: JsonSchemaValue | None = None

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        own = handler(core_schema)
        return {"anyOf": [own["items"] if self.other is None else self.other, own]}


_OR_TEXT = _Or(_SCALAR)
_OR_ONE = _Or()


def _listed(value: object) -> object:
    """One value stands for a list of one."""
    return value if isinstance(value, list) or value is None else [value]


Montant = Annotated[Decimal, BeforeValidator(parse_amount), WithJsonSchema({"type": ["string", "number"]})]
OuiNon = Annotated[
    bool, BeforeValidator(parse_yes_no), WithJsonSchema({"enum": ["oui", "non", True, False], "default": "non"})
]
Pays = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 code of two letters: ``SN``."""
Langue = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag: ``fr``, ``es``, ``pt-BR``."""
Courriel = Annotated[str, Field(pattern=r"^[^@\s<>()\[\],;:]+@[^@\s<>()\[\],;:]+\.[^@\s<>()\[\],;:.]{2,}$")]
Adresse = Annotated[str, Field(pattern=r"^(https?://|mailto:)[^\s<>\"]+$")]
"""A link's target."""
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


class Modele(BaseModel):
    """What every part has in common: unknown keys are refused, surrounding spaces dropped, values never change."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True, use_attribute_docstrings=False)


# --- Running text and blocks -----------------------------------------------------------------------------------------


class Illustration(Modele):
    """Image, avec le texte qui la remplace pour qui ne la voit pas."""

    fichier: LineOfText = Field(title="Fichier", description="Chemin depuis « sheets/ », par exemple images/aude.jpg.")
    alternative: LineOfText = Field(
        title="Texte de remplacement", description="Ce que l'image montre, en une phrase : il est lu à voix haute."
    )
    legende: Ligne | None = Field(None, title="Légende", description="Texte imprimé sous l'image.")
    credit: LineOfText | None = Field(None, title="Crédit", description="Auteur de l'image.")


class Paroles(Modele):
    """Paroles d'acteurs : les mots d'une personne, ou une liste titrée sans auteur."""

    titre: Ligne | None = Field(None, title="Titre", description="Titre de l'encart, facultatif.")
    contenu: "Contenu" = Field(title="Texte", description="Ce que dit la personne.")
    personne: LineOfText | None = Field(None, title="Personne", description="Prénom et nom de la personne.")
    fonction: LineOfText | None = Field(None, title="Fonction", description="Fonction de la personne.")


class VoletRegard(Modele):
    """Un volet du regard des partenaires."""

    titre: Ligne | None = Field(None, title="Titre", description="Titre du volet.")
    contenu: "Contenu" = Field(title="Texte", description="Ce que les partenaires en disent.")


class Encadre(Modele):
    """Encadré : définition, exemple, méthode."""

    titre: Ligne | None = Field(None, title="Titre", description="Titre de l'encadré, facultatif.")
    contenu: "Contenu" = Field(title="Texte", description="Texte de l'encadré.")
    source: Ligne | None = Field(None, title="Source", description="D'où vient le texte, sans le mot « Source ».")


class Cellule(Modele):
    """Une cellule de tableau ; elle peut couvrir plusieurs colonnes."""

    texte: Annotated[str, WithJsonSchema(_SCALAR)] = Field(title="Texte", description="Texte de la cellule.")
    colonnes: int = Field(1, ge=1, le=12, title="Colonnes couvertes", description="Nombre de colonnes couvertes.")


_AS_CELL = BeforeValidator(lambda value: {"texte": value} if isinstance(value, str) else value)


class Tableau(Modele):
    """Tableau de texte."""

    legende: Ligne = Field(title="Légende", description="Titre du tableau. Il est numéroté par la mise en page.")
    entetes: list[LineOfText] = Field(
        min_length=2, max_length=6, title="En-têtes", description="Titres des colonnes, de 2 à 6."
    )
    lignes: list[Annotated[list[Annotated[Cellule, _AS_CELL, _OR_TEXT]], Field(min_length=1)]] = Field(
        min_length=1, title="Lignes", description="Une liste de cellules par ligne ; '' pour une cellule vide."
    )

    @model_validator(mode="after")
    def _rows_fill_the_columns(self) -> Self:
        for number, row in enumerate(self.lignes, 1):
            width = sum(cell.colonnes for cell in row)
            if width != len(self.entetes):
                raise PydanticCustomError(
                    "ligne_de_tableau",
                    "row {number} has {width} columns, not {columns}",
                    {"number": number, "width": width, "columns": len(self.entetes)},
                )
        return self


class Bloc(Modele):
    """Un bloc : une seule clé parmi texte, paroles, regard, encadre, tableau, illustration."""

    texte: Markdown | None = Field(None, title="Texte", description="Paragraphes et listes.")
    paroles: Paroles | None = Field(None, title="Paroles d'acteurs", description="Les mots d'une personne.")
    regard: Annotated[list[VoletRegard], Field(min_length=1), BeforeValidator(_listed), _OR_ONE] | None = Field(
        None, title="Regard des partenaires", description="Un volet, ou une liste de volets titrés."
    )
    encadre: Encadre | None = Field(None, title="Encadré", description="Définition, exemple, méthode.")
    tableau: Tableau | None = Field(None, title="Tableau", description="Tableau de texte.")
    illustration: Illustration | None = Field(None, title="Illustration", description="Image dans le texte.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("bloc", "a block has one key", {"keys": ", ".join(sorted(self.model_fields_set))})
        return self

    @property
    def nature(self) -> str:
        """The block's only key: ``texte``, ``paroles``, ``regard``, ``encadre``, ``tableau`` or ``illustration``."""
        return next(iter(self.model_fields_set))


_AS_BLOCKS = BeforeValidator(lambda value: [{"texte": value}] if isinstance(value, str) else value)
Contenu = Annotated[list[Bloc], Field(min_length=1), _AS_BLOCKS, _OR_TEXT]
"""Running text: Markdown, or a list of blocks. Text alone becomes one ``texte`` block."""


class Section(Modele):
    """Un passage titré."""

    titre: Ligne = Field(title="Titre", description="Titre du passage.")
    contenu: Contenu = Field(title="Texte", description="Texte, ou liste de blocs.")


# --- The sheet -------------------------------------------------------------------------------------------------------


class Partenaire(Modele):
    """Un partenaire : un nom, un pays, ou les deux."""

    nom: LineOfText | None = Field(None, title="Nom", description="Nom du partenaire, dans sa langue.")
    pays: Annotated[list[Pays], Field(min_length=1), BeforeValidator(_listed), _OR_ONE] | None = Field(
        None, title="Pays", description="Code du pays en deux lettres (SN, MA, TN…), ou liste de codes."
    )
    langue: Langue | None = Field(None, title="Langue du nom", description="Langue du nom s'il n'est pas en français.")
    pluriel: OuiNon = Field(False, title="Plusieurs", description="oui quand cette ligne tient lieu de plusieurs.")

    @model_validator(mode="after")
    def _named_or_located(self) -> Self:
        if self.nom is None and self.pays is None:
            raise PydanticCustomError("partenaire_vide", "a partner has a name or a country")
        return self


class Lieu(Modele):
    """Un lieu du projet, pour la carte."""

    nom: LineOfText = Field(title="Nom", description="Nom du lieu.")
    pays: Pays | None = Field(None, title="Pays", description="Code du pays en deux lettres.")
    latitude: float | None = Field(None, ge=-90, le=90, title="Latitude", description="En degrés, avec un point.")
    longitude: float | None = Field(None, ge=-180, le=180, title="Longitude", description="En degrés, avec un point.")


class Preconisation(Modele):
    """Un axe de préconisation que le projet met en œuvre."""

    axe: Slug = Field(title="Axe", description="Un axe du vocabulaire, par exemple partage-reciprocite.")
    introduction: Ligne | None = Field(None, title="Phrase d'introduction", description="Avant les points, facultatif.")
    points: list[Ligne] = Field(
        default=[], title="Points", description="Ce que le projet met en œuvre, point par point."
    )


class Chiffre(Modele):
    """Un chiffre clé."""

    valeur: LineOfText = Field(
        title="Valeur", max_length=14, description="Comme elle sera imprimée : 2012, 67 000, 1,7."
    )
    legende: Ligne = Field(title="Légende", description="Ce que dit ce chiffre, en 12 mots au plus.")


class Pourquoi(Modele):
    """Pourquoi ce projet est-il retenu ?"""

    titre: Ligne | None = Field(None, title="Titre", description="Seulement s'il diffère du titre uniforme.")
    contenu: Contenu = Field(title="Texte", description="Les raisons, puis la phrase qui mène aux préconisations.")


class Projet(Modele):
    """Le projet : genèse, objectifs, acteurs, et d'autres passages si besoin."""

    genese: Contenu = Field(title="Genèse et contexte", description="D'où vient le projet.")
    objectifs: Contenu = Field(title="Les objectifs", description="Ce que vise le projet.")
    acteurs: Contenu = Field(title="Les acteurs", description="Qui porte le projet, qui y prend part.")
    autres: list[Section] = Field(default=[], title="Autres passages", description="Bénéficiaires, résultats…")


_BLANK_IS_NONE = BeforeValidator(lambda value: None if value == "" else value)


class LigneFinancement(Modele):
    """Une ligne du tableau de financement."""

    libelle: LineOfText = Field(title="Libellé", description="Financeur ou poste de dépense.")
    montant: Montant | None = Field(None, title="Montant", description="Par exemple 21 170 €.")
    montants: list[Annotated[Montant | None, _BLANK_IS_NONE]] | None = Field(
        None, title="Montants", description="Un montant par colonne, quand il y a plusieurs colonnes."
    )
    precision: LineOfText | None = Field(
        None, title="Précision", description="Imprimée après le montant : sur 24 mois."
    )
    mention: LineOfText | None = Field(None, title="Mention", description="À la place du montant : Non évaluable.")
    sous_total: OuiNon = Field(False, title="Sous-total", description="oui pour une ligne déjà comptée au-dessus.")

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        given = [name for name in ("montant", "montants", "mention") if getattr(self, name) is not None]
        if len(given) > 1:
            raise PydanticCustomError("ligne_financement", "one of them only", {"keys": " et ".join(given)})
        return self

    @property
    def valeurs(self) -> tuple[Decimal | None, ...]:
        """The line's amounts, one a column; empty where the line has none."""
        if self.montants is not None:
            return tuple(self.montants)
        return () if self.montant is None else (self.montant,)


class Financement(Modele):
    """Un tableau de financement, ou de coût."""

    nature: Literal["financement", "cout"] = Field(
        "financement", title="Nature", description="financement (qui paie) ou cout (ce qui est payé)."
    )
    titre: Ligne | None = Field(None, title="Titre", description="Quand il y a plusieurs tableaux.")
    devise: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(
        "EUR", title="Devise", description="Code de la monnaie en trois lettres : EUR, XOF, USD…"
    )
    colonnes: list[LineOfText] = Field(
        default=[],
        max_length=4,
        title="Colonnes",
        description="Titres des colonnes de montants, s'il y en a plusieurs.",
    )
    lignes: list[LigneFinancement] = Field(min_length=1, title="Lignes", description="Une ligne par financeur.")
    total: Annotated[list[Montant], Field(min_length=1), BeforeValidator(_listed), _OR_ONE] | None = Field(
        None,
        title="Total",
        description="Facultatif : calculé s'il manque, vérifié s'il est donné.",
    )
    ecart: Ligne | None = Field(
        None, title="Écart", description="Note imprimée quand le total publié n'est pas la somme : elle donne les deux."
    )

    @model_validator(mode="after")
    def _one_amount_a_column(self) -> Self:
        width = max(len(self.colonnes), 1)
        for number, line in enumerate(self.lignes, 1):
            if line.valeurs and len(line.valeurs) != width:
                raise PydanticCustomError(
                    "montants_par_colonne", "columns", {"number": number, "width": len(line.valeurs), "columns": width}
                )
        if self.total is not None and len(self.total) != width:
            raise PydanticCustomError("totaux_par_colonne", "columns", {"width": len(self.total), "columns": width})
        return self

    @property
    def sommes(self) -> tuple[Decimal, ...]:
        """The sum of each column's amounts, sub-totals left out."""
        width = max(len(self.colonnes), 1)
        rows = [line.valeurs for line in self.lignes if line.valeurs and not line.sous_total]
        return tuple(sum((row[column] or Decimal(0) for row in rows), Decimal(0)) for column in range(width))

    @property
    def parts(self) -> tuple[float | None, ...]:
        """Each line's share of the sum, 0 to 1; none where there are several columns, or fewer than two amounts."""
        counted = [line.valeurs and not line.sous_total for line in self.lignes]
        whole = self.sommes[0]
        if self.colonnes or sum(map(bool, counted)) < 2 or not whole:
            return ()
        return tuple(
            float((line.valeurs[0] or 0) / whole) if is_counted else None
            for line, is_counted in zip(self.lignes, counted, strict=True)
        )

    @property
    def totaux(self) -> tuple[Decimal, ...]:
        """The totals as printed: those given, or the sums."""
        return self.sommes if self.total is None else tuple(self.total)


class Focus(Modele):
    """Le focus : un titre, une introduction, des parties que la mise en page numérote."""

    titre: Ligne = Field(title="Titre", description="Titre du focus, en 90 signes au plus.")
    introduction: Contenu | None = Field(None, title="Introduction", description="Un ou deux paragraphes, facultatif.")
    parties: list[Section] = Field(
        min_length=1, title="Parties", description="Parties, numérotées par la mise en page."
    )


class Ressource(Modele):
    """Une référence, avec son lien s'il est connu."""

    texte: Ligne = Field(title="Texte", description="Ce que le lecteur lit : le titre du document.")
    url: Adresse | None = Field(None, title="Lien", description="Adresse complète, https://…, si elle est connue.")


class GroupeRessources(Modele):
    """Des ressources sous un même titre."""

    titre: LineOfText | None = Field(None, title="Titre", description="Par exemple : Sur le projet.")
    entrees: list[Ressource] = Field(min_length=1, title="Références", description="Une entrée par document.")


class Personne(Modele):
    """Une personne à qui écrire."""

    nom: LineOfText = Field(title="Nom", description="Prénom et nom.")
    fonction: LineOfText | None = Field(None, title="Fonction", description="Fonction de la personne.")
    courriel: Courriel | None = Field(None, title="Courriel", description="prenom.nom@exemple.fr")
    telephone: LineOfText | None = Field(None, title="Téléphone", description="01 23 45 67 89")


class Contact(Modele):
    """Un organisme et les personnes à qui y écrire."""

    organisme: LineOfText = Field(title="Organisme", description="Nom de l'organisme.")
    courriel: Courriel | None = Field(None, title="Courriel", description="Adresse générale de l'organisme.")
    telephone: LineOfText | None = Field(None, title="Téléphone", description="Numéro de l'organisme.")
    adresse: LineOfText | None = Field(None, title="Adresse", description="Adresse postale.")
    site: Adresse | None = Field(None, title="Site", description="https://…")
    personnes: list[Personne] = Field(default=[], title="Personnes", description="Personnes à qui écrire.")


class Financeur(Modele):
    """Un financeur de la démarche, avec son logo s'il est fourni."""

    nom: LineOfText = Field(title="Nom", description="Nom du financeur.")
    logo: LineOfText | None = Field(None, title="Logo", description="Image depuis « sheets/ » : images/logo.svg.")


class AClasser(Modele):
    """Un passage qu'une importation n'a pas su placer."""

    texte: Markdown = Field(title="Texte", description="Le passage, tel quel.")
    ou: LineOfText | None = Field(None, title="Où", description="L'endroit du document d'origine.")


class Fiche(Modele):
    """Fiche de capitalisation : un projet de coopération, raconté dans un format uniforme."""

    titre: Ligne = Field(title="Titre", description="Titre de la fiche, en 110 signes au plus.")
    chapeau: Ligne = Field(title="Chapeau", description="Une ou deux phrases qui résument le projet (18 à 65 mots).")
    porteurs: list[LineOfText] = Field(min_length=1, title="Porteurs", description="Qui porte le projet.")
    partenaires: list[Partenaire] = Field(default=[], title="Partenaires", description="Avec qui.")
    thematiques: list[Slug] = Field(default=[], title="Thématiques", description="Thèmes du vocabulaire.")
    periode: LineOfText | None = Field(None, title="Période", description="Comme imprimée : 2013-2016, depuis 1988.")
    statut: LineOfText | None = Field(None, title="Statut", description="achevé, en cours, abandonné…")
    lieux: list[Lieu] = Field(default=[], title="Lieux", description="Où le projet se passe.")
    preconisations: list[Preconisation] = Field(
        default=[], title="Préconisations", description="Axes mis en œuvre, dans l'ordre d'impression."
    )
    chiffres: list[Chiffre] = Field(
        default=[], max_length=4, title="Quelques chiffres", description="De 0 à 4 chiffres clés."
    )
    pourquoi: Pourquoi | None = Field(None, title="Pourquoi ce projet", description="Ce qui a fait retenir ce projet.")
    odd: list[Annotated[int, Field(ge=1, le=17)]] = Field(
        default=[], title="Objectifs de développement durable", description="Numéros de 1 à 17."
    )
    projet: Projet = Field(title="Le projet", description="Genèse, objectifs, acteurs.")
    financement: list[Financement] = Field(default=[], title="Financement", description="Un ou plusieurs tableaux.")
    focus: Focus = Field(title="Focus", description="Un aspect du projet, approfondi.")
    ressources: list[GroupeRessources] = Field(default=[], title="Ressources", description="Documents à consulter.")
    contacts: list[Contact] = Field(default=[], title="Contacts", description="À qui écrire.")
    auteurs: list[LineOfText] = Field(default=[], title="Auteurs", description="Qui a écrit la fiche.")
    date: LineOfText | None = Field(None, title="Date", description="Date de la fiche, comme imprimée.")
    credits_photos: list[LineOfText] = Field(default=[], title="Crédits photos", description="À qui sont les photos.")
    illustration: Illustration | None = Field(None, title="Illustration", description="Photo d'ouverture, facultative.")
    financeurs: list[Financeur] = Field(default=[], title="Financeurs", description="Qui finance la démarche.")
    langue: Langue = Field("fr", title="Langue", description="Langue de la fiche : fr.")
    absences: list[LineOfText] = Field(
        default=[], title="Absences", description="Rubriques qui manquent exprès : odd, financement…"
    )
    a_classer: list[AClasser] = Field(default=[], title="À classer", description="Passages à ranger après importation.")


# --- The guide -------------------------------------------------------------------------------------------------------


class Programme(Modele):
    """Le programme dont le guide rend compte ; les titres uniformes le nomment."""

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
    partenaire: LineOfText | None = Field(None, title="Partenaire", description="S'il est dit autrement.")
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


def texts(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a model with its path, in the order of the format."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
