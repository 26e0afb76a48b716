"""The normal form of a sheet: what a printed sheet says, written in one way only. ``normal_form`` is idempotent.

French typography is applied, in signs that a keyboard has; Markdown is written in one way; what is left to its default,
and what can be computed (totals that add up, uniform headings), is left out. What no page shows is left out too, so
that a document read back equals the sheet it came from:

- coordinates of places, ``pluriel`` where several partners are named, the caption of an opening picture, a function
  without a person, bold in headings, addresses inside the document (``#…``), deeper levels of lists;
- fields that a page prints on one line are those that the line gives back: « A, B (Maroc) » is two partners, a dash
  parts two carriers, a comma two authors;
- a part of « regard » without a title continues the one before; a passage to be sorted without a place, the one after;
- a table or picture at the end of a box stands after the box.

The import keeps what no page shows where the sheet that it replaces has it (``reading.keeping``).
"""

from terrinclus_publish.normal.ending import reference
from terrinclus_publish.normal.money import cents, without_computed_total
from terrinclus_publish.normal.opening import attach
from terrinclus_publish.normal.sheet import normal_data, normal_form
from terrinclus_publish.normal.standard import Standard

__all__ = ["Standard", "attach", "cents", "normal_data", "normal_form", "reference", "without_computed_total"]
