"""The reader of long texts: signs of Markdown in any order are built, or refused with their field, in time."""

import pytest
import yaml
from fuzz_lengths import examples
from hypothesis import given
from hypothesis import strategies as st
from samples import SHEET
from spoiling import built_or_refused

PIECES = st.sampled_from(
    [
        *("mot", "Été", "12", " ", "  ", "\n", "\n\n", "\n    ", "\t", "\\", "!", "«", "»", ":", ";"),
        *("*", "**", "***", "_", "__", "`", "```\n", "~~", "# ", "> ", "- ", "* ", "1. ", "---\n", "|", "<", ">", "&"),
        *("[", "](", ")", "]{lang=es}", "{.a}", "[^1]", "![", "https://exemple.fr", "<b>", "<!--", "&lt;", "&#0;"),
        *("\u00a0", "\u202f", "\u2011", "\u00ad", "\u0301", "\u202e", "\ufeff", "語", "א"),
    ]
)


@examples(60, 2000)
@given(text=st.lists(PIECES, max_size=40).map("".join), field=st.sampled_from(["genese", "introduction", "points"]))
def test_any_markdown_in_a_long_text(folder, text, field):
    sheet = {**SHEET}
    match field:
        case "genese":
            sheet["projet"] = {**SHEET["projet"], "genese": text}
        case "introduction":
            sheet["focus"] = {**SHEET["focus"], "introduction": text}
        case "points":
            sheet["preconisations"] = [{"axe": "temporalite", "points": [text]}]
    built_or_refused(
        folder, yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    )


@pytest.mark.parametrize(
    "text",
    [
        *("> " * 200 + "a", "- " * 200 + "a", "[" * 900 + "](" * 900, "`" * 3000, "<" * 3000, "![" * 400 + "a"),
        *("\\" * 5000, "a\n" * 5000, "|" * 5000, "&" * 5000, "*a " * 2000, "[a](b" * 900),
    ],
)
def test_signs_by_the_thousand(folder, text):
    sheet = {**SHEET, "projet": {**SHEET["projet"], "genese": text}}
    built_or_refused(folder, yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False).encode("utf-8"))
