"""A whole sheet in its normal form."""

from collections.abc import Callable
from typing import Any

from terrinclus_publish.fields import Data, data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal.blocks import normal_focus, normal_picture, normal_project, normal_section
from terrinclus_publish.normal.ending import normal_contacts, normal_funders, normal_passages, normal_resources
from terrinclus_publish.normal.money import normal_money
from terrinclus_publish.normal.opening import (
    drop_headings,
    gather_credits,
    normal_authors,
    normal_axes,
    normal_carriers,
    normal_credits,
    normal_figures,
    normal_partners,
    normal_places,
)
from terrinclus_publish.normal.standard import Standard, normal_heading, normal_line, normal_text


def normal_form(fiche: Fiche, standard: Standard) -> Fiche:
    """The normal form of a sheet."""
    return Fiche.model_validate(normal_data(fiche, standard))


def normal_data(fiche: Fiche, standard: Standard) -> Data:
    """The normal form of a sheet, as mappings in the order of the format, without what is left out."""
    data = data_of(fiche)
    data.pop("absences", None)  # no page shows it
    for name, change in _FIELDS.items():
        if name in data:
            data[name] = change(data[name], standard)
    data.pop("nom_court", None)  # a word of the guide's own pages, not of the sheet's
    gather_credits(data)
    drop_headings(data, standard)
    return {name: value for name, value in data.items() if value not in (None, [], {})}


_FIELDS: dict[str, Callable[[Any, Standard], Any]] = {
    "titre": normal_heading,
    "chapeau": normal_line,
    "porteurs": normal_carriers,
    "partenaires": normal_partners,
    "periode": normal_text,
    "statut": normal_text,
    "lieux": normal_places,
    "preconisations": normal_axes,
    "chiffres": normal_figures,
    "pourquoi": normal_section,
    "projet": normal_project,
    "financement": normal_money,
    "focus": normal_focus,
    "ressources": normal_resources,
    "contacts": normal_contacts,
    "auteurs": normal_authors,
    "date": normal_text,
    "credits_photos": normal_credits,
    "illustration": normal_picture,
    "financeurs": normal_funders,
    "a_classer": normal_passages,
}
"""How each field of a sheet is normalised; the others say nothing that could be written in two ways."""
