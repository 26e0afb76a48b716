"""A guide that was published before this tool was made, as text: every fact of it in its field, every word kept.

The counts are those that its readers counted by hand. The text is not the project's, and stands beside it where it was
read: without it, nothing is tested here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from terrinclus_publish.cli import main
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Level
from terrinclus_publish.importing import Import, plan_import, read_document
from terrinclus_publish.models import Bloc, Fiche, texts
from terrinclus_publish.normal import Standard
from terrinclus_publish.reading.document import lines_of
from terrinclus_publish.reading.sheet.splitting import split_sheets
from terrinclus_publish.vocabulary import load_labels
from terrinclus_publish.wording import fold, variants
from terrinclus_publish.writing import amount

TEXT = Path(__file__).resolve().parents[3] / "shared" / "reference" / "guide-terrinclus-2017.txt"
pytestmark = pytest.mark.skipif(not TEXT.is_file(), reason="the published text is not here")

MATRIX = [
    # themes, axes as tiles or with points, goals, parts, rows of money, references, organisations, people
    (2, 2, 2, [4, 8, 16], 3, [5], 1, 2, 3),
    (3, 1, 1, [1, 5, 8, 10], 4, [5], 2, 2, 2),
    (2, 2, 2, [6, 12, 13], 3, [7], 2, 2, 2),
    (2, 3, 3, [4, 8], 4, [3], 2, 2, 3),
    (1, 3, 3, [4, 10], 4, [5], 1, 3, 3),
    (4, 3, 3, [3, 10], 3, [3], 0, 3, 3),
    (1, 2, 2, [8, 10], 3, [5, 5], 3, 2, 3),
    (2, 2, 2, [10], 3, [2], 2, 2, 2),
    (1, 2, 2, [4, 8, 10], 3, [2], 1, 2, 2),
    (3, 5, 0, [], 3, [3], 3, 3, 3),
    (0, 4, 4, [], 3, [], 3, 2, 2),
    (3, 4, 4, [4, 10], 4, [3], 3, 2, 3),
]
BOXES = [
    # words of a person, the partners' view, other boxes, tables of text
    *[(1, 1, 0, 0), (0, 2, 0, 0), (0, 1, 0, 0), (0, 2, 0, 0), (2, 1, 0, 0), (0, 1, 0, 3)],
    *[(0, 1, 0, 0), (1, 1, 0, 0), (1, 3, 0, 0), (0, 1, 1, 0), (0, 0, 1, 0), (0, 2, 1, 0)],
]
SUMS = [  # what the lines add up to, and what was printed
    *[[("66159", "67159")], [("244140", "244540")], [("3349000", "3349000")], [("67437", "67437")]],
    *[[("200000", "200000")], [("30000", "30000")], [("99944", "99944"), ("125309", "125309")]],
    *[[("73745.13", "73745.13")], [("148000", "148000")], [("1690650", "1690650")], [], [("3711303", "3711303")]],
]
each_sheet = pytest.mark.parametrize("rank", range(12))


@pytest.fixture(scope="module")
def standard(composer, project) -> Standard:
    return Standard(composer.vocabulary, load_labels(project, "fr"), "fr")


@pytest.fixture(scope="module")
def plan(project, tmp_path_factory) -> Import:
    return plan_import(project, tmp_path_factory.mktemp("sheets"), read_document(TEXT), "guide", None)


@pytest.fixture
def fiche(plan, rank) -> Fiche:
    return plan.sheets[rank].fiche


def blocks(value: object) -> Iterator[Bloc]:
    """All the blocks of a model."""
    if isinstance(value, Bloc):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from blocks(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from blocks(item)


def test_there_are_twelve_sheets(plan):
    assert len(plan.sheets) == 12
    assert len({sheet.name for sheet in plan.sheets}) == 12
    assert not any(sheet.read.missing for sheet in plan.sheets)


@each_sheet
def test_the_parts_of_a_sheet_are_counted(fiche, rank):
    detailed = [axis for axis in fiche.preconisations if axis.points]
    assert (
        len(fiche.thematiques),
        len(fiche.preconisations),
        len(detailed),
        fiche.odd,
        len(fiche.focus.parties),
        [len(table.lignes) for table in fiche.financement],
        sum(len(group.entrees) for group in fiche.ressources),
        len(fiche.contacts),
        sum(len(contact.personnes) for contact in fiche.contacts),
    ) == MATRIX[rank]


@each_sheet
def test_the_boxes_of_a_sheet_are_counted_by_kind(fiche, rank):
    kinds = Counter(block.nature for block in blocks(fiche))
    assert tuple(kinds[kind] for kind in ("paroles", "regard", "encadre", "tableau")) == BOXES[rank]


@each_sheet
def test_every_sheet_has_its_three_figures(fiche):
    assert len(fiche.chiffres) == 3


@each_sheet
def test_sums_and_totals_are_those_that_were_printed(fiche, rank):
    found = [(str(table.sommes[0]), str(table.totaux[0])) for table in fiche.financement]
    assert found == SUMS[rank]
    for table, (added, printed) in zip(fiche.financement, SUMS[rank], strict=True):
        assert table.ecart == (None if added == printed else "à expliquer")


@each_sheet
def test_every_amount_and_every_address_stands_in_its_field(plan, source, rank):
    fiche = plan.sheets[rank].fiche
    amounts = {amount(value) for table in fiche.financement for line in table.lignes for value in line.valeurs}
    amounts |= {amount(value) for table in fiche.financement for value in table.totaux}
    assert {" ".join(text.split()) for text in re.findall(r"\t(\d[\d ,\u00a0\u202f]*?) ?€", source[rank])} <= amounts
    addresses = {person.courriel for contact in fiche.contacts for person in contact.personnes}
    assert set(re.findall(r"[\w.-]+@[\w.-]+\.\w+", source[rank])) == addresses


@pytest.fixture(scope="module")
def source(standard) -> list[str]:
    """The text of each sheet, tabs between cells."""
    parts = split_sheets(read_document(TEXT), standard).sheets
    starts = [next(iter(lines_of(part.items))).text.split("\n")[0] for part in parts]
    text = TEXT.read_text("utf-8")
    places = [text.rindex(f"\n{start}") for start in starts]
    return [text[start:end] for start, end in zip(places, [*places[1:], len(text)], strict=True)]


def words(text: str) -> Counter[str]:
    """The words of a text, an amount as one."""
    return Counter(fold(re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text)).split())


def said(fiche: Fiche, standard: Standard) -> str:
    """What the fields of a sheet say, codes and numbers in their printed form."""
    pieces = [text for _, text in texts(fiche)]
    codes = [code for partner in fiche.partenaires for code in partner.pays or ()]
    pieces += [standard.countries.name(code) for code in codes]
    for table in fiche.financement:
        values = [*(value for line in table.lignes for value in line.valeurs), *table.totaux]
        pieces += [f"{amount(value)} €" for value in values if value is not None]
        pieces += variants(standard.labels, f"{table.nature}.total")
    pieces += [variants(standard.labels, "blocs.source")[0] for block in blocks(fiche) if block.encadre]
    return "\n".join(pieces)


@each_sheet
def test_every_word_is_kept_and_hardly_one_waits_to_be_sorted(plan, standard, rank):
    part = split_sheets(read_document(TEXT), standard).sheets[rank]
    given = words("\n".join(line.text for line in lines_of(part.items)))
    sheet = plan.sheets[rank]
    kept = words("\n".join([said(sheet.fiche, standard), *sheet.read.headings]))
    spelt_otherwise = words(" ".join(standard.vocabulary.pays.values())) + Counter({"vietnam": 1})
    assert given - kept - spelt_otherwise == Counter()
    waiting = words("\n".join(passage.texte for passage in sheet.fiche.a_classer))
    assert waiting.total() <= 0.01 * given.total()


def test_words_outside_the_sheets_are_kept_too(plan, standard):
    text = words(re.sub("</?p>", " ", TEXT.read_text("utf-8")))
    inside = sum((words("\n".join(line.text for line in lines_of(part.items)))
                  for part in split_sheets(read_document(TEXT), standard).sheets), Counter())  # fmt: skip
    assert text - inside - words(plan.outside) == Counter()


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Collection:
    """A new collection with the twelve sheets, and all their documents."""
    root = tmp_path_factory.mktemp("publiee")
    (root / "sheets").mkdir()
    for command in (["import", str(TEXT)], ["render", "--processus", "1"]):
        result = CliRunner().invoke(main, [*command, "--collection", str(root)])
        assert result.exit_code == 0, result.output
    return Collection(root)


def test_the_twelve_sheets_are_made_into_documents(made):
    for ending in ("pdf", "docx", "html"):
        assert len(list((made.output / "fiches").glob(f"*.{ending}"))) == 12


def test_no_imported_sheet_has_an_error(made):
    result = CliRunner().invoke(main, ["check", "--format", "json", "--collection", str(made.root)])
    assert result.exit_code == 0, result.output
    assert f'"level": "{Level.ERROR.value}"' not in result.output
