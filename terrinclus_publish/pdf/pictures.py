"""Pictures of the sheets: photographs and logos, shown upright, in RGB, at the size that their place asks for."""

import io
from functools import cached_property

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from terrinclus_publish.drawing.svg import rasterize
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.tree import Element

PRINT_DPI = 300


class Picture(Block):
    """A picture fitted into a width and a greatest height, points."""

    def __init__(self, setting: Setting, element: Element, width: float, most: float) -> None:
        super().__init__(width)
        self.setting, self.image, self.element, self.most = setting, element, element, most

    @cached_property
    def _image(self) -> Image.Image:
        return load_picture(self.setting, self.image, self.width)

    @cached_property
    def _size(self) -> tuple[float, float]:
        width, height = self._image.size
        scale = min(self.width / width, self.most / height)
        return width * scale, height * scale

    @property
    def height(self) -> float:
        """As high as the width makes it, within the limit."""
        return self._size[1]

    def draw(self, canvas: Canvas) -> None:
        """Draw it at the left edge."""
        canvas.draw_picture(ImageReader(self._image), *self._size, self.image)


class Cover(Block):
    """A picture that fills a rectangle; what is too much is cut off evenly."""

    def __init__(self, setting: Setting, element: Element, width: float, height: float) -> None:
        super().__init__(width)
        self.setting, self.image, self.element, self._height = setting, element, element, height

    @property
    def height(self) -> float:
        """The height given."""
        return self._height

    def draw(self, canvas: Canvas) -> None:
        """Draw the middle of it."""
        image = load_picture(self.setting, self.image, self.width)
        pixels = round(self.width / 72 * PRINT_DPI)
        size = (min(pixels, image.width), round(min(pixels, image.width) * self._height / self.width))
        fitted = ImageOps.fit(image, size)
        canvas.draw_picture(ImageReader(fitted), self.width, self._height, self.image)


def load_picture(setting: Setting, element: Element, width: float) -> Image.Image:
    """The picture that an ``img`` names, upright, RGB, no finer than print needs at ``width`` points."""
    file = setting.pictures / str(element.get("src"))
    pixels = max(1, round(width / 72 * PRINT_DPI))
    if file.suffix.lower() == ".svg":
        return Image.open(io.BytesIO(rasterize(file.read_bytes(), pixels))).convert("RGBA")
    with Image.open(file) as opened:
        image = ImageOps.exif_transpose(opened)
    image = image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
    image.thumbnail((pixels, pixels * 4))
    return image
