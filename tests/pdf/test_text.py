"""HTML phrasing to words: where a line may end, and which font draws what."""

import pytest
from lxml import etree

from terrinclus_publish.pdf.fonts import Fonts, MissingGlyphError

THIN, NO_BREAK = "\u202f", "\u00a0"


def written(words):
    return "".join(glyphs.text for word in words for _, glyphs in word.pieces)


def parts(words):
    return ["".join(glyphs.text for _, glyphs in word.pieces) for word in words]


@pytest.fixture
def words(setting):
    """The words of a paragraph of phrasing in a style."""

    def make(phrasing, style="corps"):
        return setting.words(etree.fromstring(f'<p data-champ="aude:titre">{phrasing}</p>'), setting.style(style))

    return make


def test_words_part_at_ordinary_spaces(words):
    made = words("un deux trois")
    assert parts(made) == ["un", "deux", "trois"]
    assert [word.space > 0 for word in made] == [True, True, False]


@pytest.mark.parametrize("glue", [NO_BREAK, THIN, "’"])
@pytest.mark.parametrize("style", ["corps", "titre", "citation"])
def test_no_break_signs_never_part_words(words, glue, style):
    assert parts(words(f"un{glue}deux trois", style)) == [f"un{glue}deux", "trois"]


def test_a_no_break_space_keeps_its_width(words, setting):
    one, glued, spaced = (sum(w.width for w in words(text)) for text in ("undeux", f"un{NO_BREAK}deux", "un deux"))
    assert one == pytest.approx(spaced)
    assert glued - one == pytest.approx(setting.fonts.face("texte", "Regular").width(NO_BREAK, 10.5))


def test_a_sign_that_the_serif_lacks_comes_from_the_sans(words, setting):
    (word,) = words(f"retenu{THIN}?", "h2")
    fonts = [(glyphs.text, glyphs.face) for _, glyphs in word.pieces]
    serif, sans = setting.fonts.face("titre", "Semibold"), setting.fonts.face("texte", "Regular")
    assert fonts == [("retenu", serif), (THIN, sans), ("?", serif)]


def test_a_sign_of_no_font_is_refused_with_its_name_and_its_field(words):
    with pytest.raises(MissingGlyphError) as caught:
        words("un <em>signe \u4e2d</em> rare")
    assert caught.value.name == "CJK UNIFIED IDEOGRAPH-4E2D"
    assert caught.value.field == "aude:titre"
    assert caught.value.character == "\u4e2d"


def test_the_field_of_a_missing_sign_is_that_of_the_nearest_element(setting):
    section = etree.fromstring('<section data-champ="aude:projet"><ul><li><p>\u4e2d</p></li></ul></section>')
    with pytest.raises(MissingGlyphError) as caught:
        setting.paragraph(section[0][0][0], "corps", 100)
    assert caught.value.field == "aude:projet"


def test_a_compound_of_small_letters_may_be_cut_after_its_hyphen(words):
    assert parts(words("socio-éducatif")) == ["socio-", "éducatif"]


@pytest.mark.parametrize("name", ["Seine-Saint-Denis", "Jean-Luc", "COVID-19", "2013-2016", "a-t-il", "est-ce"])
def test_names_dates_and_short_compounds_are_never_cut(words, name):
    assert parts(words(name)) == [name]


def test_an_address_may_be_cut_at_its_signs_and_loses_none(words):
    address = "https://www.exemple.fr/dossier/page.html?a=1&amp;b=2"
    made = words(f'<a href="https://www.exemple.fr/">{address}</a>')
    assert len(made) > 3
    assert written(made) == address.replace("&amp;", "&")


def test_a_mail_address_may_be_cut_after_its_at_sign(words):
    assert "prenom.nom@" in "".join(parts(words('<a href="mailto:x">prenom.nom@exemple.fr</a>')))
    assert len(words('<a href="mailto:x">prenom.nom@exemple.fr</a>')) > 1


def test_a_line_break_is_forced(words):
    made = words("un<br/>deux trois")
    assert [word.forced for word in made] == [True, False, False]


def test_emphasis_changes_the_font_and_not_the_words(words):
    made = words("un <em>deux</em><strong>trois <em>quatre</em></strong>.")
    assert parts(made) == ["un", "deuxtrois", "quatre."]
    weights = [look.weight for word in made for look, _ in word.pieces]
    assert weights == ["Regular", "It", "Semibold", "SemiboldIt", "Regular"]


def test_a_superior_letter_is_smaller_and_higher(words):
    (word,) = words("1<sup>er</sup>")
    (plain, _), (superior, _) = word.pieces
    assert superior.size < plain.size
    assert superior.rise > 0


def test_a_link_is_known_in_each_of_its_words(words):
    made = words('voir <a href="https://exemple.fr/">le site</a>.')
    links = [look.link for word in made for look, _ in word.pieces]
    assert links == [None, "https://exemple.fr/", "https://exemple.fr/", None]


def test_the_style_of_emphasis_in_italics_is_kept(words):
    (first, second) = words("un <strong>deux</strong>", "citation")
    assert first.pieces[0][0].weight == "It"
    assert second.pieces[0][0].weight == "SemiboldIt"


@pytest.mark.parametrize(("family", "weight"), [("texte", "Regular"), ("texte", "Semibold"), ("titre", "Regular")])
def test_the_narrow_no_break_space_is_at_least_as_wide_as_the_theme_says(project, project_theme, family, weight):
    face = Fonts(project_theme, project.root).face(family, weight)
    ((drawn_in, _),) = face.runs("\u202f")
    assert drawn_in.width("\u202f", 10) == pytest.approx(project_theme.polices["texte"].fine * 10)
    assert project_theme.polices["texte"].fine >= 0.2
