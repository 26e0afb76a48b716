"""Two pages of a PDF side by side, as the README shows them.

``python tools/picture.py output/guide.pdf docs/images/pages.png 37 41`` takes pages 37 and 41, counted from 1.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 70
GAP = 12
GROUND = (208, 208, 208)
COLOURS = 64
"""Flat colours and grey text need no more, and the picture stays small."""


def main(pdf: Path, picture: Path, numbers: list[int]) -> None:
    """Write the picture as a PNG with a palette."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number - 1].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB") for number in numbers]
    document.close()
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    whole = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), GROUND)
    left = GAP
    for page in pages:
        whole.paste(page, (left, GAP))
        left += page.width + GAP
    picture.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(number) for number in sys.argv[3:]])
