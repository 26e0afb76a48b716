"""One fault of each kind, planted with pikepdf in a sound file: each is told, with its page and no other error."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from printing.profile import imaginary_press

from terrinclus_publish.pdf.pdfa import srgb_profile
from terrinclus_publish.preflight import Nature, Severity, inspect

PAGE = 1
"""The planted page's index."""
ALONE = [PAGE + 1]
MM = 72 / 25.4


def add(pdf, operators, index=PAGE):
    """Operators after those of a page, whose origin is then the sheet's corner."""
    page = pdf.pages[index]
    page.contents_add(pdf.make_stream(b"q"), prepend=True)
    page.contents_add(pdf.make_stream(b"Q\n" + operators.encode("latin-1")))


def resource(pdf, kind, name, value, index=PAGE):
    page = pdf.pages[index]
    resources = Dictionary(dict(page.Resources.items()))
    resources[kind] = Dictionary({**dict(resources.get(kind, Dictionary()).items()), name: value})
    page.Resources = resources


def font_of(pdf):
    """A font's name whose codes are plain letters."""
    return next(iter(pdf.pages[PAGE].Resources.Font.keys()))


def text(pdf, before, x=200, y=400, shown="Texte"):
    add(pdf, f"q {before} BT {font_of(pdf)} 12 Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET Q")


def picture(pdf, mode, size, shown, space, **entries):
    image = Image.new(mode, (size, size), entries.pop("colour", 0))
    stream = pdf.make_stream(image.tobytes())
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=size, Height=size, BitsPerComponent=8, ColorSpace=space, **entries
    )
    resource(pdf, "/XObject", "/Planted", stream)
    add(pdf, f"q {shown} 0 0 {shown} 200 400 cm /Planted Do Q")


def press(pdf, mode="CMYK", dpi=300, **entries):
    picture(pdf, mode, round(dpi), 72, Name.DeviceCMYK, **entries)


def state(pdf, **entries):
    resource(pdf, "/ExtGState", "/Planted", Dictionary(**entries))


# --- pages -----------------------------------------------------------------------------------------------------------


def no_trim(pdf):
    del pdf.pages[PAGE].TrimBox


def wild_boxes(pdf):
    left, foot, right, top = map(float, pdf.pages[PAGE].TrimBox)
    pdf.pages[PAGE].BleedBox = Array([left + 5, foot, right, top])


def thin_bleed(pdf):
    left, foot, right, top = map(float, pdf.pages[PAGE].TrimBox)
    pdf.pages[PAGE].BleedBox = Array([left - 3, foot - 3, right + 3, top + 3])


def other_size(pdf):
    left, foot, right, top = map(float, pdf.pages[PAGE].TrimBox)
    pdf.pages[PAGE].TrimBox = Array([left, foot + 20, right, top])


def turned(pdf):
    pdf.pages[PAGE].Rotate = 90


def a_page_less(pdf):
    del pdf.pages[-1]


def blank(pdf):
    pdf.pages[PAGE].Contents = pdf.make_stream(b"")


def near_trim(pdf):
    text(pdf, "/Over gs 0 0 0 1 k", x=float(pdf.pages[PAGE].TrimBox[0]) + 2 * MM)


def stops_at_trim(pdf):
    left, foot, *_ = map(float, pdf.pages[PAGE].TrimBox)
    add(pdf, f"1 0 0 0 k {left} {foot} 60 60 re f")


# --- colours ---------------------------------------------------------------------------------------------------------


def rgb_fill(pdf):
    add(pdf, "1 0 0 rg 200 400 10 10 re f")


def rgb_line(pdf):
    add(pdf, "0 0 1 RG 1 w 200 400 m 250 400 l S")


def rgb_by_profile(pdf):
    profile = pdf.make_stream(srgb_profile(), N=3)
    resource(pdf, "/ColorSpace", "/Planted", Array([Name.ICCBased, profile]))
    add(pdf, "/Planted cs 0.5 0.5 0 scn 200 400 10 10 re f")


def rgb_in_a_form(pdf):
    form = pdf.make_stream(b"1 0 0 rg 0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    resource(pdf, "/XObject", "/Planted", form)
    add(pdf, "q 1 0 0 1 200 400 cm /Planted Do Q")


def rgb_in_a_pattern(pdf):
    pattern = pdf.make_stream(
        b"1 0 0 rg 0 0 5 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 5, 5]),
        XStep=5,
        YStep=5,
        Resources=Dictionary(),
    )
    resource(pdf, "/Pattern", "/Planted", pattern)
    add(pdf, "/Pattern cs /Planted scn 200 400 50 50 re f")


def rgb_gradient(pdf):
    function = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 1, 1]))
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]), Function=function)
    resource(pdf, "/Shading", "/Planted", shading)
    add(pdf, "q 200 400 50 50 re W n /Planted sh Q")


def rgb_picture(pdf):
    picture(pdf, "RGB", 300, 72, Name.DeviceRGB)


def lab(pdf):
    white = Dictionary(WhitePoint=Array([0.96, 1, 0.82]))
    resource(pdf, "/ColorSpace", "/Planted", Array([Name.Lab, white]))
    add(pdf, "/Planted cs 50 20 20 scn 200 400 10 10 re f")


def spot(pdf):
    function = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 1, 1, 0]))
    resource(pdf, "/ColorSpace", "/Planted", Array([Name.Separation, Name("/Or"), Name.DeviceCMYK, function]))
    add(pdf, "/Planted cs 1 scn 200 400 10 10 re f")


def rich_black(pdf):
    text(pdf, "0.6 0.4 0.4 1 k")


def three_ink_black(pdf):
    text(pdf, "0.9 0.9 0.9 0 k")


def knocked_out(pdf):
    text(pdf, "/Knock gs 0 0 0 1 k")


def white_over(pdf):
    add(pdf, "q /Over gs 0 0 0 0 k 200 400 10 10 re f Q")


def heavy(pdf):
    add(pdf, "0.8 0.8 0.8 0.8 k 200 400 10 10 re f")


def heavy_picture(pdf):
    press(pdf, colour=(230, 230, 230, 230))


def heavy_jpeg(pdf):
    out = io.BytesIO()
    Image.new("CMYK", (300, 300), (230, 230, 230, 230)).save(out, "JPEG")
    stream = pdf.make_stream(out.getvalue())
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
        Filter=Name.DCTDecode,
        Decode=Array([1, 0] * 4),
    )
    resource(pdf, "/XObject", "/Planted", stream)
    add(pdf, "q 72 0 0 72 200 400 cm /Planted Do Q")


# --- lines, pictures, fonts ------------------------------------------------------------------------------------------


def hairline(pdf):
    add(pdf, "0 0 0 1 K 0.1 w 200 400 m 250 400 l S")


def hairline_by_scale(pdf):
    add(pdf, "q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 2000 4000 m 2500 4000 l S Q")


def hairline_as_area(pdf):
    add(pdf, "0 0 0 1 k 200 400 50 0.1 re f")


def coarse(pdf):
    press(pdf, dpi=150)


def nearly_fine(pdf):
    press(pdf, dpi=250)


def coarse_bitmap(pdf):
    stream = pdf.make_stream(bytes(25 * 200))
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=200, Height=200, BitsPerComponent=1, ImageMask=True
    )
    resource(pdf, "/XObject", "/Planted", stream)
    add(pdf, "q 0 0 0 1 k 72 0 0 72 200 400 cm /Planted Do Q")


def strange_font(pdf):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resource(pdf, "/Font", "/Planted", font)
    add(pdf, "q /Over gs 0 0 0 1 k BT /Planted 12 Tf 200 400 Td (Texte) Tj ET Q")


# --- what paper cannot do --------------------------------------------------------------------------------------------


def see_through(pdf):
    state(pdf, ca=0.5)
    add(pdf, "q /Planted gs 1 0 0 0 k 200 400 10 10 re f Q")


def rgb_blending(pdf):
    pdf.pages[PAGE].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def link(pdf):
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([200, 400, 250, 420]))
    pdf.pages[PAGE].Annots = Array([annotation])


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def form_field(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T=String("nom"))]))


def layer(pdf):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Calque")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def attachment(pdf):
    pdf.attachments["note.txt"] = b"texte"


def locked(pdf):
    """With an owner's password only."""


locked.encryption = pikepdf.Encryption(owner="secret", user="")


# --- declarations ----------------------------------------------------------------------------------------------------


def no_intent(pdf):
    del pdf.Root.OutputIntents


def screen_intent(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(srgb_profile(), N=3)


def no_trapped(pdf):
    del pdf.docinfo["/Trapped"]


def no_title(pdf):
    pdf.docinfo["/Title"] = ""


def no_dates(pdf):
    del pdf.docinfo["/CreationDate"]
    del pdf.docinfo["/ModDate"]


def no_xmp(pdf):
    del pdf.Root.Metadata


def nonsense(pdf):
    add(pdf, "/Nowhere Do")


WHOLE: list[int] = []
PLANTS = [
    (no_trim, "trim-missing", ALONE),
    (wild_boxes, "boxes-not-nested", ALONE),
    (thin_bleed, "bleed-missing", ALONE),
    (other_size, "mixed-sizes", ALONE),
    (turned, "page-rotated", ALONE),
    (a_page_less, "page-count", WHOLE),
    (blank, "blank-page", ALONE),
    (near_trim, "text-near-trim", ALONE),
    (stops_at_trim, "bleed-empty", ALONE),
    (rgb_fill, "rgb-colour", ALONE),
    (rgb_line, "rgb-colour", ALONE),
    (rgb_by_profile, "rgb-colour", ALONE),
    (rgb_in_a_form, "rgb-colour", ALONE),
    (rgb_in_a_pattern, "rgb-colour", ALONE),
    (rgb_gradient, "rgb-colour", ALONE),
    (rgb_picture, "rgb-image", ALONE),
    (lab, "other-colour", ALONE),
    (spot, "spot-colour", ALONE),
    (rich_black, "rich-black-text", ALONE),
    (three_ink_black, "rich-black-text", ALONE),
    (knocked_out, "black-text-knocks-out", ALONE),
    (white_over, "white-overprints", ALONE),
    (heavy, "ink-coverage", ALONE),
    (heavy_picture, "image-ink-coverage", ALONE),
    (heavy_jpeg, "image-ink-coverage", ALONE),
    (hairline, "hairline", ALONE),
    (hairline_by_scale, "hairline", ALONE),
    (hairline_as_area, "hairline", ALONE),
    (coarse, "image-resolution", ALONE),
    (nearly_fine, "image-resolution-low", ALONE),
    (coarse_bitmap, "bitmap-resolution", ALONE),
    (strange_font, "font-not-embedded", ALONE),
    (see_through, "transparency-kept", ALONE),
    (rgb_blending, "blending-space", ALONE),
    (link, "annotation", ALONE),
    (script, "action", WHOLE),
    (form_field, "form-fields", WHOLE),
    (layer, "layers", WHOLE),
    (attachment, "embedded-file", WHOLE),
    (locked, "encrypted", WHOLE),
    (no_intent, "intent-required", WHOLE),
    (screen_intent, "intent-not-press", WHOLE),
    (no_trapped, "trapped-missing", WHOLE),
    (no_title, "title-missing", WHOLE),
    (no_dates, "dates-missing", WHOLE),
    (no_xmp, "xmp-missing", WHOLE),
    (nonsense, "content-unreadable", ALONE),
]
COMPANIONS = {
    "no_trim": {"boxes-not-nested", "mixed-sizes", "text-near-trim", "bleed-missing", "bleed-empty"},
    "wild_boxes": {"bleed-empty"},
    "thin_bleed": {"bleed-empty"},
    "other_size": {"bleed-empty", "text-near-trim"},
    "no_xmp": {"intent-missing"},
}
"""What one fault brings with it."""


@pytest.mark.parametrize(("plant", "code", "pages"), PLANTS, ids=lambda value: getattr(value, "__name__", None))
def test_a_planted_fault_is_told_with_its_page(planted, plant, code, pages):
    report = inspect(planted(plant))
    found = {finding.code: list(finding.pages) for finding in report.findings}
    assert found.get(code) == pages if code != "blank-page" else PAGE + 1 in found[code]
    assert set(found) - {code, "blank-page"} <= COMPANIONS.get(plant.__name__, set())


def test_the_sound_file_has_no_error_and_no_warning(planted):
    report = inspect(planted(lambda pdf: None))
    assert {finding.severity for finding in report.findings} <= {Severity.NOTE}
    assert (report.facts["Norme annoncée"], report.facts["Fond perdu"]) == ("PDF/X-4", "3,0 mm")


def test_there_are_kinds_enough():
    assert len({code for _, code, _ in PLANTS}) >= 35


def test_a_file_for_an_office_printer_needs_no_bleed(planted):
    def plant(pdf):
        for page in pdf.pages:
            page.BleedBox = page.MediaBox = page.TrimBox

    codes = {finding.code for finding in inspect(planted(plant), Nature.SHEETS).findings}
    assert not codes & {"bleed-missing", "bleed-empty", "text-near-trim", "page-count"}


def test_a_picture_within_the_limits_is_not_told_of(planted):
    report = inspect(planted(lambda pdf: press(pdf, colour=(180, 180, 180, 180))))
    assert not [finding.code for finding in report.findings if finding.code.startswith("image")]


def test_profiles_of_a_press_are_accepted_as_pictures_spaces(planted):
    def plant(pdf):
        space = Array([Name.ICCBased, pdf.make_stream(imaginary_press(), N=4)])
        picture(pdf, "CMYK", 300, 72, space, colour=(230, 230, 230, 230))

    assert "image-ink-coverage" in {finding.code for finding in inspect(planted(plant)).findings}
