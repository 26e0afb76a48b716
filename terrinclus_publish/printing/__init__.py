"""Pages on paper: binding, stock, profiles, imposition, numbered copies. Knows PDF files, no sheets."""

from terrinclus_publish.printing.copies import CopyWriter, Stamp
from terrinclus_publish.printing.imposition import Booklet, impose, last_page_place
from terrinclus_publish.printing.paper import Binding, Stock, parse_stock, usual_binding
from terrinclus_publish.printing.profiles import find_condition
from terrinclus_publish.printing.recipients import Recipients, read_recipients

__all__ = [
    "Binding",
    "Booklet",
    "CopyWriter",
    "Recipients",
    "Stamp",
    "Stock",
    "find_condition",
    "impose",
    "last_page_place",
    "parse_stock",
    "read_recipients",
    "usual_binding",
]
