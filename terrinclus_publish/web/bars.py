"""The bar under a table: an image with a name for screen readers, and segments that follow the width of the screen."""

from lxml import etree

from terrinclus_publish.tree import Element, classes


def add_bars(article: Element) -> str:
    """Put the segments into each bar of the page, and say how wide they are, as CSS.

    Why not in the elements: a page whose server forbids inline styles would lose them; letters are CSS too, so that
    the page's text is the tree's.
    """
    rules = []
    for number, bar in enumerate(_bars(article), 1):
        bar.set("id", f"barre-{number}")
        bar.set("role", "img")
        shares, letters = bar.get("data-parts", "").split(), bar.get("data-lettres", "").split()
        etree.strip_attributes(bar, "data-parts", "data-lettres")
        for place, (share, letter) in enumerate(zip(shares, letters, strict=True), 1):
            bar.append(bar.makeelement("span", {"data-lettre": letter}))
            rules.append(f"#barre-{number} :nth-child({place}){{flex-grow:{100 * float(share):.4g}}}\n")
    return "".join(rules)


def _bars(article: Element) -> list[Element]:
    return [figure for figure in article.iter("figure") if "barre" in classes(figure)]
