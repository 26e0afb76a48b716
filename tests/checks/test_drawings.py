import pytest

from terrinclus_publish.faults import Level

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def funder(images, content):
    (images / "logo.svg").write_text(content, "utf-8")
    return [{"nom": "Ministère", "logo": "images/logo.svg"}]


def test_a_drawing_is_accepted_as_a_logo(check, images):
    drawing = SVG.format('<defs><g id="a"><path d="M0 0h9"/></g></defs><use xlink:href="#a" fill="url(#b)"/>')
    assert check(financeurs=funder(images, drawing)) == []


def test_a_drawing_is_refused_as_an_illustration(the_fault, images):
    funder(images, SVG.format(""))
    fault = the_fault(
        "picture-drawing", illustration={"fichier": "images/logo.svg", "alternative": "Le blason de l'Aude."}
    )
    assert fault.level is Level.ERROR
    assert "PNG" in fault.expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<g onclick="alert(1)"/>', "onclick"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="https://exemple.fr/espion.png"/>', "espion.png"),
        ('<image xlink:href="file:///etc/passwd"/>', "passwd"),
        ('<use href="autre.svg#a"/>', "autre.svg"),
        ("<style>@import 'https://exemple.fr/a.css';</style>", "extérieur"),
        ('<path style="fill: url(https://exemple.fr/a.svg#b)"/>', "extérieur"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_an_error(the_fault, images, content, words):
    fault = the_fault("drawing-unsafe", financeurs=funder(images, SVG.format(content)))
    assert fault.level is Level.ERROR
    assert fault.field == "financeurs.0.logo"
    assert words in fault.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_drawing_with_a_doctype_is_an_error_and_its_entities_stay_shut(the_fault, images, encoding):
    bomb = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + SVG.format("<text>&b;</text>")
    funders = funder(images, "")
    (images / "logo.svg").write_bytes(bomb.encode(encoding))
    assert "DOCTYPE" in the_fault("drawing-doctype", financeurs=funders).message


def test_a_drawing_with_an_outer_style_sheet_is_an_error(the_fault, images):
    content = '<?xml-stylesheet href="https://exemple.fr/a.css"?>' + SVG.format("")
    the_fault("drawing-unsafe", financeurs=funder(images, content))


@pytest.mark.parametrize("content", ["", "<svg", "<html/>", SVG.format("<g>")])
def test_a_broken_drawing_is_an_error(the_fault, images, content):
    the_fault("picture-unreadable", financeurs=funder(images, content))
