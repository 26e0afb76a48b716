"""What no page of a sheet shows, kept from the sheet that an import replaces: coordinates, logos drawn as SVG,
the short name, absences on purpose, whose the opening picture is.
"""

from terrinclus_publish.fields import Data
from terrinclus_publish.wording import fold


def keep_unseen(old: Data, new: Data) -> Data:
    """The new sheet with what only the old one can know, where both name the same thing."""
    kept = {**new, **({"nom_court": old["nom_court"]} if "nom_court" in old else {})}
    if "lieux" in new:
        kept["lieux"] = [_with(place, old.get("lieux", []), "nom", ("latitude", "longitude")) for place in new["lieux"]]
    if "financeurs" in new:
        kept["financeurs"] = [_with_logo(funder, old.get("financeurs", [])) for funder in new["financeurs"]]
    if "illustration" in new:
        kept["illustration"] = _with_credit(new["illustration"], old.get("illustration", {}), new)
    if missing := [name for name in old.get("absences", []) if name not in new]:
        kept["absences"] = missing
    return kept


def _with(item: Data, others: list[Data], key: str, names: tuple[str, ...]) -> Data:
    twin = next((other for other in others if fold(other.get(key, "")) == fold(item[key])), {})
    return {**item, **{name: twin[name] for name in names if name in twin and name not in item}}


def _with_logo(funder: Data, others: list[Data]) -> Data:
    """A drawing stands in a document as pixels: the drawing is the better of the two."""
    twin = next((other for other in others if fold(other["nom"]) == fold(funder["nom"])), {})
    return {**funder, "logo": twin["logo"]} if str(twin.get("logo", "")).endswith(".svg") else funder


def _with_credit(picture: Data, before: Data, new: Data) -> Data:
    """Whose the opening picture is stands among the credits at the end, with no word of which picture is meant."""
    same = before.get("fichier") == picture.get("fichier") and "credit" not in picture
    if same and before.get("credit") in new.get("credits_photos", []):
        return {**picture, "credit": before["credit"]}
    return picture
