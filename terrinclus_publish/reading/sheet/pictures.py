"""The pictures of a document, taken out to files; those that the collection has already keep their names."""

import hashlib
from dataclasses import dataclass, field

from terrinclus_publish.reading.document import Picture

FOLDER = "images"
TO_DESCRIBE = "À compléter : ce que montre l'image"


@dataclass
class Pictures:
    """Gathers pictures. ``prefix`` begins the names of new ones; ``known`` gives a name by a content's digest."""

    prefix: str
    known: dict[str, str] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    """Content by the name that a sheet gives it, from the folder of the sheets."""

    def file(self, picture: Picture) -> str:
        """The name under which a sheet shows a picture."""
        digest = digest_of(picture.content)
        if digest not in self.known:
            name = f"{FOLDER}/{self.prefix}-{len(self.new) + 1}.{picture.ending}"
            self.known[digest] = name
            self.new[name] = picture.content
        return self.known[digest]


def digest_of(content: bytes) -> str:
    """What tells pictures apart."""
    return hashlib.sha256(content).hexdigest()
