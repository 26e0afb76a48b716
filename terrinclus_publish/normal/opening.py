"""The opening of a sheet in its normal form: carriers, partners, places, axes, key figures."""

from collections.abc import Sequence

from terrinclus_publish.fields import Data
from terrinclus_publish.normal.standard import (
    Standard,
    normal_line,
    normal_text,
    normal_texts,
)
from terrinclus_publish.printed import (
    partners_line,
    places_line,
    read_partners,
    read_places,
    split_carriers,
    split_names,
)
from terrinclus_publish.prose import Span, flat_text, settled, tidy


def normal_carriers(names: list[str], standard: Standard) -> list[str]:
    """Carriers, as the line that joins them gives them back."""
    names = normal_texts(names, standard)
    return [part for name in names for part in split_carriers(name)] if len(names) > 1 else names


def normal_authors(names: list[str], standard: Standard) -> list[str]:
    """Authors, as their line gives them back."""
    names = normal_texts(names, standard)
    return split_names(", ".join(names)) if len(names) > 1 else names


def normal_credits(names: list[str], standard: Standard) -> list[str]:
    """Credits, as their line gives them back."""
    return split_names(", ".join(normal_texts(names, standard)))


def normal_partners(partners: list[Data], standard: Standard) -> list[Data]:
    """Partners, as their line gives them back."""
    several = len(partners) > 1 or any(
        p.get("pluriel") or (len(p.get("pays", "x")) > 1 and "nom" not in p) for p in partners
    )
    line = settled(tidy(partners_line(partners, standard.countries)), standard.language)
    return read_partners(line, several, standard.countries)


def normal_places(places: list[Data], standard: Standard) -> list[Data]:
    """Places, as their line gives them back."""
    line = settled((Span(places_line(places, standard.countries)),), standard.language)
    return read_places(flat_text(line), standard.countries)


def normal_axes(axes: list[Data], standard: Standard) -> list[Data]:
    """Axes in the order of their tiles; what details an axis that has two tiles stands at the first of them."""
    details = [axis for axis in axes if axis.get("introduction") or axis.get("points")]
    return attach([axis["axe"] for axis in axes], [_axis(axis, standard) for axis in details])


def attach(tiles: Sequence[str], details: Sequence[Data]) -> list[Data]:
    """Axes with their details, at the first free tile of the same axis; details without a tile get one at the end."""
    axes: list[Data] = [{"axe": tile} for tile in tiles]
    for detail in details:
        free = next((axis for axis in axes if axis["axe"] == detail["axe"] and len(axis) == 1), None)
        if free is None:
            free = {"axe": detail["axe"]}
            axes.append(free)
        free.update(detail)
    return axes


def _axis(axis: Data, standard: Standard) -> Data:
    changed: Data = {"axe": axis["axe"]}
    if "introduction" in axis:
        changed["introduction"] = normal_line(axis["introduction"], standard)
    if axis.get("points"):
        changed["points"] = [normal_line(point, standard) for point in axis["points"]]
    return changed


def normal_figures(figures: list[Data], standard: Standard) -> list[Data]:
    """Key figures."""
    return [
        {"valeur": normal_text(f["valeur"], standard), "legende": normal_line(f["legende"], standard)} for f in figures
    ]


def gather_credits(data: Data) -> None:
    """The opening picture's credit is printed among the others."""
    credit = data.get("illustration", {}).pop("credit", None)
    if credit and credit not in data.get("credits_photos", ()):
        data["credits_photos"] = [*data.get("credits_photos", ()), *split_names(credit)]


def drop_headings(data: Data, standard: Standard) -> None:
    """Uniform headings are the layout's."""
    if standard.is_label(data.get("pourquoi", {}).get("titre", ""), "fiche.pourquoi"):
        data["pourquoi"].pop("titre")
    for group in data.get("ressources", ()):
        if standard.is_label(group.get("titre", ""), "fiche.ressources_sans_titre"):
            group.pop("titre")
