"""Languages as Word names them: with a country."""

from functools import lru_cache

from babel.core import get_global


@lru_cache(maxsize=64)
def word_language(tag: str) -> str:
    """``fr-FR`` for ``fr``: the country where CLDR finds a language most likely spoken; a tag with a country stays."""
    if "-" in tag:
        return tag
    likely = get_global("likely_subtags").get(tag, tag)
    return f"{tag}-{likely.rpartition('_')[2]}" if "_" in likely else tag
