"""One build of a collection: first what its sheets are worth, then the making."""

from collections.abc import Iterator
from dataclasses import dataclass

from terrinclus_publish.build.cache import open_cache
from terrinclus_publish.build.events import Event
from terrinclus_publish.build.inputs import Design
from terrinclus_publish.build.making import make
from terrinclus_publish.build.memory import Memory
from terrinclus_publish.build.plan import Plan
from terrinclus_publish.build.survey import Survey, Surveyor
from terrinclus_publish.build.wish import Wish


@dataclass(frozen=True, slots=True)
class Session:
    """A wish under way."""

    wish: Wish
    survey: Survey
    plan: Plan

    def make(self) -> Iterator[Event]:
        """Make what is out of date. Raises FaultsError on a broken theme, ClusterError where no cluster answers."""
        return make(self.plan)


def open_session(wish: Wish) -> Session:
    """Look at the sheets, and at the guide if it is wanted. Raises FaultsError on a broken theme or vocabulary."""
    design = Design(wish.collection)
    memory = Memory(open_cache(wish.collection), wish.collection, design.whole)
    survey = Surveyor(wish.collection, memory, wish.processes).survey(wish.sheets, bool(wish.guide_forms))
    return Session(wish, survey, Plan(wish, survey, design, memory))
