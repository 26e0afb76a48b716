"""Editorial rules on valid sheets. Sheets come in with the places of their fields, faults go out; nothing is changed.

A rule is a named function ``(source, context)`` that yields faults; adding one is adding a row to a table below.
What needs the layout (lengths in lines, resolutions) is measured by the PDF renderer, as the same fault values.
"""

from collections.abc import Callable, Iterator, Mapping

from terrinclus_publish.checks import (
    completeness,
    cost,
    embedding,
    extent,
    guide,
    language,
    money,
    people,
    pictures,
    signs,
    skeleton,
    vocabulary,
)
from terrinclus_publish.checks.rule import AnySource, Context
from terrinclus_publish.faults import Fault
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import Source

__all__ = ["GUIDE_RULES", "RULES", "SHARED_RULES", "Context", "check_fiche", "check_guide"]

SHARED_RULES: tuple[Callable[[AnySource, Context], Iterator[Fault]], ...] = (
    vocabulary.known_language,
    pictures.pictures_can_be_printed,
    pictures.alternatives_describe,
    extent.short_enough_for_its_place,
    extent.no_endless_word_at_the_head,
    extent.few_enough_for_the_back_cover,
    extent.no_endless_markup,
    language.every_text,
    signs.the_fonts_have_every_sign,
    embedding.the_fonts_may_be_embedded,
    language.french_typography,
    skeleton.nothing_left_of_the_skeleton,
)
"""Rules on sheets and on the guide alike."""

RULES: tuple[Callable[[Source[Fiche], Context], Iterator[Fault]], ...] = (
    vocabulary.known_themes,
    vocabulary.known_axes,
    vocabulary.known_goals,
    vocabulary.known_countries,
    vocabulary.nothing_twice,
    money.totals_add_up,
    money.sub_totals_add_up,
    money.the_note_explains_a_gap,
    money.no_total_among_the_lines,
    cost.the_cost_agrees_with_the_table,
    completeness.expected_parts,
    completeness.absences_are_true,
    completeness.axes_have_points,
    completeness.nothing_left_to_place,
    completeness.short_enough,
    completeness.few_themes,
    people.one_person_an_address,
    people.one_organisation_a_person,
    *SHARED_RULES,
)
"""Rules on a sheet, in the order of their faults where they share a place."""

GUIDE_RULES: tuple[Callable[[Source[Guide], Mapping[str, Source[Fiche]], Context], Iterator[Fault]], ...] = (
    guide.sheets_exist,
    guide.sheets_listed_once,
    guide.pilot_projects_have_their_sheet,
    guide.no_sheet_forgotten,
    guide.one_organisation_a_person_in_the_guide,
)
"""Rules on the guide that need its sheets."""


def check_fiche(source: Source[Fiche], context: Context) -> list[Fault]:
    """The faults of a sheet that the model cannot see, from top to bottom."""
    return sorted((fault for rule in RULES for fault in rule(source, context)), key=Fault.sort_key)


def check_guide(source: Source[Guide], fiches: Mapping[str, Source[Fiche]], context: Context) -> list[Fault]:
    """The faults of the guide, and those between its sheets; the sheets' own come from ``check_fiche``."""
    shared = [fault for rule in SHARED_RULES for fault in rule(source, context)]
    whole = [fault for rule in GUIDE_RULES for fault in rule(source, fiches, context)]
    return sorted(shared + whole, key=Fault.sort_key)
