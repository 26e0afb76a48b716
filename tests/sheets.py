"""Hypothesis strategies: sheets as authors might write them, with every field of the format."""

from decimal import Decimal

from hypothesis import strategies as st

from terrinclus_publish.models import Fiche

WORDS = [
    "territoire",
    "solidarité",
    "coopération",
    "jeunesse",
    "élus",
    "l'action",
    "d'un",
    "qu'elle",
    "aujourd'hui",
    "œuvre",
    "été",
    "où",
    "à",
    "Sousse",
    "Agadir",
    "Pays-de-la-Loire",
    "2012",
    "2013-2016",
    "10",
    "000",
    "50",
    "%",
    "1er",
    "2e",
    "n°",
    "5",
    "14",
    "h",
    "30",
    "M.",
    "Dupont",
    "etc.",
    "ODD",
    "4",
    "(avec)",
    "«",
    "regard",
    "»",
    "21,5",
    "€",
    "à_bas",
    "étoile*",
    "[crochet]",
    "R&D",
    "3",
    "<",
    "4",
    "C:\\fiches",
    "#projet",
    "www.exemple.fr",
    "...",
    "–",
    "et/ou",
    ";",
    ":",
    "!",
    "?",
]
PLAIN_WORDS = [
    "Département",
    "Ville",
    "Région",
    "Conseil",
    "des",
    "de",
    "la",
    "du",
    "Exemples",
    "Loire",
    "Sousse",
    "jeunesse",
    "l'Aude",
    "Côte-d'Or",
    "Été",
    "2012",
]
LETTERS = st.sampled_from("abcdéèàçœ")
COUNTRIES = ("SN", "MA", "TN", "CG", "ES", "HT", "MM")
THEMES = ("jeunesse", "femmes", "personnes-agees", "cohesion-sociale")
AXES = ("emergence-finalites", "temporalite", "partage-reciprocite", "suivi-evaluation-restitution")


def joined(words: tuple[str, ...], least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=least, max_size=most).map(" ".join).filter(is_worded)


def is_worded(text: str) -> bool:
    """A text that begins and ends with a word: no sign waits for what stands before it on the page."""
    return bool(text) and text[0].isalnum() and text[-1].isalnum()


plain = joined(tuple(PLAIN_WORDS), 1, 5)
free = joined(tuple(WORDS), 1, 9)


@st.composite
def marked(draw) -> str:
    """A line of Markdown: bold, italic, links and passages in Spanish among plain words."""
    pieces = []
    for text in draw(st.lists(plain, min_size=1, max_size=4)):
        kind = draw(
            st.sampled_from(("", "", "**{}**", "*{}*", "***{}***", "[{}](https://exemple.fr/a?b=1)", "[{}]{{lang=es}}"))
        )
        pieces.append(kind.format(text) if kind else text)
    return " ".join(pieces)


line = st.one_of(free, marked())


@st.composite
def prose(draw) -> str:
    """Markdown of several paragraphs and lists."""
    blocks = []
    for kind in draw(st.lists(st.sampled_from("ptton"), min_size=1, max_size=3)):
        items = draw(st.lists(marked(), min_size=1, max_size=3))
        if kind == "p":
            blocks.append(draw(line).replace("*", "").lstrip("#-+ "))
        elif kind == "t":
            blocks.append("\n".join(f"- {item}" for item in items))
        elif kind == "o":
            first = draw(st.integers(1, 9))
            blocks.append("\n".join(f"{first + rank}. {item}" for rank, item in enumerate(items)))
        else:
            inner = draw(marked())
            blocks.append("\n".join(f"- {item}\n\n  {inner}\n  - {inner}\n" for item in items))
    return "\n\n".join(blocks)


def optional(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=fields)


def with_(required: dict[str, st.SearchStrategy[object]], **more: st.SearchStrategy[object]):
    return st.fixed_dictionaries(required, optional=more)


texts = prose().map(lambda text: [{"texte": text}])
amounts = st.decimals(Decimal(1), Decimal(9_999_999), places=2).map(
    lambda amount: amount.quantize(Decimal(1)) if int(amount) % 2 else amount
)


@st.composite
def table(draw) -> dict[str, object]:
    width = draw(st.integers(2, 4))
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            rows.append([draw(plain), {"texte": draw(line), "colonnes": width - 1}])
        else:
            rows.append([draw(plain), *(draw(st.one_of(line, st.just(""))) for _ in range(width - 1))])
    return {"tableau": {"legende": draw(plain), "entetes": [draw(plain) for _ in range(width)], "lignes": rows}}


boxes = st.one_of(
    st.one_of(
        with_({"contenu": texts, "personne": plain}, titre=line, fonction=plain),
        with_({"contenu": texts}, titre=line),
    ).map(lambda box: {"paroles": box}),
    st.lists(with_({"contenu": texts}, titre=line), min_size=1, max_size=2).map(lambda parts: {"regard": parts}),
    with_({"contenu": texts}, titre=line, source=line).map(lambda box: {"encadre": box}),
)
blocks = st.one_of(prose().map(lambda text: {"texte": text}), boxes, table())
content = st.one_of(texts, st.lists(blocks, min_size=1, max_size=3))
section = st.fixed_dictionaries({"titre": marked(), "contenu": content})
numbers = st.sampled_from(("01 45 49 60 20", "+221 33 839 12 34"))
emails = st.sampled_from(("ada.roux@exemple.fr", "jean_luc@sousse.tn"))


@st.composite
def money(draw) -> dict[str, object]:
    columns = draw(st.sampled_from(([], [], ["Prévu", "Réalisé"])))
    width = max(len(columns), 1)
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        entry: dict[str, object] = {"libelle": draw(plain)}
        kind = draw(st.sampled_from(("amount", "amount", "mention", "nothing")))
        if kind == "amount":
            values = [draw(amounts) for _ in range(width)]
            entry.update({"montants": values} if columns else {"montant": values[0]})
            if draw(st.booleans()):
                entry["sous_total"] = True
        elif kind == "mention":
            entry["mention"] = "Non évaluable"
        if draw(st.booleans()):
            entry["precision"] = draw(plain)
        lines.append(entry)
    made = {"nature": draw(st.sampled_from(("financement", "cout"))), "lignes": lines, "colonnes": columns}
    made["devise"] = draw(st.sampled_from(("EUR", "EUR", "XOF", "XAF", "USD")))
    if draw(st.booleans()):
        made["titre"] = draw(plain)
    if draw(st.booleans()):
        made["total"] = [draw(amounts) for _ in range(width)]
        made["ecart"] = draw(plain)
    return made


reach = {"courriel": emails, "telephone": numbers}
person = with_({"nom": plain}, fonction=plain, **reach)
contact = with_(
    {"organisme": plain},
    **reach,
    adresse=plain,
    site=st.just("https://exemple.fr/x"),
    personnes=st.lists(person, min_size=1, max_size=2),
)
partner = st.one_of(
    with_({"nom": plain}, pays=st.lists(st.sampled_from(COUNTRIES), min_size=1, max_size=2), langue=st.just("es")),
    with_({"pays": st.lists(st.sampled_from(COUNTRIES), min_size=1, max_size=2)}),
    st.fixed_dictionaries({"nom": plain, "pluriel": st.booleans()}),
)
resource = with_({"texte": line.filter(lambda text: "](" not in text)}, url=st.just("https://exemple.fr/doc.pdf"))
data = with_(
    {
        "titre": marked(),
        "chapeau": line,
        "porteurs": st.lists(plain, min_size=1, max_size=3),
        "projet": with_(
            {"genese": content, "objectifs": content, "acteurs": content},
            autres=st.lists(section, min_size=1, max_size=2),
        ),
        "focus": with_({"titre": marked(), "parties": st.lists(section, min_size=1, max_size=3)}, introduction=content),
    },
    partenaires=st.lists(partner, min_size=1, max_size=3),
    thematiques=st.lists(st.sampled_from(THEMES), max_size=4, unique=True),
    periode=plain,
    statut=plain,
    lieux=st.lists(with_({"nom": plain}, pays=st.sampled_from(COUNTRIES), latitude=st.just(12.5)), max_size=3),
    preconisations=st.lists(
        with_({"axe": st.sampled_from(AXES)}, introduction=line, points=st.lists(line, max_size=3)), max_size=3
    ),
    chiffres=st.lists(
        st.fixed_dictionaries({"valeur": st.sampled_from(("2012", "16-25", "67 000", "1,7")), "legende": line}),
        max_size=4,
    ),
    pourquoi=with_({"contenu": content}, titre=marked()),
    odd=st.lists(st.integers(1, 17), max_size=4),
    financement=st.lists(money(), max_size=2),
    ressources=st.lists(with_({"entrees": st.lists(resource, min_size=1, max_size=3)}, titre=plain), max_size=2),
    contacts=st.lists(contact, max_size=2),
    auteurs=st.lists(plain, max_size=2),
    date=plain,
    credits_photos=st.lists(plain, max_size=2),
    financeurs=st.lists(st.fixed_dictionaries({"nom": plain}), max_size=2),
    a_classer=st.lists(with_({"texte": prose()}, ou=plain), max_size=2),
)
fiches = data.map(Fiche.model_validate)
