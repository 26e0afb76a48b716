"""Wishes as the command line makes them, and what comes of them."""

from terrinclus_publish.build import OWN, Format, Wish, open_session


def wish(collection, *, sheets=None, fiche_forms=(), guide_forms=(), **more):
    """A wish for all sheets, or for those of these names."""
    files = [file for file in collection.sheet_files() if sheets is None or file.stem in sheets]
    return Wish(collection, tuple(files), tuple(fiche_forms), tuple(guide_forms), collection.output, **more)


def everything(collection, **more):
    """A wish for every sheet and the guide, in every format that needs no other program."""
    return wish(collection, fiche_forms=OWN, guide_forms=(Format.PDF, Format.DOCX), **more)


def make(asked):
    """The events of a wish."""
    return list(open_session(asked).make())


def contents(folder):
    """The content of every file under a folder, by its path in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
