"""The first page of a sheet twice, with the theme as it comes and with the worked example of docs/theme.md.

``python tools/theme_picture.py val-de-marne docs/images/theme.png`` makes the picture that the page shows.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

import pikepdf

from terrinclus_publish.cli import main as terrinclus
from tools.picture import main as draw

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = re.compile(r"^ *```toml theme\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def made(collection: Path, sheet: str) -> Path:
    """The sheet's PDF. Exits when it has faults."""
    try:
        terrinclus(["--collection", str(collection), "render", sheet, "--format", "pdf"])
    except SystemExit as end:
        if end.code:
            raise
    return collection / "output" / "fiches" / f"{sheet}.pdf"


def main(sheet: str, picture: Path) -> None:
    """Write the picture."""
    example = EXAMPLE.search((ROOT / "docs" / "theme.md").read_text("utf-8"))
    if example is None:
        raise SystemExit("docs/theme.md has no example")
    with tempfile.TemporaryDirectory() as folder:
        collection = Path(folder) / "collection"
        shutil.copytree(ROOT / "sheets", collection / "sheets")
        both = pikepdf.new()
        for text in ("", example[1]):
            (collection / "templates").mkdir(exist_ok=True)
            (collection / "templates" / "theme.toml").write_text(text, "utf-8")
            with pikepdf.open(made(collection, sheet)) as one:
                both.pages.append(one.pages[0])
        both.save(Path(folder) / "both.pdf")
        draw(Path(folder) / "both.pdf", picture, [1, 2])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
