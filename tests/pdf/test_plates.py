"""Pictures drawn from the data: what they show is what the tree says."""

import pytest
from lxml import etree

from terrinclus_publish.drawing.earth import Spot, View
from terrinclus_publish.drawing.spots import place_spots
from terrinclus_publish.pdf.fonts import Fonts
from terrinclus_publish.pdf.plates import Bar, Matrix, WorldMap
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.theme import MM


@pytest.fixture
def setting(project, project_theme) -> Setting:
    return Setting(project_theme, Fonts(project_theme, project.root), project.sheets).dyed(0)


def test_a_bar_has_a_letter_for_each_share(setting):
    bar = Bar(setting, etree.fromstring('<figure class="barre" data-parts="0.5 0.3 0.2" data-lettres="A B C"/>'))
    assert bar.shares == [0.5, 0.3, 0.2]
    assert bar.letters == ["A", "B", "C"]
    assert bar.width == pytest.approx(setting.theme.text_width * MM)


def test_a_map_is_never_higher_than_the_theme_says(setting):
    points = "1,0,48.8,2.3 2,1,-33.9,18.4 3,2,64.1,-21.9"
    world = WorldMap(setting, etree.fromstring(f'<figure class="carte" data-points="{points}"/>'))
    assert [spot.text for spot in world.spots] == ["1", "2", "3"]
    assert world.height <= setting.theme.page.carte.hauteur * MM + 0.01


def test_every_spot_is_placed_and_none_covers_another():
    spots = [Spot(str(n), n % 12, 40 + n % 3 * 0.2, 2 + n % 5 * 0.2) for n in range(30)]
    side = 0.02
    placed = place_spots(spots, View.around(spots), side)
    assert sorted(int(place.spot.text) for place in placed) == list(range(30))
    for one in placed:
        for other in placed:
            assert one is other or abs(one.x - other.x) >= side - 1e-9 or abs(one.y - other.y) >= side - 1e-9


def test_a_map_without_a_spot_is_a_map_all_the_same():
    assert View.around([]).height > 0


def test_the_matrix_has_a_mark_where_the_tree_has_one(setting):
    table = etree.fromstring(
        '<table class="matrice"><thead><tr><th scope="col">Fiche</th><th scope="col" class="thematique">Jeunesse</th>'
        '<th scope="col" class="axe">Temporalité</th><th scope="col" class="odd">ODD</th></tr></thead><tbody>'
        '<tr data-teinte="0"><th scope="row"><span class="numero">1</span> Aude</th><td class="thematique">■</td>'
        '<td class="axe"></td><td class="odd">4, 8</td></tr></tbody></table>'
    )
    matrix = Matrix(setting, table)
    _, _, marks, goals = matrix.lines[0]
    assert [mark is not None for mark in marks] == [True, False]
    assert goals.lines[0].words[0].pieces[0][1].text == "4,"


def test_the_matrix_names_its_groups_over_their_columns(setting):
    table = etree.fromstring(
        '<table class="matrice"><thead><tr class="groupes"><td/><th colspan="2">Thématiques</th><th>Axes</th>'
        '<td/></tr><tr><th>Fiche</th><th class="thematique">A</th><th class="thematique">B</th><th class="axe">C</th>'
        '<th class="odd">ODD</th></tr></thead><tbody><tr data-teinte="0"><th><span class="numero">1</span> Aude</th>'
        '<td class="thematique"/><td class="thematique"/><td class="axe"/><td class="odd">4</td></tr></tbody></table>'
    )
    matrix = Matrix(setting, table)
    (themes, _), (axes, _) = matrix.groups
    square = setting.theme.page.matrice.carre * MM / 2
    assert themes == pytest.approx(matrix._x(0) - square)
    assert axes == pytest.approx(matrix._x(2) - square)


def test_the_map_names_the_home_country_where_it_shows_it(setting):
    points = 'data-points="1,0,36.8,10.2 2,1,14.7,-17.4"'
    there = WorldMap(setting, etree.fromstring(f'<figure class="carte" {points} data-origine="36,2,France"/>'))
    elsewhere = WorldMap(setting, etree.fromstring(f'<figure class="carte" {points} data-origine="-60,2,France"/>'))
    assert there._home is not None
    assert elsewhere._home is None
