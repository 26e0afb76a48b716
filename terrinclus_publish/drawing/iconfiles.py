"""Where the icons' files are: Font Awesome (free, « solid » series), in the package ``fontawesomefree``.

Why apart: whether an icon exists is asked of every vocabulary, and reading outlines takes a large library.
"""

from importlib.util import find_spec
from pathlib import Path


def icon_file(name: str) -> Path:
    """The SVG file of an icon; it may not exist."""
    spec = find_spec("fontawesomefree")
    locations = list(spec.submodule_search_locations or []) if spec else []
    return Path(locations[0] if locations else ".") / "static" / "fontawesomefree" / "svgs" / "solid" / f"{name}.svg"
