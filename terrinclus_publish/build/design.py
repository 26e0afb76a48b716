"""The collection's theme, as a build may use it."""

from functools import lru_cache

from terrinclus_publish.collection import Collection
from terrinclus_publish.contrast import check_contrast
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.theme import Theme, load_theme


def sound_theme(collection: Collection) -> Theme:
    """The theme, once its texts are known to be legible.

    Raises FaultsError on a broken theme, and on colours too close to one another.
    """
    files = (folder / "theme.toml" for folder in collection.template_folders)
    return _checked(collection, tuple(file.read_bytes() for file in files if file.is_file()))


@lru_cache(maxsize=4)
def _checked(collection: Collection, contents: tuple[bytes, ...]) -> Theme:
    """The theme of files of these contents: every document needs it."""
    theme = load_theme(collection)
    if faults := list(check_contrast(theme)):
        raise FaultsError(faults)
    return theme
