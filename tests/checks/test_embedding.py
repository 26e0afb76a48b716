from fonts import FORBIDDEN, PREVIEW, regular, with_font_folder

from terrinclus_publish.checks import Context, check_fiche
from terrinclus_publish.faults import Level
from terrinclus_publish.vocabulary import load_vocabulary


def faults(collection, sheet):
    return check_fiche(sheet("aude"), Context(collection, load_vocabulary(collection)))


def test_a_font_that_forbids_embedding_is_a_warning_with_its_name(project, tmp_path, sheet):
    (fault,) = faults(with_font_folder(tmp_path, regular(project), FORBIDDEN), sheet)
    assert (fault.code, fault.level) == ("font-not-embedded", Level.WARNING)
    assert "SourceSansPro-Regular" in fault.message


def test_one_that_permits_it_is_no_fault(project, tmp_path, sheet):
    assert faults(with_font_folder(tmp_path, regular(project), PREVIEW), sheet) == []
