"""The pictures of a document, taken out to files; those that the collection has already keep their names."""

import hashlib
import io
import warnings
from dataclasses import dataclass, field

from PIL import Image

from terrinclus_publish.reading.document import Picture

FOLDER = "images"
TO_DESCRIBE = "À compléter : ce que montre l'image"
SHOWN = {"JPEG": "jpg", "PNG": "png", "GIF": "gif"}
"""What every document of ours can show, as in ``checks.pictures``, and how its files end."""
_TURNED = ("BMP", "TIFF", "WEBP")
"""What becomes a PNG."""
MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"})
MOST_PIXELS = 50_000_000


@dataclass
class Pictures:
    """Gathers pictures. ``prefix`` begins the names of new ones; ``known`` gives a name by a content's digest."""

    prefix: str
    known: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    """Names that stand for other pictures; new names are added."""
    new: dict[str, bytes] = field(default_factory=dict)
    """Content by the name that a sheet gives it, from the folder of the sheets."""

    def file(self, picture: Picture) -> str:
        """The name under which a sheet shows a picture."""
        digest = digest_of(picture.content)
        if digest not in self.known:
            content, ending = _as_shown(picture)
            name = self._free_name(ending)
            self.taken.add(name)
            self.known[digest] = name
            self.new[name] = content
        return self.known[digest]

    def _free_name(self, ending: str) -> str:
        number = 1
        while (name := f"{FOLDER}/{self.prefix}-{number}.{ending}") in self.taken:
            number += 1
        return name

    def shows(self, name: str) -> bool:
        """Whether a page can show the picture of that name."""
        return name.rpartition(".")[2] in {*SHOWN.values(), "jpeg"}


def digest_of(content: bytes) -> str:
    """What tells pictures apart."""
    return hashlib.sha256(content).hexdigest()


def _as_shown(picture: Picture) -> tuple[bytes, str]:
    """A picture's content and ending: as it stands where all documents can show it, else as PNG, else set apart.

    Its bytes are kept even where nobody can read them: ``fiche-1.emf``.
    """
    if picture.ending == "svg":
        return picture.content, "svg"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(picture.content), formats=(*SHOWN, *_TURNED)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return picture.content, f"{picture.ending}.trop-grande"
                if image.format in SHOWN and image.mode in MODES:
                    image.verify()
                    return picture.content, SHOWN[image.format]
                turned = io.BytesIO()
                image.convert("RGBA" if image.mode in ("RGBA", "LA", "PA") else "RGB").save(turned, "PNG")
                return turned.getvalue(), "png"
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        ending = picture.ending
        return picture.content, f"{ending}.illisible" if ending in {*SHOWN.values(), "jpeg"} else ending
