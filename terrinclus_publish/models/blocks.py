"""Running text and its blocks: what a sheet and a guide are both made of."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from terrinclus_publish.models.scalars import AS_LIST, OR_ONE, OR_TEXT, SCALAR, Ligne, LineOfText, Markdown, Modele


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

    texte: Annotated[str, WithJsonSchema(SCALAR)] = Field(title="Texte", description="Texte de la cellule.")
    colonnes: int = Field(1, ge=1, le=12, title="Colonnes couvertes", description="Nombre de colonnes couvertes.")


_AS_CELL = BeforeValidator(lambda value: {"texte": value} if isinstance(value, str) else value)


class Tableau(Modele):
    """Tableau de texte."""

    legende: Ligne = Field(title="Légende", description="Titre du tableau. Il est numéroté par la mise en page.")
    entetes: list[LineOfText] = Field(
        min_length=2, max_length=6, title="En-têtes", description="Titres des colonnes, de 2 à 6."
    )
    lignes: list[Annotated[list[Annotated[Cellule, _AS_CELL, OR_TEXT]], Field(min_length=1)]] = Field(
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
    regard: Annotated[list[VoletRegard], Field(min_length=1), AS_LIST, OR_ONE] | None = Field(
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
Contenu = Annotated[list[Bloc], Field(min_length=1), _AS_BLOCKS, OR_TEXT]
"""Running text: Markdown, or a list of blocks. Text alone becomes one ``texte`` block."""


class Section(Modele):
    """Un passage titré."""

    titre: Ligne = Field(title="Titre", description="Titre du passage.")
    contenu: Contenu = Field(title="Texte", description="Texte, ou liste de blocs.")
