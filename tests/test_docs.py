"""Every page of docs/: its links lead somewhere, its commands exist, its French is set; nobody is left without a page."""

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


def options_of(command):
    """All options of a command by their names; those that take a value are True."""
    options = {
        name: not parameter.is_flag
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    return options | {"--help": False}


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
def test_every_command_of_a_page_exists_with_its_options(page):
    for line in commands(page):
        words = shlex.split(line.replace("\\", "/"))
        command = main if words[0].startswith("--") else main.commands[words[0].strip(".,")]
        options = options_of(command)
        for place, word in enumerate(words[1:], 1):
            if word.startswith("--"):
                assert word in options, line
                assert not options[word] or place + 1 < len(words), f"{line}: a value is missing"


@each_page(PAGES)
def test_every_make_target_of_a_page_exists(page):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = "\n".join([*(block.text for block in page.blocks), *CODE.findall(page.prose)])
    for target in re.findall(r"^`?make ([a-z]+)", text, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target


@each_page(PAGES)
def test_every_script_and_test_that_a_page_names_exists(page):
    named = re.findall(r"`((?:tests|tools|benchmarks|terrinclus_publish|templates|schemas|\.ci)/[\w./-]+)`", page.prose)
    known = [name for name in named if "NOM" not in name]
    assert not [name for name in known if not (ROOT / name).exists()]


@each_page(FRENCH)
def test_no_line_can_break_before_a_french_sign(page):
    prose = CODE.sub("`code`", re.sub(r"<!--.*?-->|^#+ .*$|\]\([^)]*\)", "", page.prose, flags=re.M))
    assert re.findall(r".{12} [:;?!»%](?=\W|$)|« .{10}", prose, re.M) == []


@each_page(FRENCH)
def test_guillemets_are_french_and_come_in_pairs(page):
    prose = CODE.sub("", re.sub(r"<!--.*?-->", "", page.prose))
    assert prose.count("«") == prose.count("»")
    assert re.findall(r".{10}[“”].{10}", prose) == []
