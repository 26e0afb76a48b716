"""A sheet and a guide with a little of everything, whose fields a test changes one by one."""

from typing import Any

from terrinclus_publish.models import Fiche, Guide

SHEET: dict[str, Any] = {
    "titre": "Des jardins pour apprendre",
    "chapeau": "Deux territoires inventés cultivent ensemble des jardins.",
    "porteurs": ["Département des Exemples"],
    "partenaires": [{"nom": "Commune de Modèle-Ville", "pays": "SN"}],
    "thematiques": ["jeunesse"],
    "periode": "2019-2021",
    "lieux": [{"nom": "Dakar", "pays": "SN"}],
    "preconisations": [{"axe": "temporalite", "points": ["Prendre le temps."]}],
    "chiffres": [{"valeur": "12", "legende": "Jardins ouverts."}],
    "pourquoi": {"contenu": "Le projet met en œuvre une préconisation."},
    "odd": ["4"],
    "projet": {"genese": "Tout commence en 2012.", "objectifs": "Apprendre.", "acteurs": "Les écoles."},
    "financement": [{"lignes": [{"libelle": "Aude", "montant": "21 100"}, {"libelle": "Dakar", "montant": "900"}]}],
    "focus": {"titre": "Une année au jardin", "parties": [{"titre": "Semer", "contenu": "Les élèves sèment."}]},
    "ressources": [{"titre": "Sur le projet", "entrees": [{"texte": "Le carnet", "url": "https://exemple.fr/"}]}],
    "contacts": [{"organisme": "Exemples", "personnes": [{"nom": "Ada Roux", "courriel": "ada@exemple.fr"}]}],
    "auteurs": ["Ada Roux"],
    "credits_photos": ["Max Noir"],
    "financeurs": [{"nom": "Agence des Exemples"}],
    "a_classer": [{"texte": "Un passage perdu.", "ou": "page 3"}],
}

GUIDE: dict[str, Any] = {
    "programme": {"nom": "PROGRAMME"},
    "titre": "Guide des jardins",
    "edition": "juillet 2017",
    "editeur": {"nom": "Éditeur"},
    "liminaires": [{"titre": "Avant-propos", "contenu": "Ce guide réunit des fiches."}],
    "fiches": ["jardins"],
}


def fiche(**changes: Any) -> Fiche:
    """The sample sheet with some fields changed; a field that is None is left out."""
    return Fiche.model_validate({key: value for key, value in {**SHEET, **changes}.items() if value is not None})


def guide(**changes: Any) -> Guide:
    """The sample guide with some fields changed; a field that is None is left out."""
    return Guide.model_validate({key: value for key, value in {**GUIDE, **changes}.items() if value is not None})
