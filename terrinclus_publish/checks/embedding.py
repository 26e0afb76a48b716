"""The rule on fonts that forbid being carried by a document: Word's readers then see another one."""

from collections.abc import Iterator
from functools import lru_cache

from terrinclus_publish.checks.rule import AnySource, Context, warning
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault
from terrinclus_publish.fontrights import read_rights
from terrinclus_publish.theme import load_theme


def the_fonts_may_be_embedded(source: AnySource, context: Context) -> Iterator[Fault]:
    """A font whose maker forbids it is not put into Word files (OpenType, ``OS/2.fsType``)."""
    for name in _forbidden(context.collection):
        yield warning(
            source,
            (),
            "font-not-embedded",
            f"La police « {name} » interdit d'être incorporée : sur un ordinateur qui ne l'a pas, Word en montre une "
            "autre",
            expected="Choisissez dans templates/theme.toml une police à licence libre, ou acquérez une licence qui le "
            "permet",
        )


@lru_cache(maxsize=4)
def _forbidden(collection: Collection) -> tuple[str, ...]:
    """The names of the theme's font files that may not be embedded."""
    theme = load_theme(collection)
    used = {(style.police, style.graisse) for style in theme.styles.values()}
    files = {theme.polices[family].file(weight, collection.root) for family, weight in used}
    return tuple(sorted(file.stem for file in files if not read_rights(file).embedding))
