"""The blank form of a sheet: content controls with prompts, drop-downs, rows that may be added, in a sheet's styles."""

from terrinclus_publish.word.form.page import Words
from terrinclus_publish.word.form.render import render_form

__all__ = ["Words", "render_form"]
