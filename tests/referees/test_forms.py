"""Forms before the Open XML SDK: it finds nothing, blank or filled in."""

import pytest
from word.form.answers import fill_in
from word.form.example import ANSWERS
from word.form.making import blank_form

from referees.ooxml import find_validator, validate
from referees.tools import required


@pytest.mark.parametrize("answers", [{}, ANSWERS], ids=["blank", "filled in"])
def test_the_validator_finds_nothing(answers, project, composer, tmp_path):
    validator = required(find_validator)
    file = tmp_path / "formulaire.docx"
    file.write_bytes(fill_in(blank_form(project), answers, composer.vocabulary))
    assert validate(validator, file) == []
