"""Language tags as a sheet writes them: as short as they can be without meaning another language."""

from functools import lru_cache

from babel.core import get_global


@lru_cache(maxsize=256)
def short_tag(tag: str) -> str:
    """``es`` for ``es-ES``: the country goes where CLDR finds it the most likely one; nothing for no language."""
    tag = tag.replace("_", "-")
    if tag.lower() in ("", "x-none", "zxx", "und"):
        return ""
    language, _, rest = tag.partition("-")
    likely = get_global("likely_subtags").get(language, language)
    return language.lower() if rest.upper() == likely.rpartition("_")[2].upper() or language.lower() == "fr" else tag
