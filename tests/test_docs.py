"""Every page of docs/: its links lead somewhere, its commands exist, its French is set; each reader has a page."""

import re
import shlex

import click
import pytest

from terrinclus_publish.cli import main
from tests.documents import PAGES, ROOT, anchor

FRENCH = sorted(set(PAGES) - {"architecture", "performance", "developing", "README"})
READERS = ("guide-auteur", "theme", "imprimer", "webmestre", "developing")
"""One page for each kind of reader."""
CODE = re.compile(r"`[^`]*`")
COMMAND = re.compile(r"(?:^|[\\/ ])(?:terrinclus|py -m terrinclus_publish|python -m terrinclus_publish) +(.+)$")


def each_page(names):
    return pytest.mark.parametrize("page", [pytest.param(PAGES[name], id=name) for name in names if name in PAGES])


def commands(page):
    """The lines of a page that call the program, without its name."""
    lines = [
        line.strip() for block in page.blocks if block.info in ("sh", "bat", "") for line in block.text.splitlines()
    ]
    lines += re.findall(r"`([^`\n]+)`", page.prose)
    found = [match[1].split("  #")[0] for line in lines if (match := COMMAND.search(line)) and "…" not in line]
    return sorted({command for command in found if not re.search(r"[=├─]|^\W*$", command)})


@pytest.mark.parametrize("reader", READERS)
def test_every_kind_of_reader_has_a_page_that_the_readme_links_to(reader):
    assert f"docs/{reader}.md" in PAGES["README"].links


def test_the_readme_links_to_every_page():
    assert {f"docs/{name}.md" for name in PAGES if name != "README"} <= set(PAGES["README"].links)


@each_page(PAGES)
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(page):
    for target in page.links:
        name, _, wanted = target.partition("#")
        file = (page.file.parent / name).resolve() if name else page.file
        assert file.exists(), target
        if wanted:
            headings = next(other for other in PAGES.values() if other.file == file).headings
            assert wanted in [anchor(heading) for heading in headings], target


@each_page(PAGES)
def test_no_two_headings_of_a_page_have_the_same_address(page):
    anchors = [anchor(heading) for heading in page.headings]
    assert len(anchors) == len(set(anchors))


@each_page(PAGES)
def test_every_command_of_a_page_is_one_that_the_program_understands(page):
    for line in commands(page):
        words = [word for word in shlex.split(line.replace("\\", "/")) if word != "--help"]
        if not words or words[0].startswith("--"):
            assert line in ("--help", "--version")
            continue
        name, given = words[0], words[1:]
        if ">" in given:
            given = given[: given.index(">")]
        if given:
            main.commands[name].make_context(name, given)
        assert name in main.commands


@pytest.mark.parametrize(
    "line", ["print --relieur pique", "print --bleed", "check --format xml", "render a --format odp"]
)
def test_a_command_that_the_program_does_not_understand_is_found(line):
    name, *given = line.split()
    with pytest.raises(click.UsageError):
        main.commands[name].make_context(name, given)


@each_page(PAGES)
def test_every_make_target_of_a_page_exists(page):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = "\n".join([*(block.text for block in page.blocks), *CODE.findall(page.prose)])
    for target in re.findall(r"^`?make ([a-z]+)", text, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target


@each_page(PAGES)
def test_every_script_and_test_that_a_page_names_exists(page):
    named = re.findall(r"`((?:tests|tools|benchmarks|terrinclus_publish|templates|schemas|\.ci)/[\w./-]+)`", page.prose)
    known = [name for name in named if "NOM" not in name and "NAME" not in name]
    assert not [name for name in known if not (ROOT / name).exists()]


@each_page(FRENCH)
def test_no_line_can_break_before_a_french_sign(page):
    prose = CODE.sub("`code`", re.sub(r"<!--.*?-->|^#+ .*$|\]\([^)]*\)", "", page.prose, flags=re.M))
    assert re.findall(r".{12} [:;?!»](?=\W|$)|.{12}\d %|« .{10}", prose, re.M) == []


@each_page(FRENCH)
def test_guillemets_are_french_and_come_in_pairs(page):
    prose = CODE.sub("", re.sub(r"<!--.*?-->", "", page.prose))
    assert prose.count("«") == prose.count("»")
    assert re.findall(r".{10}[“”].{10}", prose) == []
