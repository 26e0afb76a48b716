import pytest

from terrinclus_publish.faults import Level


@pytest.mark.parametrize(("sign", "name"), [("语", "CJK UNIFIED"), ("😀", "GRINNING FACE"), ("ש", "LETTER SHIN")])
def test_a_sign_that_the_fonts_lack_is_an_error_with_its_name(one_in_text, sign, name):
    fault = one_in_text("missing-glyph", f"Une charte {sign} pour tous.")
    assert fault.level is Level.ERROR
    assert name in fault.message
    assert fault.found == sign


@pytest.mark.parametrize(
    "text", ["Argeș, Źródło, Ünye", "21 170 € – « œuvre »…", "a\u202f:\u00a0b", "½ ■ →", "plate\u2011forme"]
)
def test_signs_that_the_fonts_have_are_no_fault(in_text, text):
    assert [fault for fault in in_text(text) if fault.code == "missing-glyph"] == []


def test_each_missing_sign_of_a_text_is_named_once(in_text):
    assert [fault.found for fault in in_text("语 et 语 et 言") if fault.code == "missing-glyph"] == ["语", "言"]
