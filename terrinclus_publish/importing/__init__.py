"""Files of word processors to sheets of a collection: read, compared with what is there, written only when asked."""

from terrinclus_publish.importing.changes import Change, changes
from terrinclus_publish.importing.files import read_document
from terrinclus_publish.importing.sheets import (
    Import,
    Incoming,
    filled_fields,
    plan_import,
    write_import,
    write_outside,
)

__all__ = [
    "Change",
    "Import",
    "Incoming",
    "changes",
    "filled_fields",
    "plan_import",
    "read_document",
    "write_import",
    "write_outside",
]
