"""A sheet, in the order of its page. Readable from top to bottom: the sheet itself comes last, after its parts."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from terrinclus_publish.models.blocks import Contenu, Illustration, Section
from terrinclus_publish.models.scalars import (
    AS_LIST,
    OR_ONE,
    Adresse,
    Courriel,
    Langue,
    Ligne,
    LineOfText,
    Markdown,
    Modele,
    Montant,
    OuiNon,
    Pays,
    Slug,
)


class Partenaire(Modele):
    """Un partenaire : un nom, un pays, ou les deux."""

    nom: LineOfText | None = Field(None, title="Nom", description="Nom du partenaire, dans sa langue.")
    pays: Annotated[list[Pays], Field(min_length=1), AS_LIST, OR_ONE] | None = Field(
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

    titre: Ligne | None = Field(None, title="Titre", description="Seulement s'il diffère du titre habituel.")
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
    total: Annotated[list[Montant], Field(min_length=1), AS_LIST, OR_ONE] | None = Field(
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
    nom_court: LineOfText | None = Field(
        None,
        title="Nom court",
        description="Nom de la fiche sur la carte, dans la matrice et l'index : Savoie – Anima Terre.",
    )
    partenaires: list[Partenaire] = Field(default=[], title="Partenaires", description="Avec qui.")
    thematiques: list[Slug] = Field(
        default=[], title="Thématiques", description="De une à quatre thématiques du vocabulaire."
    )
    periode: LineOfText | None = Field(
        None, title="Période", description="Comme elle sera imprimée : 2013-2016, depuis 1988."
    )
    statut: LineOfText | None = Field(
        None, title="Statut", description="En quelques mots : achevé, en cours, abandonné…"
    )
    lieux: list[Lieu] = Field(default=[], title="Lieux", description="Où le projet se passe.")
    preconisations: list[Preconisation] = Field(
        default=[], title="Préconisations", description="Axes mis en œuvre, dans l'ordre d'impression."
    )
    chiffres: list[Chiffre] = Field(
        default=[], max_length=4, title="Quelques chiffres", description="Trois chiffres clés, quatre au plus."
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
    date: LineOfText | None = Field(None, title="Date", description="Date de la fiche, comme elle sera imprimée.")
    credits_photos: list[LineOfText] = Field(default=[], title="Crédits photos", description="À qui sont les photos.")
    illustration: Illustration | None = Field(None, title="Illustration", description="Photo d'ouverture, facultative.")
    financeurs: list[Financeur] = Field(default=[], title="Financeurs", description="Qui finance la démarche.")
    langue: Langue = Field("fr", title="Langue", description="Langue de la fiche : fr.")
    absences: list[LineOfText] = Field(
        default=[], title="Absences", description="Rubriques qui manquent exprès : odd, financement…"
    )
    a_classer: list[AClasser] = Field(default=[], title="À classer", description="Passages à ranger après importation.")
