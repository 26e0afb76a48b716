"""The ICC profile of the printing condition: the user's own file, else one that the system has, else none."""

import re
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageCms

from terrinclus_publish.pdf.inks import ProcessInks
from terrinclus_publish.pdf.pdfx import NotAPressProfileError, OutputCondition, check_profile

DEFAULT_CONDITION = "FOGRA39"
SYSTEM_PROFILES = (
    Path("/usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc"),
    Path("/usr/share/color/icc/colorprofiles/FOGRA39L_coated.icc"),
    Path("/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc"),
    Path("/usr/share/texmf/tex/generic/colorprofiles/FOGRA39L_coated.icc"),
)
"""FOGRA39 in Debian's ``scribus-data``, Fedora's ``colorprofiles``, TeX Live."""
_CONDITION = re.compile(r"FOGRA ?(\d{2})|ISO ?Coated|PSO ?Coated ?v3|PSO ?Uncoated", re.IGNORECASE)
_CONDITIONS = {"isocoated": "FOGRA39", "psocoatedv3": "FOGRA51", "psouncoated": "FOGRA52"}


def find_condition(own: Path | None, places: Sequence[Path] = SYSTEM_PROFILES) -> OutputCondition:
    """The printing condition with its profile, which is empty when none is found.

    Raises OSError when the user's own file cannot be read, NotAPressProfileError when it is another kind of file.
    """
    if own is not None:
        profile = own.read_bytes()
        check_profile(profile)
        _try_out(profile)
        description = _description(own)
        return OutputCondition(condition_name(f"{description} {own.stem}"), profile, description)
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        return OutputCondition(DEFAULT_CONDITION)
    return OutputCondition(DEFAULT_CONDITION, file.read_bytes(), _description(file))


def _try_out(profile: bytes) -> None:
    """Convert one pixel: a profile may be cut short after a sound head. Raises NotAPressProfileError."""
    try:
        ProcessInks(profile).separated(Image.new("RGB", (1, 1)))
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise NotAPressProfileError from error


def condition_name(text: str) -> str:
    """The characterisation that a profile's description or file name tells, « Custom » when it tells none."""
    found = _CONDITION.search(text.replace("_", " "))
    if found is None:
        return "Custom"
    return f"FOGRA{found[1]}" if found[1] else _CONDITIONS["".join(found[0].lower().split())]


def _description(file: Path) -> str:
    try:
        return ImageCms.getProfileDescription(str(file)).strip()
    except ImageCms.PyCMSError:
        return file.stem
