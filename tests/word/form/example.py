"""What an author answers in every field of a form, and the sheet that this is."""

from terrinclus_publish.fields import Data

ANSWERS: Data = {
    "titre": "Cuisiner ensemble de part et d'autre de la mer",
    "chapeau": "Deux villes ouvrent leurs cantines **scolaires** à des cuisiniers de l'autre rive.",
    "porteurs": ["Ville de Port-Exemple", "Département de l'Exemple"],
    "partenaires": ["Ville de Matam (Sénégal)", "Association Les Jardins (Tunisie)"],
    "lieux": ["Matam (Sénégal)", "Sfax (Tunisie)"],
    "periode": "2019-2022",
    "statut": "achevé",
    "thematiques": ["jeunesse", "cohesion-sociale"],
    "chiffres": [
        {"valeur": "12", "legende": "Cantines ouvertes."},
        {"valeur": "67 000", "legende": "Repas servis en trois ans."},
    ],
    "pourquoi": ["Le projet part des gestes de tous les jours.", "Il met **ainsi** en œuvre deux préconisations :"],
    "preconisations": [
        {
            "axe": "partage-reciprocite",
            "introduction": "Les recettes vont dans les deux sens :",
            "points": ["un carnet commun ;", "un repas par saison."],
        },
        {"axe": "temporalite", "points": ["Trois années scolaires entières."]},
    ],
    "odd": [4, 17],
    "projet": {
        "genese": ["Tout commence par une visite.", "Puis vient une lettre."],
        "objectifs": ["Le projet vise à :", "- nourrir mieux ;", "- se connaître."],
        "acteurs": "Les cuisiniers, les élèves et leurs parents.",
        "autres": [
            {"titre": "Les bénéficiaires", "contenu": "Huit cents élèves."},
            {"titre": "Les enseignements", "contenu": ["Il faut du temps.", "Et des casseroles."]},
        ],
    },
    "financement": [
        {
            "lignes": [
                {"libelle": "Ville de Port-Exemple", "montant": "30 000 €", "precision": "sur 24 mois"},
                {"libelle": "Ville de Matam", "montant": "15 000 €"},
                {"libelle": "Bénévoles", "mention": "Non évaluable"},
            ],
            "ecart": "La ville a payé les voyages à part.",
        },
        {"nature": "cout", "lignes": [{"libelle": "Voyages", "montant": "12 500 €"}]},
    ],
    "focus": {
        "titre": "Le carnet de recettes",
        "introduction": "Un carnet écrit à deux cents mains.",
        "parties": [
            {
                "titre": "Écrire",
                "contenu": "Chacun apporte une recette.",
                "paroles": [
                    {
                        "titre": "Une première fois",
                        "contenu": "« Je n'avais jamais cuisiné pour cent personnes. »",
                        "personne": "Awa Diop",
                        "fonction": "cuisinière à Matam",
                    },
                    {"contenu": "« Nous recommencerons. »", "personne": "Luc Martin"},
                ],
            },
            {
                "titre": "Goûter",
                "contenu": ["On goûte.", "On note."],
                "encadre": [
                    {
                        "titre": "Le mil",
                        "contenu": "Une céréale du Sahel.",
                        "source": "L. Martin, Cuisines, 2021",
                    }
                ],
            },
        ],
        "regard": [
            {"titre": "Vu de Matam", "contenu": "Une amitié."},
            {"titre": "Vu de Sfax", "contenu": ["Un atelier.", "Une promesse."]},
        ],
    },
    "ressources": [
        {"titre": "Sur le projet", "entrees": ["Le carnet de recettes, 2022", "Un film, 2021"]},
        {"entrees": ["Un guide du mil"]},
    ],
    "contacts": [
        {
            "organisme": "Ville de Port-Exemple",
            "adresse": "1, rue du Port, 75000 Paris",
            "telephone": "01 23 45 67 89",
            "courriel": "contact@exemple.fr",
            "site": "https://www.exemple.fr",
            "personnes": [
                {
                    "nom": "Ada Roux",
                    "fonction": "directrice",
                    "courriel": "ada@exemple.fr",
                    "telephone": "01 23 45 67 80",
                },
                {"nom": "Luc Martin", "courriel": "luc@exemple.fr"},
            ],
        },
        {"organisme": "Ville de Matam", "courriel": "mairie@exemple.sn"},
    ],
    "auteurs": "Ada Roux, Luc Martin",
    "date": "mai 2023",
    "credits_photos": "Ada Roux",
    "financeurs": [{"nom": "Fondation de l'Exemple"}, {"nom": "Région Exemple"}],
}

SHEET: Data = {
    **{
        name: ANSWERS[name] for name in ("titre", "chapeau", "porteurs", "periode", "statut", "thematiques", "chiffres")
    },
    "partenaires": [
        {"nom": "Ville de Matam", "pays": "SN"},
        {"nom": "Association Les Jardins", "pays": "TN"},
    ],
    "lieux": [{"nom": "Matam", "pays": "SN"}, {"nom": "Sfax", "pays": "TN"}],
    "pourquoi": {
        "contenu": "Le projet part des gestes de tous les jours.\n\nIl met **ainsi** en œuvre deux préconisations :"
    },
    "preconisations": ANSWERS["preconisations"],
    "odd": ANSWERS["odd"],
    "projet": {
        "genese": "Tout commence par une visite.\n\nPuis vient une lettre.",
        "objectifs": "Le projet vise à :\n\n- nourrir mieux ;\n- se connaître.",
        "acteurs": "Les cuisiniers, les élèves et leurs parents.",
        "autres": [
            {"titre": "Les bénéficiaires", "contenu": "Huit cents élèves."},
            {"titre": "Les enseignements", "contenu": "Il faut du temps.\n\nEt des casseroles."},
        ],
    },
    "financement": ANSWERS["financement"],
    "focus": {
        "titre": "Le carnet de recettes",
        "introduction": "Un carnet écrit à deux cents mains.",
        "parties": [
            {
                "titre": "Écrire",
                "contenu": [
                    {"texte": "Chacun apporte une recette."},
                    {"paroles": ANSWERS["focus"]["parties"][0]["paroles"][0]},
                    {"paroles": ANSWERS["focus"]["parties"][0]["paroles"][1]},
                ],
            },
            {
                "titre": "Goûter",
                "contenu": [
                    {"texte": "On goûte.\n\nOn note."},
                    {"encadre": ANSWERS["focus"]["parties"][1]["encadre"][0]},
                    {
                        "regard": [
                            {"titre": "Vu de Matam", "contenu": "Une amitié."},
                            {"titre": "Vu de Sfax", "contenu": "Un atelier.\n\nUne promesse."},
                        ]
                    },
                ],
            },
        ],
    },
    "ressources": [
        {"titre": "Sur le projet", "entrees": [{"texte": "Le carnet de recettes, 2022"}, {"texte": "Un film, 2021"}]},
        {"entrees": [{"texte": "Un guide du mil"}]},
    ],
    "contacts": ANSWERS["contacts"],
    "auteurs": ["Ada Roux", "Luc Martin"],
    "date": "mai 2023",
    "credits_photos": ["Ada Roux"],
    "financeurs": ANSWERS["financeurs"],
}
