"""What no page of a sheet shows, kept from the sheet that an import replaces: coordinates, logos drawn as SVG,
the short name, absences on purpose.
"""

from terrinclus_publish.fields import Data
from terrinclus_publish.wording import fold


def keep_unseen(old: Data, new: Data) -> Data:
    """The new sheet with what only the old one can know, where both name the same thing."""
    unseen: Data = {name: old[name] for name in ("nom_court", "absences") if name in old}
    kept = {**new, **unseen}
    if "lieux" in new:
        kept["lieux"] = [_with(place, old.get("lieux", []), "nom", ("latitude", "longitude")) for place in new["lieux"]]
    if "financeurs" in new:
        kept["financeurs"] = [_with_logo(funder, old.get("financeurs", [])) for funder in new["financeurs"]]
    return kept


def _with(item: Data, others: list[Data], key: str, names: tuple[str, ...]) -> Data:
    twin = next((other for other in others if fold(other.get(key, "")) == fold(item[key])), {})
    return {**item, **{name: twin[name] for name in names if name in twin and name not in item}}


def _with_logo(funder: Data, others: list[Data]) -> Data:
    """A drawing stands in a document as pixels: the drawing is the better of the two."""
    twin = next((other for other in others if fold(other["nom"]) == fold(funder["nom"])), {})
    return {**funder, "logo": twin["logo"]} if str(twin.get("logo", "")).endswith(".svg") else funder
