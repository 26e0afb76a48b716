"""What is made, in which order, and in which process: the only stage that decides it. Nothing here prints.

``survey`` tells what is known of the sheets, ``plan`` which files are out of date, ``making`` has them made. Those
three and what they import load no reader, template engine or renderer: where nothing has changed, none is needed.
``work`` carries out orders, here, in other processes or on other machines, with ``review``, ``documents`` and
``rendering``.
"""

from terrinclus_publish.build.events import Event, Failed, Made, Planned, Waiting
from terrinclus_publish.build.formats import OWN, Format
from terrinclus_publish.build.session import Session, open_session
from terrinclus_publish.build.wish import Wish

__all__ = ["OWN", "Event", "Failed", "Format", "Made", "Planned", "Session", "Waiting", "Wish", "open_session"]
