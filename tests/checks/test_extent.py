import pytest
from samples import GUIDE

from terrinclus_publish.build.formats import Format
from terrinclus_publish.build.orders import GuideMaking, GuideOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.work import carry_out
from terrinclus_publish.checks.extent import (
    LONGEST_OF_A_PUBLISHER,
    LONGEST_TITLE_OF_A_GUIDE,
    MOST_FUNDERS,
    MOST_LINES_OF_AN_ADDRESS,
    ON_A_COVER,
)

COVERS = {
    "titre": ("MOT " * 50)[: LONGEST_TITLE_OF_A_GUIDE - 1],
    "programme": {
        "nom": "N" * ON_A_COVER["programme", "nom"],
        "description": "D" * ON_A_COVER["programme", "description"],
    },
    "editeur": {
        "nom": "E" * LONGEST_OF_A_PUBLISHER,
        "adresse": ["L" * LONGEST_OF_A_PUBLISHER] * MOST_LINES_OF_AN_ADDRESS,
    },
    "quatrieme": {"texte": "mot " * (ON_A_COVER["quatrieme", "texte"] // 4 - 1)},
    "financeurs": [{"nom": f"Financeur numéro {number} du projet"} for number in range(MOST_FUNDERS)],
}
"""As much as the covers of a guide may say."""


@pytest.fixture
def folder(tmp_path):
    """A collection of one sheet; its guide is written by ``of``."""
    import yaml
    from samples import SHEET

    (tmp_path / "sheets").mkdir()

    def of(**changes):
        for name, values in (("jardins", SHEET), ("guide", {**GUIDE, **changes})):
            text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
            (tmp_path / "sheets" / f"{name}.yaml").write_text(text, "utf-8")
        return Folder(tmp_path)

    return of


def codes(place):
    return {fault.code for fault in carry_out(GuideOrder(against_sheets=True), place).faults if fault.level == "erreur"}


def test_the_fullest_covers_hold_on_their_pages(folder):
    import io

    import pypdfium2

    place = folder(**COVERS)
    assert codes(place) == set()
    product = carry_out(GuideMaking(("sheets/jardins.yaml",), {}, (Format.PDF,), ""), place)
    for page in pypdfium2.PdfDocument(io.BytesIO(product.files[Format.PDF])):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, foot, right, top = text.get_charbox(index)
            assert right <= left or (left > -1 and right < width + 1 and foot > -1 and top < height + 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"titre": "mot " * (LONGEST_TITLE_OF_A_GUIDE // 4 + 2)},
        {"programme": {"nom": "N" * 81}},
        {"editeur": {"nom": "E", "adresse": ["ligne"] * (MOST_LINES_OF_AN_ADDRESS + 1)}},
        {"quatrieme": {"texte": "mot " * 300}},
        {"financeurs": [{"nom": f"Financeur {number}"} for number in range(MOST_FUNDERS + 1)]},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_more_is_refused(folder, changes):
    assert codes(folder(**changes)) == {"too-long-for-a-page"}
