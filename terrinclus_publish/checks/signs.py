"""The rule on signs that no font of the theme has: what cannot be drawn is said here, with its place and its name."""

import unicodedata
from collections.abc import Iterator

from terrinclus_publish.checks.language import UNPRINTABLE
from terrinclus_publish.checks.rule import AnySource, Context, error
from terrinclus_publish.checks.texts import Kind, words_of
from terrinclus_publish.coverage import covered_signs
from terrinclus_publish.faults import Fault

MADE_OTHER = frozenset("\u2011")
"""Signs that the typography replaces before anything is drawn, in whatever language."""
SURE = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x180)) | frozenset(map(ord, "\n\t–—‘’“”«»…€•"))
"""Signs that any font for French has: the fonts are opened for others only."""


def the_fonts_have_every_sign(source: AnySource, context: Context) -> Iterator[Fault]:
    """A sign that the fonts lack would be drawn as an empty box (PDF/UA-1 7.21.8); ``language`` tells of lost ones."""
    for path, kind, text in words_of(source):
        rare = [sign for sign in dict.fromkeys(text) if ord(sign) not in SURE and sign not in MADE_OTHER]
        if kind is Kind.CODE or not rare:
            continue
        covered = covered_signs(context.collection)
        for sign in rare:
            if ord(sign) not in covered and not UNPRINTABLE.match(sign):
                name = unicodedata.name(sign, "sans nom")
                yield error(
                    source,
                    path,
                    "missing-glyph",
                    f"La police n'a pas le signe « {sign} » (U+{ord(sign):04X}, {name})",
                    found=sign,
                    expected="Remplacez ce signe, ou choisissez dans templates/theme.toml une police qui l'a",
                )
