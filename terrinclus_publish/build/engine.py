"""The digest of the program itself: another version of it, or of a library that shapes documents, makes them anew."""

import sys
import zlib
from functools import lru_cache
from pathlib import Path

import terrinclus_publish
from terrinclus_publish.build.digests import digest, file_digest

LIBRARIES = frozenset(
    {
        *("babel", "font_source_sans_pro", "font_source_serif_pro", "fontawesomefree", "fonttools", "jinja2", "lxml"),
        *("markdown_it_py", "markupsafe", "mdit_py_plugins", "pillow", "pydantic", "pydantic_core", "pyphen"),
        *("python_docx", "pyyaml", "reportlab", "resvg_py"),
    }
)
"""The packages whose version may change a document."""


@lru_cache(maxsize=1)
def engine_digest() -> str:
    """The digest of the package's own files, of the libraries' versions and of Python's.

    Why not the version alone: in a source checkout, code changes and the version does not.
    """
    folder = Path(terrinclus_publish.__file__).parent
    files = sorted(file for suffix in ("py", "json") for file in folder.rglob(f"*.{suffix}"))
    code = [part for file in files for part in (file.relative_to(folder).as_posix(), file_digest(file))]
    python = ".".join(map(str, sys.version_info[:3]))
    return digest([terrinclus_publish.__version__, python, zlib.ZLIB_RUNTIME_VERSION, *installed(sys.path), *code])


def installed(folders: list[str]) -> list[str]:
    """The names and versions of LIBRARIES in folders of packages, as their ``.dist-info`` folders give them."""
    found = set()
    for folder in map(Path, folders):
        if folder.is_dir():
            for entry in folder.glob("*.dist-info"):
                name = entry.name.partition("-")[0].lower().replace(".", "_")
                if name in LIBRARIES:
                    found.add(entry.name)
    return sorted(found)
