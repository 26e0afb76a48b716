"""The tokens of page geometry and of setting."""

import pytest
from pydantic import ValidationError

from terrinclus_publish.tokens import Margins, Text


def test_an_unknown_token_is_refused():
    with pytest.raises(ValidationError, match="milieu"):
        Margins.model_validate({"haut": 25, "bas": 20, "gauche": 20, "droite": 20, "milieu": 3})


def test_a_missing_token_is_refused():
    with pytest.raises(ValidationError, match="droite"):
        Margins.model_validate({"haut": 25, "bas": 20, "gauche": 20})


def test_a_token_never_changes():
    margins = Margins(haut=25, bas=20, gauche=20, droite=20)
    with pytest.raises(ValidationError):
        margins.haut = 30


def test_text_is_set_in_one_of_two_ways():
    assert Text(reglage="justifie", styles=["corps"], largeur_etroite=50).reglage == "justifie"
    with pytest.raises(ValidationError):
        Text.model_validate({"reglage": "centre", "styles": [], "largeur_etroite": 50})


def test_the_columns_fill_the_text_block(project_theme):
    page = project_theme.page
    assert page.colonne_a + page.gouttiere + page.colonne_b == pytest.approx(project_theme.text_width)
    assert page.grille[0] == page.marges.gauche
    assert page.grille[1] == page.marges.gauche + page.colonne_a + page.gouttiere
