"""Every rule of preflight: how grave its breach is, what is said of it, what to do. Sources: norms of French shops."""

from terrinclus_publish.preflight.findings import Severity

LEAST_BLEED = 3.0
"""Millimetres."""
SAFE_ZONE = 5.0
"""Millimetres from the trim without text."""
LEAST_LINE = 0.25
"""Points."""
MOST_INK = 300.0
"""Per cent, all inks together."""
WANTED_DPI, LEAST_DPI = 300.0, 225.0
LEAST_BITMAP_DPI = 450.0
"""Of pictures of one bit, whose edges show their squares."""

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: dict[str, tuple[Severity, str, str]] = {
    # boxes and pages
    "trim-missing": (ERROR, "Le format fini (TrimBox) n'est pas dit", "Exportez avec le format fini et le fond perdu"),
    "boxes-not-nested": (
        ERROR,
        "Les cadres ne s'emboîtent pas (format fini dans fond perdu dans page)",
        "Exportez de nouveau, sans changer les cadres à la main",
    ),
    "bleed-missing": (
        WARNING,
        "Le fond perdu fait moins de 3 mm",
        "Prévoyez 3 mm de fond perdu si une couleur touche le bord",
    ),
    "bleed-empty": (
        ERROR,
        "Une couleur ou une image s'arrête au bord coupé, sans aller dans le fond perdu",
        "Prolongez-la jusqu'au bout du fond perdu : sinon, un filet blanc paraîtra à la coupe",
    ),
    "mixed-sizes": (ERROR, "Les pages n'ont pas toutes le même format fini", "Un fichier par format"),
    "page-rotated": (WARNING, "La page est tournée", "Vérifiez le sens de lecture"),
    "page-count": (
        WARNING,
        "Le nombre de pages n'est pas un multiple de 4",
        "Ajoutez des pages blanches : un cahier se plie par quatre pages",
    ),
    "blank-page": (NOTE, "Page blanche", "Vérifiez qu'elle est voulue"),
    "text-near-trim": (
        WARNING,
        "Un texte est à moins de 5 mm de la coupe",
        "Éloignez-le du bord : la coupe varie d'un à deux millimètres",
    ),
    # colours
    "rgb-colour": (ERROR, "Une couleur est en RVB", "Exportez en CMJN"),
    "rgb-image": (ERROR, "Une image est en RVB", "Convertissez-la en CMJN avec le profil de l'imprimeur"),
    "other-colour": (
        ERROR,
        "Une couleur est dans un espace qui n'est ni CMJN, ni noir, ni ton direct (Lab, calibré)",
        "Exportez en CMJN",
    ),
    "spot-colour": (WARNING, "Le fichier a un ton direct, qui fait une plaque de plus", "Vérifiez qu'il est voulu"),
    "rich-black-text": (
        ERROR,
        "Un texte noir est fait de plusieurs encres : il sera flou au moindre décalage",
        "Composez-le en noir seul (N 100)",
    ),
    "black-text-knocks-out": (
        WARNING,
        "Un texte noir ne surimprime pas : un liseré blanc peut paraître",
        "Mettez le texte noir en surimpression",
    ),
    "white-overprints": (
        ERROR,
        "Du blanc est en surimpression : il disparaîtra à l'impression",
        "Mettez le blanc en défonce",
    ),
    "ink-coverage": (ERROR, "Une couleur pose plus de 300 % d'encre", "Réduisez-la : l'encre ne sécherait pas"),
    "image-ink-coverage": (
        ERROR,
        "Une image pose plus de 300 % d'encre",
        "Convertissez-la avec le profil de l'imprimeur, qui limite l'encre",
    ),
    "hairline": (ERROR, "Un filet est plus fin que 0,25 point", "Épaississez-le : il risque de ne pas s'imprimer"),
    # pictures
    "image-resolution": (
        ERROR,
        "Une image a moins de 225 points par pouce à sa taille imprimée",
        "Remplacez-la par un fichier plus grand, ou réduisez-la sur la page",
    ),
    "image-resolution-low": (
        WARNING,
        "Une image a moins de 300 points par pouce à sa taille imprimée",
        "Acceptable pour une photographie ; un fichier plus grand sera plus net",
    ),
    "bitmap-resolution": (
        WARNING,
        "Une image au trait a moins de 450 points par pouce",
        "Remplacez-la par un dessin vectoriel ou un fichier plus grand",
    ),
    "image-unreadable": (WARNING, "Une image n'a pas pu être examinée", "Vérifiez-la à l'œil"),
    # fonts
    "font-not-embedded": (ERROR, "Une police n'est pas incorporée", "Exportez avec toutes les polices incorporées"),
    "font-type3": (WARNING, "Une police est de type 3", "Certaines chaînes d'impression la rendent mal"),
    # what paper cannot do
    "transparency": (WARNING, "Le fichier a de la transparence", "Demandez du PDF/X-4, ou aplatissez-la"),
    "transparency-kept": (NOTE, "Le fichier a de la transparence, comme PDF/X-4 le permet", ""),
    "blending-space": (ERROR, "La transparence se mélange en RVB", "Choisissez un espace de mélange CMJN"),
    "annotation": (ERROR, "La page a une annotation (lien, note, champ)", "Exportez sans liens ni commentaires"),
    "action": (ERROR, "Le fichier contient une action ou du JavaScript", "Exportez sans"),
    "form-fields": (ERROR, "Le fichier contient un formulaire", "Exportez-le à plat"),
    "embedded-file": (WARNING, "Le fichier contient des pièces jointes", "Retirez-les"),
    "layers": (WARNING, "Le fichier a des calques", "Vérifiez lesquels s'impriment"),
    "encrypted": (ERROR, "Le fichier est protégé", "Retirez la protection"),
    # declarations
    "intent-missing": (
        WARNING,
        "La condition d'impression (OutputIntent) n'est pas dite",
        "Demandez à l'imprimeur la sienne, par exemple FOGRA39, et son profil ICC",
    ),
    "intent-required": (
        ERROR,
        "PDF/X est annoncé, sans condition d'impression ni profil",
        "Exportez avec un profil ICC",
    ),
    "intent-not-press": (
        ERROR,
        "Le profil de sortie n'est pas celui d'une presse CMJN",
        "Choisissez le profil de l'imprimeur",
    ),
    "trapped-missing": (WARNING, "Le grossi-maigri (Trapped) n'est dit ni fait ni à faire", "Exportez en PDF/X-4"),
    "title-missing": (WARNING, "Le fichier n'a pas de titre", "Donnez-lui un titre"),
    "dates-missing": (WARNING, "Le fichier n'a pas de date", "Exportez de nouveau"),
    "xmp-missing": (WARNING, "Le fichier n'a pas de métadonnées XMP", "Exportez en PDF/X-4"),
    "id-missing": (ERROR, "PDF/X est annoncé, sans identifiant de fichier", "Exportez de nouveau"),
    "content-unreadable": (ERROR, "Le contenu de la page est illisible en partie", "Exportez de nouveau"),
    "too-complex": (WARNING, "La page est trop chargée pour être examinée en entier", "Vérifiez-la à l'œil"),
}
