"""The element of an inline picture: its size, and its text for who does not see it or a mark that it is decorative."""

from copy import copy
from functools import lru_cache

from lxml import etree

from terrinclus_publish.tree import Element
from terrinclus_publish.word.measure import emu
from terrinclus_publish.word.ooxml import drawn, qualified, w

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Office's extension for decorative pictures ([MS-ODRAWXML] 2.32)."""
_DECORATIVE_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"

_DOCUMENT_PICTURE, _OWN_PICTURE, _IMAGE, _RELATION = map(qualified, ("wp:docPr", "pic:cNvPr", "a:blip", "r:embed"))


def inline_picture(
    relation: str, number: int, size: tuple[float, float], alternative: str, crop: tuple[float, float] = (0, 0)
) -> Element:
    """A run that holds a picture; ``size`` in millimetres, ``crop`` the shares cut at both sides, at top and bottom.

    Without an alternative text the picture is decorative.
    """
    run = copy(_model(size, alternative, crop))
    for identity in run.iter(_DOCUMENT_PICTURE, _OWN_PICTURE):
        identity.set("id", str(number))
        identity.set("name", f"Image {number}")
    for image in run.iter(_IMAGE):
        image.set(_RELATION, relation)
    return run


@lru_cache(maxsize=256)
def _model(size: tuple[float, float], alternative: str, crop: tuple[float, float]) -> Element:
    """The run of a picture without its number and relation: icons and cloths come again and again."""
    width, height = emu(size[0]), emu(size[1])
    identity = drawn("wp:docPr", {"id": "", "name": "", "descr": alternative})
    if not alternative:
        identity.append(_decorative())
    lock = drawn("a:graphicFrameLocks", {"noChangeAspect": "1"})
    graphic = drawn("a:graphic", {}, drawn("a:graphicData", {"uri": _PICTURE}, _picture(size, crop)))
    inline = drawn(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        drawn("wp:extent", {"cx": width, "cy": height}),
        identity,
        drawn("wp:cNvGraphicFramePr", {}, lock),
        graphic,
    )
    return w("r", w("drawing", inline))


def _decorative() -> Element:
    mark = etree.Element(f"{{{_DECORATIVE_NAMESPACE}}}decorative", nsmap={"adec": _DECORATIVE_NAMESPACE})
    mark.set("val", "1")
    return drawn("a:extLst", {}, drawn("a:ext", {"uri": _DECORATIVE}, mark))


def _picture(size: tuple[float, float], crop: tuple[float, float]) -> Element:
    cut = {}
    if any(crop):
        across, down = (str(round(share * 100_000)) for share in crop)
        cut = {"l": across, "r": across, "t": down, "b": down}
    return drawn(
        "pic:pic",
        {},
        drawn(
            "pic:nvPicPr",
            {},
            drawn("pic:cNvPr", {"id": "", "name": ""}),
            drawn("pic:cNvPicPr", {}),
        ),
        drawn(
            "pic:blipFill",
            {},
            drawn("a:blip", {"r:embed": ""}),
            drawn("a:srcRect", cut),
            drawn("a:stretch", {}, drawn("a:fillRect", {})),
        ),
        drawn(
            "pic:spPr",
            {},
            drawn(
                "a:xfrm",
                {},
                drawn("a:off", {"x": "0", "y": "0"}),
                drawn("a:ext", {"cx": emu(size[0]), "cy": emu(size[1])}),
            ),
            drawn("a:prstGeom", {"prst": "rect"}, drawn("a:avLst", {})),
        ),
    )
