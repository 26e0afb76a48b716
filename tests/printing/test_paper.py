import pytest

from terrinclus_publish.pdf.pdfx import NotAPressProfileError, check_profile
from terrinclus_publish.printing import Binding, find_condition, parse_stock, usual_binding
from terrinclus_publish.printing.paper import StockError
from terrinclus_publish.printing.profiles import condition_name


@pytest.fixture(scope="session")
def printing(project_theme):
    return project_theme.impression


@pytest.mark.parametrize(
    ("text", "thickness"),
    [("90g", 0.1125), ("90", 0.1125), ("115 g", 0.14375), ("0,11 mm", 0.11), ("0.11mm", 0.11), ("110 µm", 0.11)],
)
def test_a_paper_is_told_by_its_weight_or_its_thickness(printing, text, thickness):
    assert parse_stock(text, printing).thickness == pytest.approx(thickness)


@pytest.mark.parametrize("text", ["", "papier", "5g", "9000g", "12 mm", "-90g"])
def test_another_text_is_no_paper(printing, text):
    with pytest.raises(StockError):
        parse_stock(text, printing)


def test_a_glued_spine_is_half_as_many_leaves_as_pages(printing):
    stock = parse_stock("0,1 mm", printing)
    assert stock.spine(80, Binding.GLUED) == pytest.approx(4.0)
    assert stock.spine(80, Binding.STAPLED) == stock.spine(80, Binding.SPIRAL) == 0


def test_a_thin_guide_is_stapled_and_a_thick_one_glued(printing):
    assert (usual_binding(48, printing), usual_binding(52, printing)) == (Binding.STAPLED, Binding.GLUED)


def test_the_users_own_profile_comes_first(condition, tmp_path):
    own = tmp_path / "PSO_Coated_v3.icc"
    own.write_bytes(condition.profile)
    found = find_condition(own)
    assert (found.name, found.is_complete, found.profile) == ("FOGRA39", True, condition.profile)


def test_a_profile_that_is_cut_short_is_refused(condition, tmp_path):
    own = tmp_path / "coupe.icc"
    own.write_bytes(condition.profile[:400])
    with pytest.raises(NotAPressProfileError):
        find_condition(own)


def test_without_any_profile_the_condition_is_named_and_incomplete(tmp_path):
    found = find_condition(None, [tmp_path / "absent.icc"])
    assert (found.name, found.is_complete) == ("FOGRA39", False)


@pytest.mark.parametrize("content", [b"", b"x" * 500, bytes(36) + b"acsp" + bytes(200)])
def test_another_file_is_no_press_profile(content):
    with pytest.raises(NotAPressProfileError):
        check_profile(content)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ISO Coated v2 300%", "FOGRA39"),
        ("PSO_Coated_v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("Coated FOGRA47L", "FOGRA47"),
        ("Presse du Département", "Custom"),
    ],
)
def test_a_profiles_description_names_the_condition(text, name):
    assert condition_name(text) == name
