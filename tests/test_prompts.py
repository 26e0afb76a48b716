import pytest

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.prompts import load_prompts
from terrinclus_publish.wording import fold


@pytest.fixture(scope="module")
def prompts(project):
    return load_prompts(project)


def test_no_prompt_says_what_a_sheet_may_say(prompts, project_entries):
    said = {fold(line) for entry in project_entries for line in str(entry.model).splitlines()}
    assert not prompts.asked & said
    assert all(len(prompt.invite) >= 6 for prompt in prompts.champs.values())


def test_no_two_fields_have_the_same_prompt(prompts):
    shown = [fold(prompt.invite) for name, prompt in prompts.champs.items() if not name.endswith("_titre")]
    assert len(set(shown)) == len(shown)


def test_prompts_are_kind_and_short(prompts):
    assert max(len(prompt.invite) for prompt in prompts.champs.values()) <= 120


def test_a_collection_may_ask_in_its_own_words(tmp_path, project):
    folder = tmp_path / "templates"
    folder.mkdir()
    own = project.template("formulaire.toml").read_text("utf-8").replace("Choisissez un ODD", "Quel objectif ?")
    (folder / "formulaire.toml").write_text(own, "utf-8")
    assert fold("Quel objectif ?") in load_prompts(Collection(tmp_path)).asked


@pytest.mark.parametrize("text", ["[champs", 'titre = "Un titre"'])
def test_a_broken_file_is_told_of(tmp_path, text):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "formulaire.toml").write_text(text, "utf-8")
    with pytest.raises(FaultsError, match=r"formulaire\.toml"):
        load_prompts(Collection(tmp_path))
