"""Sheets with parts moved, doubled, cut or changed: each is built, or refused with the place of every fault."""

import random
from pathlib import Path

import pytest
from fuzz_lengths import examples
from hypothesis import given
from hypothesis import strategies as st
from spoiling import built_or_refused

from terrinclus_publish.build.orders import ReviewOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.work import carry_out
from terrinclus_publish.faults import FaultsError

SHEETS = sorted((Path(__file__).resolve().parents[2] / "sheets").glob("*.yaml"))
ORIGINALS = {file.stem: file.read_bytes() for file in SHEETS if file.stem != "guide"}
NAMES = st.sampled_from(sorted(ORIGINALS))
SIGNS = st.sampled_from(
    [
        *"\t\0\x07\x1b:-#&*!|>'\"%@`[]{},?\\/ \n\r",
        *("\ufeff", "\u202e", "\u200b", "é", "\u0301", "𝕏", "مر", "👩‍🌾", "\ud7ff"),
        *(
            "- ",
            "|\n",
            ">-\n",
            "---\n",
            "<<: *a\n",
            "!!python/object:os.system x\n",
            "{{ 7*7 }}",
            "<script>",
            "**",
            "](",
        ),
    ]
)


@examples(20, 1000)
@given(name=NAMES, seed=st.integers(0, 2**32))
def test_flipped_bytes(folder, name, seed):
    source = random.Random(seed)
    content = bytearray(ORIGINALS[name])
    for _ in range(source.choice((1, 1, 2, 5, 50))):
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
    built_or_refused(folder, bytes(content))


@examples(20, 500)
@given(name=NAMES, data=st.data())
def test_signs_put_in_anywhere(folder, name, data):
    text = ORIGINALS[name].decode("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(text)))
        text = text[:index] + data.draw(SIGNS) + text[index:]
    built_or_refused(folder, text.encode("utf-8", "surrogatepass"))


@examples(20, 500)
@given(name=NAMES, data=st.data())
def test_lines_cut_doubled_moved_and_indented(folder, name, data):
    lines = ORIGINALS[name].decode("utf-8").splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        at, to = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(["cut", "double", "move", "indent", "outdent", "truncate"])):
            case "cut":
                del lines[at]
            case "double":
                lines.insert(to, lines[at])
            case "move":
                lines.insert(to, lines.pop(at))
            case "indent":
                lines[at] = data.draw(st.sampled_from([" ", "  ", "\t"])) + lines[at]
            case "outdent":
                lines[at] = lines[at].removeprefix("  ")
            case "truncate":
                lines = [*lines[:at], lines[at][: data.draw(st.integers(0, len(lines[at])))]]
    built_or_refused(folder, "".join(lines).encode("utf-8"))


@examples(20, 500)
@given(text=st.text(max_size=300), field=st.sampled_from(["titre", "chapeau", "genese", "organisme", "libelle"]))
def test_any_text_in_a_field(folder, text, field):
    import yaml
    from samples import SHEET

    sheet = {**SHEET}
    match field:
        case "titre" | "chapeau":
            sheet[field] = text
        case "genese":
            sheet["projet"] = {**SHEET["projet"], "genese": text}
        case "organisme":
            sheet["contacts"] = [{"organisme": text}]
        case "libelle":
            sheet["financement"] = [{"lignes": [{"libelle": text, "montant": "1"}]}]
    content = yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    built_or_refused(folder, content)


@examples(30, 1000)
@given(content=st.binary(max_size=400))
def test_bytes_that_are_no_sheet(folder, content):
    assert built_or_refused(folder, content)


def test_a_broken_theme_has_a_place_too(folder):
    (folder / "templates").mkdir()
    (folder / "templates" / "theme.toml").write_bytes(b"\xff\xfe[")
    with pytest.raises(FaultsError) as caught:
        carry_out(ReviewOrder(("sheets/essai.yaml",)), Folder(folder))
    assert caught.value.faults[0].place.file == "templates/theme.toml"
    (folder / "templates" / "theme.toml").unlink()
    (folder / "templates").rmdir()
