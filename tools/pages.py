"""A picture of each page of a PDF, for whoever changes the layout: ``python tools/pages.py guide.pdf folder``."""

import sys
from pathlib import Path

import pypdfium2

DOTS_PER_INCH = 80


def main(pdf: Path, folder: Path) -> None:
    """Write ``page-001.png`` and so on, after removing those of the last run."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("page-*.png"):
        old.unlink()
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        page.render(scale=DOTS_PER_INCH / 72).to_pil().save(folder / f"page-{number:03}.png")
    print(f"{len(document)} pages : {folder}")
    document.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
