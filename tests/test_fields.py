from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche


def test_a_sheet_is_made_again_from_its_fields(project_entries):
    for entry in project_entries:
        assert Fiche.model_validate(data_of(entry.model)) == entry.model


def test_what_is_left_to_its_default_is_left_out(project_entries):
    data = data_of(project_entries[0].model)
    assert "langue" not in data and "a_classer" not in data
    assert all("devise" not in table for table in data["financement"])


def test_the_fields_stand_in_the_order_of_the_format(project_entries):
    names = list(data_of(project_entries[0].model))
    assert names == [name for name in Fiche.model_fields if name in names]
