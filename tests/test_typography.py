"""In the tables below ␣ shows the no-break space (U+00A0) and ¦ the narrow no-break space (U+202F)."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from terrinclus_publish.typography import review, typeset, typeset_text
from terrinclus_publish.typography.text import RULES

PUBLISHED = Path(__file__).resolve().parents[1] / ".." / "shared" / "reference" / "guide-terrinclus-2017.txt"


def shown(text):
    return text.replace("\u00a0", "␣").replace("\u202f", "¦")


def set_html(markup, language="fr"):
    tree = html.fragment_fromstring(markup)
    typeset(tree, language)
    return shown(etree.tostring(tree, encoding="unicode"))


# --- Rules, one by one -----------------------------------------------------------------------------------------------

RULED = [
    # U+2011, which Word puts in and no font of ours has
    ("plate\u2011forme", "plate-forme"),
    ("2010\u20112011", "2010–2011"),
    # ; ! ? :
    ("un point ; un autre", "un point¦; un autre"),
    ("Vraiment ? Oui !", "Vraiment¦? Oui¦!"),
    ("Quoi ?!", "Quoi¦?!"),
    ("Bilan : deux ans", "Bilan␣: deux ans"),
    ("Bilan\u00a0; suite\u202f: fin", "Bilan¦; suite␣: fin"),
    ("Bilan\n: deux", "Bilan␣: deux"),
    ("Bilan  :  deux", "Bilan␣: deux"),
    # « »
    ("Il dit « oui » à tous", "Il dit «␣oui␣» à tous"),
    ("des pays «pauvres»", "des pays «␣pauvres␣»"),
    ("«\u202foui\u202f»", "«␣oui␣»"),
    ("« un « coup de jeune » durable »", "«␣un «␣coup de jeune␣» durable␣»"),
    ("« la phrase n’est pas close", "«␣la phrase n’est pas close"),
    ("« »", "« »"),
    ('Il dit "oui" et "non".', "Il dit «␣oui␣» et «␣non␣»."),
    ('l\'"autre"', "l’«␣autre␣»"),
    ('un mot "seul', 'un mot "seul'),
    ('écrans de 19" et de 22"', 'écrans de 19" et de 22"'),
    # Numbers
    ("21 170 euros", "21¦170␣euros"),
    ("1 690 650", "1¦690¦650"),
    ("73 745,13", "73¦745,13"),
    ("263\u00a0317 habitants", "263¦317 habitants"),
    ("50 % et 21 100 €", "50¦% et 21¦100¦€"),
    ("3 M€ ou 12 k€", "3¦M€ ou 12¦k€"),
    ("12 km, 3 m², 4 ha, 5 kg", "12␣km, 3␣m², 4␣ha, 5␣kg"),
    ("14 h 30", "14␣h␣30"),
    ("500 XOF, 3 USD, 8 EUR", "500␣XOF, 3␣USD, 8␣EUR"),
    ("1,7 million", "1,7␣million"),
    # What belongs together
    ("le n° 5 et le n°6", "le n°␣5 et le n°␣6"),
    ("M. Durand, Mme Diop, MM. A, Dr Ba", "M.␣Durand, Mme␣Diop, MM.␣A, Dr␣Ba"),
    ("page 13, p. 103, pp. 4", "page␣13, p.␣103, pp.␣4"),
    ("ODD 4, ODD4, article 5, Fiche 6", "ODD␣4, ODD␣4, article␣5, Fiche␣6"),
    ("la loi 1901", "la loi␣1901"),
    ("le 7 juillet 2014, le 1er janvier 2017", "le 7␣juillet 2014, le 1er␣janvier 2017"),
    # Ordinals
    ("la 2ème, la 1ère, le 3è, le XXème, les 2èmes", "la 2e, la 1re, le 3e, le XXe, les 2es"),
    # Signs
    ("l'eau d'ici", "l’eau d’ici"),
    ("Anima'Terre", "Anima’Terre"),
    ("Et ensuite...", "Et ensuite…"),
    ("jeunes, etc...", "jeunes, etc."),
    ("jeunes, etc…", "jeunes, etc."),
    ("un terme - un autre", "un terme –␣un autre"),
    ("tous – y compris ici – en sont", "tous –␣y compris ici␣– en sont"),
    ("fin 2010 - 2011", "fin 2010␣–␣2011"),
    ("de 2010-2011, les 16-25 ans", "de 2010–2011, les 16–25␣ans"),
    ("deux   mots ( ici ) , enfin .", "deux mots (ici), enfin."),
    # œ
    ("mise en oeuvre, coeur, oeil, soeurs, voeux", "mise en œuvre, cœur, œil, sœurs, vœux"),
    ("noeud, boeuf, moeurs, foetus, manoeuvre", "nœud, bœuf, mœurs, fœtus, manœuvre"),
    ("main-d'oeuvre", "main-d’œuvre"),
    ("MISE EN OEUVRE, Oeuvre", "MISE EN ŒUVRE, Œuvre"),
    # Capitals
    ("Etat, l'Ecole, Equateur", "État, l’École, Équateur"),
    ("Etudes et Egalité, Ile-de-France", "Études et Égalité, Île-de-France"),
    ("ETAT, RESEAU, AGÉES, EQUATEUR", "ÉTAT, RÉSEAU, ÂGÉES, ÉQUATEUR"),
    ("Education de qualité, l'Evaluation", "Éducation de qualité, l’Évaluation"),
]


@pytest.mark.parametrize(("given_text", "expected"), RULED)
def test_a_rule_sets_what_french_prints(given_text, expected):
    assert shown(typeset_text(given_text)) == expected


TRAPS = [
    "https://exemple.fr/a?b=1;c=2-3!l'eau",
    "http://coeur.fr/oeuvre...suite",
    "www.exemple.org/2010-2011",
    "pasdecalais.fr",
    "si-mon.oeuvre16-25@coeur-2e.asso.fr",
    "f3e",
    "à 14:30",
    "un rapport de 3:1",
    "C:\\Fiches",
    "C:\\l'eau\\16-25",
    "./sheets/l-oeuvre/16-25",
    "sheets/coeur.yaml",
    "`l'eau : 16-25`",
    "01 45 49 60 20",
    "+221 33 839 12 34",
    "0 800 123 456",
    "75006 PARIS",
    "en 2017 120 personnes",
    "SIRET 123 456 789 00012",
    "2017-07-01",
    "978-2-1234-5680-3",
    "loi 2005-102".replace(" ", "\u00a0"),
    "loi n°\u00a082-213",
    "norme L.1115-6",
    "05-06",
    "25-16",
    "PCPA: suite",
    "la population (jeunesse);",
    "vraiment)?",
    "50%",
    "Le cadre, ce territoire",
    "coexister, Goethe, moelle, Noël, poème",
    "Joel et Loeb",
    "Education for All",
    "ELU",
    "Age de pierre",
    "un formulaire .........",
    "'mot'",
    "12° 30' N",
    "COVID-19",
    "Meurthe-et-Moselle",
    "3,14 159",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_trap_is_left_as_it_is(text):
    assert typeset_text(text) == text


def test_text_around_a_masked_passage_is_still_set():
    assert shown(typeset_text("Voir https://exemple.fr/?a=b ; l'eau")) == "Voir https://exemple.fr/?a=b¦; l’eau"
    assert shown(typeset_text("«https://exemple.fr»")) == "«␣https://exemple.fr␣»"
    assert shown(typeset_text("à 14:30 : départ")) == "à 14:30␣: départ"


def test_every_rule_has_a_name_of_its_own_and_a_source():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.source for rule in RULES)


# --- Trees -----------------------------------------------------------------------------------------------------------

TREES = [
    ("<p><em>Bilan</em> : fin</p>", "<p><em>Bilan</em>␣: fin</p>"),
    ("<p><em>Bilan </em> : fin</p>", "<p><em>Bilan␣</em>: fin</p>"),
    ("<p><a>lien</a>;</p>", "<p><a>lien</a>;</p>"),
    ("<p><a>lien</a> ;</p>", "<p><a>lien</a>¦;</p>"),
    ("<p>«<em>mot</em>»</p>", "<p>«␣<em>mot</em>␣»</p>"),
    ("<p>« <em> mot </em> »</p>", "<p>«␣<em>mot␣</em>»</p>"),
    ("<p>l'<em>eau</em></p>", "<p>l’<em>eau</em></p>"),
    ("<p>21<b> 170</b> €</p>", "<p>21<b>¦170</b>¦€</p>"),
    ("<p>de <b>16</b>-<b>25</b></p>", "<p>de <b>16</b>–<b>25</b></p>"),
    ("<p>le 1er janvier</p>", "<p>le 1<sup>er</sup>␣janvier</p>"),
    ("<p>le <b>2ème</b> et le XXe siècle</p>", "<p>le <b>2<sup>e</sup></b> et le XX<sup>e</sup> siècle</p>"),
    ("<p>1re, <i>x</i> 2e et 3e</p>", "<p>1<sup>re</sup>, <i>x</i> 2<sup>e</sup> et 3<sup>e</sup></p>"),
    ("<p>1<sup>er</sup> janvier</p>", "<p>1<sup>er</sup>␣janvier</p>"),
    ("<p>f3e, aa@f3e.fr, l'ancien Le</p>", "<p>f3e, aa@f3e.fr, l’ancien Le</p>"),
    ("<p>Oui<br>: non</p>", "<p>Oui<br/>: non</p>"),
    ('<p>Oui <img alt="l\'eau"> !</p>', '<p>Oui <img alt="l’eau"/>¦!</p>'),
    ("<p>l'eau <code>l'eau : 3e</code> : oui</p>", "<p>l’eau <code>l'eau : 3e</code>␣: oui</p>"),
    ("<p><a data-litteral=''>l'a 3e</a> ; oui</p>", '<p><a data-litteral="">l\'a 3e</a>¦; oui</p>'),
    (
        "<p>Le <i lang=\"es\">Centro : l'agua</i> : l'eau</p>",
        '<p>Le <i lang="es">Centro : l\'agua</i>␣: l’eau</p>',
    ),
    (
        '<p lang="en">It\'s <i lang="fr">l\'eau : oui</i> : it\'s</p>',
        '<p lang="en">It\'s <i lang="fr">l’eau␣: oui</i> : it\'s</p>',
    ),
    (
        "<li>l'un :<ul><li>l'autre ;</li></ul> l'eau</li>",
        "<li>l’un␣:<ul><li>l’autre¦;</li></ul> l’eau</li>",
    ),
    ("<div><p>Un </p>: deux<p> ; trois</p></div>", "<div><p>Un </p>: deux<p> ; trois</p></div>"),
    ("<p>l'<!-- l'eau -->un : <b>a</b><!-- : --> : b</p>", "<p>l’<!-- l'eau -->un␣: <b>a</b><!-- : -->␣: b</p>"),
    ("<pre>l'eau : oui</pre>", "<pre>l'eau : oui</pre>"),
]


@pytest.mark.parametrize(("markup", "expected"), TREES)
def test_a_block_is_one_text_whatever_its_markup(markup, expected):
    if markup.startswith("<pre"):
        markup, expected = f"<div>{markup}</div>", f"<div>{expected}</div>"
    assert set_html(markup) == expected


def test_attributes_that_a_reader_meets_are_set():
    markup = (
        """<p title="l'un :" aria-label="n° 3" data-courant-gauche="l'un" data-repere="2 ; 3" data-champ="l'un">x</p>"""
    )
    tree = html.fragment_fromstring(markup)
    typeset(tree)
    assert {name: shown(value) for name, value in tree.attrib.items()} == {
        "title": "l’un␣:",
        "aria-label": "n°␣3",
        "data-courant-gauche": "l’un",
        "data-repere": "2¦; 3",
        "data-champ": "l'un",
    }


def test_another_language_is_left_alone_but_for_its_french_passages():
    markup = "<div><p>It's : <i>x</i></p><p lang='fr-FR'>L'eau : oui</p></div>"
    expected = '<div><p>It\'s : <i>x</i></p><p lang="fr-FR">L’eau␣: oui</p></div>'
    assert set_html(markup, "en") == expected


def test_a_document_title_gets_no_markup():
    tree = html.document_fromstring("<html lang='fr'><head><title>Le 2e : l'un</title></head><body></body></html>")
    typeset(tree)
    assert shown(tree.findtext("head/title")) == "Le 2e␣: l’un"


# --- Remarks ---------------------------------------------------------------------------------------------------------

REMARKS = [
    ("Responsable du PCPA: elle", ("missing-space", "PCPA:", "PCPA␣:", False)),
    ("(jeunesse);", ("missing-space", "(jeunesse);", "(jeunesse)¦;", False)),
    ("(ici)?", ("missing-space", "(ici)?", "(ici)¦?", False)),
    ("**Titre**: suite", ("missing-space", "**Titre**:", "**Titre**␣:", False)),
    ("voir https://exemple.fr/a;", ("missing-space", "https://exemple.fr/a;", "https://exemple.fr/a¦;", False)),
    ("soit 50%", ("missing-space", "50%", "50¦%", False)),
    ("des pays «pauvres»", ("missing-space", "«pauvres»", "«␣pauvres␣»", True)),
    ("le n°5", ("missing-space", "n°5", "n°␣5", True)),
    ('Il dit "oui".', ("straight-quotes", '"oui".', "«␣oui␣».", True)),
    ('Il dit "oui.', ("straight-quotes", '"oui.', "«␣…␣»", False)),
    ("deux  mots", ("double-space", "deux  mots", "deux mots", True)),
    ("ODD4", ("goal-number", "ODD4", "ODD␣4", True)),
    ("l'Etat", ("unaccented-capital", "l'Etat", "l'État", True)),
    ("Education for All", ("unaccented-capital", "Education", "Éducation", False)),
    ("Fin. A partir de là", ("unaccented-capital", "A partir", "À partir", False)),
    ("A Sousse, on", ("unaccented-capital", "A Sousse,", "À Sousse,", False)),
    ("la 2ème", ("ordinal", "2ème", "2e", True)),
    ("la 1ère", ("ordinal", "1ère", "1re", True)),
    ("le 07 juillet", ("date", "07 juillet", "7 juillet", False)),
    ("le 1 juillet", ("date", "1 juillet", "1er juillet", False)),
    ("« la suite", ("unclosed-guillemet", "« la suite", "«␣…␣»", False)),
    ("la suite »", ("unopened-guillemet", "»", "«␣…␣»", False)),
    ("« un « coup » dur »", ("nested-guillemets", "« coup » dur »", "“…” dans «␣…␣»", False)),
]


@pytest.mark.parametrize(("text", "expected"), REMARKS)
def test_a_remark_says_what_stands_there_and_what_should(text, expected):
    assert [(r.code, r.found, shown(r.expected), r.certain) for r in review(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "à 14:30, un rapport de 3:1, C:\\Fiches, https://exemple.fr/a:b;c?d, a.b@f3e.fr",
        "[le lien](https://exemple.fr/l-etat;x) et [Education: now]{lang=en}",
        "Vraiment ?! (oui !) Bien… « oui »",
        "- un point ;\n- un autre.\n\nUn paragraphe  \nsur deux lignes",
        "« Un paragraphe\n\n« et sa suite »",
        "7 juillet, 1er juillet, 11 juillet",
        "A. Diop, vitamine A et B",
    ],
)
def test_what_is_right_gets_no_remark(text):
    assert review(text) == []


def test_a_remark_gives_its_place_in_the_text():
    text = "Un paragraphe.\n\n- l'un\n- Pour ODD4 et PCPA:"
    assert [(remark.code, text[remark.position :][:3]) for remark in review(text)] == [
        ("goal-number", "D4 "),
        ("missing-space", ":"),
    ]


def test_a_long_quotation_is_shown_by_its_two_ends():
    (remark,) = review('Il dit "que ceci est une phrase bien trop longue pour tenir dans un message".')
    assert (remark.found, shown(remark.expected)) == (
        '"que ceci est une ph … ir dans un message".',
        "«␣que ceci est une p … r dans un message␣».",
    )


# --- Properties ------------------------------------------------------------------------------------------------------

SIGNS = [*" \u00a0\u202f\n\t;:!?«»\"'’.,…-–()%€°`´/@+M", "  ", " - ", "...", "«", "»", "\u02ac", "\u2028"]
WORDS = ["mot", "a", "l", "1", "12", "170", "2017", "0145496020", "etc", "n°", "p.", "ODD", "ODD4", "2ème", "2e", "XXe"]
MORE_WORDS = ["1er", "oeuvre", "Etat", "Education", "de", "juillet", "km", "https://a.fr/b", "a@b.fr", "14:30", "C:\\a"]
TEXTS = st.lists(st.sampled_from([*SIGNS, *WORDS, *MORE_WORDS]), max_size=14).map("".join)
PLAIN_TEXTS = st.lists(st.sampled_from([*SIGNS, "mot", "a", "l", "1", "12", "170", "2017", "n°", "km"]), max_size=14)


@given(TEXTS)
def test_setting_twice_is_setting_once(text):
    once = typeset_text(text)
    assert typeset_text(once) == once


@pytest.mark.parametrize("text", ["; .»", "«\n- - ", '" , b"', "etc. .", '"a ."', "a–\n- b", "« ?", "( »"])
def test_signs_that_once_needed_two_passes_need_one(text):
    assert typeset_text(typeset_text(text)) == typeset_text(text)


@given(PLAIN_TEXTS.map("".join))
def test_letters_and_digits_never_change_but_by_a_correction(text):
    def kept(line):
        return [sign for sign in line if sign.isalnum() or sign == "\u02ac"]

    assert kept(typeset_text(text)) == kept(text)


@given(TEXTS.filter(lambda text: "\n" not in text))
def test_what_is_certain_is_corrected(text):
    assert not [remark for remark in review(typeset_text(text)) if remark.certain]


@given(TEXTS)
def test_a_review_tells_of_places_in_the_text(text):
    assert all(0 <= remark.position < len(text) and remark.found for remark in review(text))


def element(tag, language, text, children):
    made = etree.Element(tag, {"lang": language} if language else {})
    made.text = text
    for child, tail in children:
        child.tail = tail
        made.append(child)
    return made


TAGS = st.sampled_from(["em", "a", "sup", "span", "code", "br", "img", "p"])
LANGUAGES = st.sampled_from(["", "", "", "es", "fr"])
PIECES = TEXTS.map(lambda text: text[:12])
TREES_OF_TEXT = st.recursive(
    st.builds(element, TAGS, LANGUAGES, PIECES, st.just([])),
    lambda inner: st.builds(element, TAGS, LANGUAGES, PIECES, st.lists(st.tuples(inner, PIECES), max_size=4)),
    max_leaves=6,
)


@given(st.builds(element, st.just("div"), st.just(""), PIECES, st.lists(st.tuples(TREES_OF_TEXT, PIECES), max_size=4)))
def test_setting_a_tree_twice_is_setting_it_once_and_spares_masked_passages(tree):
    spared = [etree.tostring(found, with_tail=False) for found in tree.xpath("//code|//*[@lang='es'][not(.//*)]")]
    typeset(tree)
    once = etree.tostring(tree)
    assert [
        etree.tostring(found, with_tail=False) for found in tree.xpath("//code|//*[@lang='es'][not(.//*)]")
    ] == spared
    typeset(tree)
    assert etree.tostring(tree) == once


@given(TEXTS.filter(lambda text: "\u2028" not in text), st.lists(st.integers(0, 40), max_size=4))
def test_markup_within_a_block_changes_nothing_in_its_text(text, cuts):
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    parts = [text[start:end] for start, end in pairwise(places)]
    tree = element("p", "", "", [(element("b", "", part, []), "") for part in parts])
    typeset(tree)
    assert "".join(tree.itertext()) == typeset_text(text)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published guide is not here")
def test_a_whole_guide_is_set_in_an_instant():
    tree = etree.Element("body")
    for line in PUBLISHED.read_text("utf-8").splitlines():
        etree.SubElement(tree, "p").text = line
    start = time.perf_counter()
    typeset(tree)
    assert time.perf_counter() - start < 0.6, "about 0.07 s on a quiet machine"
    once = etree.tostring(tree)
    typeset(tree)
    assert etree.tostring(tree) == once


@pytest.mark.parametrize(
    "text",
    [
        "a.",
        "a-",
        "-",
        "x",
        "+0",
        "0",
        "1 000 ",
        " ",
        "\n",
        " \n",
        "[",
        "<",
        "](",
        "/a",
        "www.(",
        "«",
        '"a',
        "'a ",
        " – ",
        "*",
        ".",
    ],
)
def test_hostile_repetition_takes_no_time(text):
    hostile = f"a@b.fr, ://www.x.fr `{text * 20_000}z –"
    start = time.perf_counter()
    typeset_text(hostile)
    review(hostile)
    assert time.perf_counter() - start < 6


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Soyons Actifs / Actives", "Soyons Actifs\u00a0/ Actives"),
        (
            "la fédération Coopération Atlantique Guinée 44 y siège",
            "la fédération Coopération Atlantique Guinée\u00a044 y siège",
        ),
        (
            "le Grdr, Migration – Citoyenneté – Développement",
            "le Grdr, Migration\u00a0– Citoyenneté\u00a0– Développement",
        ),
        ("une ville – Sousse – et un pays", "une ville –\u00a0Sousse\u00a0– et un pays"),
        ("Les 10 partenaires", "Les 10 partenaires"),
    ],
)
def test_slashes_names_with_a_number_and_dashed_names_do_not_part_badly(typed, wanted):
    once = typeset_text(typed)
    assert once == wanted
    assert typeset_text(once) == wanted


def test_a_no_break_hyphen_becomes_a_hyphen_in_foreign_passages_too():
    tree = html.fragment_fromstring('<p>mi\u2011lieu <span lang="es">norte\u2011sur</span> a\u2011b</p>')
    typeset(tree)
    assert "".join(tree.itertext()) == "mi-lieu norte-sur a-b"
