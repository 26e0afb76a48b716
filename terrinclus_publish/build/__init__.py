"""What is made, and in which order: the only stage that decides it. Nothing here prints.

``review`` reads and checks files of a collection; ``plan`` says which documents follow; ``making`` makes them, one
event after the other.
"""

from terrinclus_publish.build.making import Event, Failed, Made, Started, make
from terrinclus_publish.build.plan import FicheJob, Format, GuideJob, Job, plan_fiches, plan_guide
from terrinclus_publish.build.review import Review, review_fiches, review_guide

__all__ = [
    "Event",
    "Failed",
    "FicheJob",
    "Format",
    "GuideJob",
    "Job",
    "Made",
    "Review",
    "Started",
    "make",
    "plan_fiches",
    "plan_guide",
    "review_fiches",
    "review_guide",
]
