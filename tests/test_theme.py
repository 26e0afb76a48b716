"""The design tokens: a collection's theme changes what it says, and a wrong token is named."""

import pytest

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.theme import FontFamily, Mix, load_theme


@pytest.fixture
def themed(tmp_path):
    """The theme of a collection whose own theme.toml has this text."""

    def theme(text):
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates" / "theme.toml").write_text(text, "utf-8")
        return load_theme(Collection(tmp_path))

    return theme


def the_faults(themed, text):
    with pytest.raises(FaultsError) as caught:
        themed(text)
    assert {(fault.code, fault.place.file) for fault in caught.value.faults} == {("theme", "templates/theme.toml")}
    return caught.value.faults


def test_a_theme_of_one_line_changes_one_token(themed, project_theme):
    theme = themed("couleurs.encre.rvb = [0, 0, 120]")
    assert theme.couleurs["encre"].rvb == (0, 0, 120)
    assert theme.couleurs["encre"].cmjn == project_theme.couleurs["encre"].cmjn
    before, after = project_theme.model_dump(), theme.model_dump()
    before["couleurs"]["encre"]["rvb"] = (0, 0, 120)
    assert after == before


def test_a_theme_changes_tokens_deep_down_and_adds_styles(themed, project_theme):
    theme = themed("page.marges.haut = 30\nstyles.corps.taille = 11\n[couleurs.rose]\nrvb=[1,2,3]\ncmjn=[1,2,3,4]\n")
    assert (theme.page.marges.haut, theme.page.marges.bas) == (30, project_theme.page.marges.bas)
    assert theme.styles["corps"].interligne == project_theme.styles["corps"].interligne
    assert theme.couleurs["rose"].rvb == (1, 2, 3)


def test_a_list_is_replaced_as_a_whole(themed):
    dye = 'nom="a"\nrvb=[1,2,3]\ncmjn=[1,2,3,4]\ncmjn_trame=[1,2,3,4]\narmure="toile"\ndessin=["10","01"]\n'
    assert [found.nom for found in themed(f"[[nuancier]]\n{dye}").nuancier] == ["a"]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("couleurs.encre.rvb = [300, 0, 0]", "couleurs.encre.rvb.0"),
        ("couleurs.encre.rvb = 'bleu'", "couleurs.encre.rvb"),
        ("page.marge = 3", "page.marge"),
        ("styles.corps.taille = 'grand'", "styles.corps.taille"),
        ("page.serrage = [2]", "page.serrage.0"),
        ("couleurs.rose.rvb = [1, 2, 3]", "couleurs.rose.cmjn"),
        ("nuancier = []", "nuancier"),
        ("page.pas_pt = 0", "page.pas_pt"),
        ("page.format = [0, 297]", "page.format"),
        ("page.marges.haut = -1", "page.marges.haut"),
        ("styles.corps.taille = nan", "styles.corps.taille"),
        ("styles.corps.apres = 3000", "styles.corps.apres"),
        ("impression.decalage.pique = -2", "impression.decalage"),
    ],
)
def test_a_wrong_token_is_named(themed, text, token):
    assert [fault.field for fault in the_faults(themed, text)] == [token]


def test_all_wrong_tokens_are_named_at_once(themed):
    text = "page.marge = 3\nfilets.fin = 'x'\n"
    assert {fault.field for fault in the_faults(themed, text)} == {"page.marge", "filets.fin"}


@pytest.mark.parametrize(("text", "line"), [("page = [", 0), ("page = 25,5", 1), ("a = 1\na = 2", 2)])
def test_a_broken_file_is_named_with_its_line(themed, text, line):
    [fault] = the_faults(themed, text)
    assert (fault.place.file, fault.place.line) == ("templates/theme.toml", line)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("styles.corps.police = 'manuscrite'", "styles.corps.police"),
        ("styles.corps.couleur = 'mauve'", "styles.corps.couleur"),
        ("styles.corps.graisse = 'Moyenne'", "styles.corps.graisse"),
        ("polices.titre.repli = 'signes'", "polices.titre.repli"),
    ],
)
def test_a_name_of_nothing_is_refused(themed, text, token):
    assert [fault.field for fault in the_faults(themed, text)] == [token]


def test_columns_wider_than_the_text_block_are_refused(themed):
    [fault] = the_faults(themed, "page.marges.gauche = 30")
    assert fault.field == "page.colonne_b"
    assert "170\u00a0mm" in fault.message
    assert "160 entre les marges" in fault.message


def test_a_column_made_narrower_fits_a_wider_margin(themed):
    assert themed("page.marges.gauche = 30\npage.colonne_b = 104").text_width == 160


def test_a_family_without_italics_is_refused_before_a_text_asks_for_them(themed, project_theme):
    theme = "[polices.texte]\ndossier = 'polices'\nfichiers = 'Ma-{graisse}.ttf'\n"
    messages = [fault.message for fault in the_faults(themed, theme)]
    assert [message.count("Ma-SemiboldIt.ttf") for message in messages].count(1) == 1
    assert len(messages) == len(set(messages))


def test_fonts_that_lend_each_other_signs_are_refused(themed):
    fields = {fault.field for fault in the_faults(themed, "polices.texte.repli = 'titre'")}
    assert fields == {"polices.texte.repli", "polices.titre.repli"}


def test_past_its_end_the_shade_card_starts_again_with_other_weaves(project_theme):
    card = project_theme.nuancier
    pairs = [(project_theme.dye(rank).nom, project_theme.dye(rank).armure) for rank in range(len(card) ** 2)]
    assert pairs[: len(card)] == [(dye.nom, dye.armure) for dye in card]
    assert pairs[len(card)] == (card[0].nom, card[1].armure)
    assert len(set(pairs)) == len(pairs)
    assert project_theme.dye(len(card) ** 2).armure == card[0].armure


def test_a_dye_keeps_its_own_colour_under_another_weave(project_theme):
    first, again = project_theme.dye(0), project_theme.dye(len(project_theme.nuancier))
    assert (first.rvb, first.cmjn) == (again.rvb, again.cmjn)
    assert first.dessin != again.dessin


def test_a_mix_lies_between_its_colours():
    assert Mix(part=0, vers=(255, 255, 255), vers_cmjn=(0, 0, 0, 0)).of((10, 20, 30)) == (10, 20, 30)
    assert Mix(part=1, vers=(255, 250, 245), vers_cmjn=(0, 0, 0, 0)).of((10, 20, 30)) == (255, 250, 245)
    assert Mix(part=0.5, vers=(110, 120, 130), vers_cmjn=(0, 0, 0, 0)).of((10, 20, 30)) == (60, 70, 80)


def test_every_style_has_its_font_file(project, project_theme):
    missing = [
        (name, style.graisse)
        for name, style in project_theme.styles.items()
        if not project_theme.polices[style.police].file(style.graisse, project.root).is_file()
    ]
    assert not missing


def test_a_font_may_stand_in_a_folder_of_the_collection(tmp_path):
    font = FontFamily(famille="Autre", dossier="polices", fichiers="Autre-{graisse}.ttf")
    assert font.file("Bold", tmp_path) == tmp_path / "polices" / "Autre-Bold.ttf"


def test_a_folder_without_the_fonts_is_refused(themed):
    text = "[polices.texte]\ndossier = 'polices'\nfichiers = 'Autre-{graisse}.ttf'\n"
    faults = the_faults(themed, text)
    assert ("styles", "corps", "graisse") in [fault.path for fault in faults]
    assert "Autre-Regular.ttf" in " ".join(fault.message for fault in faults)
