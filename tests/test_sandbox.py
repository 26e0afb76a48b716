import time

import pytest
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError, UndefinedError

from terrinclus_publish.sandbox import EndlessTemplateError, Engine, time_limit


@pytest.fixture
def render(tmp_path):
    """Renders the text of a template."""
    return lambda text, **values: Engine((tmp_path,)).from_string(text).render(values)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.__init__.__globals__ }}",
        "{{ x['__class__'].__subclasses__() }}",
        "{{ self._TemplateReference__context }}",
        "{{ range.__self__ }}",
        "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ x.append(1) }}",
    ],
)
def test_no_attribute_of_python_can_be_reached(render, text):
    with pytest.raises((SecurityError, UndefinedError)):
        print(render(text, x=[1]))


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "a/../../secret.txt"])
def test_no_file_outside_the_templates_can_be_read(tmp_path, name):
    (tmp_path / "modeles").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    with pytest.raises(TemplateError):
        Engine((tmp_path / "modeles",)).from_string(f"{{% include '{name}' %}}").render()


@pytest.mark.parametrize(
    "text", ["{{ 9**9**9 }}", "{{ 'x' * 10**6 }}", "{{ 'x' * 2000000 }}", "{{ '%99999999d' % 1 }}"]
)
def test_one_step_cannot_make_something_huge(render, text):
    with pytest.raises(SecurityError):
        render(text)


def test_ordinary_sums_are_allowed(render):
    assert render("{{ 3 * 4.5 }} {{ 2 ** 10 }} {{ 7 % 4 }}") == "13.5 1024 3"


@pytest.mark.parametrize("name", ["center", "format", "lipsum", "random"])
def test_what_makes_texts_of_any_length_is_not_there(render, name):
    with pytest.raises(TemplateError):
        render(f"{{{{ {name}() if {name} is defined else 'x'|{name} }}}}")


def test_an_endless_template_is_stopped(tmp_path):
    (tmp_path / "sans-fin.j2").write_text(
        "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}"
    )
    start = time.monotonic()
    with pytest.raises(EndlessTemplateError), time_limit(0.3):
        Engine((tmp_path,)).get_template("sans-fin.j2").render()
    assert time.monotonic() - start < 5


def test_what_ends_in_time_is_not_disturbed_later():
    with time_limit(0.05):
        pass
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass


def test_an_endless_template_of_a_collection_is_a_fault_that_names_it(example, monkeypatch):
    from wishes import make, wish

    from terrinclus_publish import compose
    from terrinclus_publish.build import Failed, Format

    monkeypatch.setattr(compose, "SECONDS", 0.3)
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.html.j2").write_text(
        "{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}"
    )
    events = make(wish(example, sheets=["ville-modele"], fiche_forms=[Format.HTML]))
    (failed,) = (event for event in events if isinstance(event, Failed))
    assert failed.faults[0].code == "template"
    assert "fiche.html.j2" in failed.faults[0].place.file


@pytest.mark.parametrize("text", ["{{ 1 / 0 }}", "{{ [][3] }}", "{{ 'a' + 1 }}", "{{ {}|int + 'x' }}", "{{ none() }}"])
def test_a_mistake_of_a_template_is_a_fault_with_its_line(example, text):
    from wishes import make, wish

    from terrinclus_publish.build import Failed, Format

    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.html.j2").write_text(f"<article>\n{text}\n</article>")
    events = make(wish(example, sheets=["ville-modele"], fiche_forms=[Format.HTML]))
    (failed,) = (event for event in events if isinstance(event, Failed))
    assert (failed.faults[0].code, failed.faults[0].place.line) == ("template", 2)
