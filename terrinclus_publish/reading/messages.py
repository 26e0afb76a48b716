"""From what Pydantic refuses to French faults. Each error type has its own wording, chosen by type and field; the
English sentences of Pydantic are never looked at.
"""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from pydantic import ValidationError

from terrinclus_publish.faults import Fault, Path, Place, french
from terrinclus_publish.models import Bloc
from terrinclus_publish.reading import shapes, values
from terrinclus_publish.reading.fields import Model, homes, model_at, own_fields
from terrinclus_publish.reading.places import Places
from terrinclus_publish.reading.wording import Wording, clip, error, plural, word
from terrinclus_publish.reading.wrong import Wrong

_MOST = 200
"""Faults of values told of one file: each is compared with all names, and a hostile file may have 100 000."""

_LONGEST_KEY = 40
_ALIKE, _CLOSE = 0.6, 0.8
"""How much of a key its neighbour shares (difflib); more is asked of a key that is another part's own."""
_FEW = 2
"""Parts named for a key at the wrong level; ``titre`` and ``nom`` are at home in too many to be told."""
_SHIFT = (
    "Si ce champ fait partie du bloc écrit au-dessus, décalez la ligne de deux espaces de plus vers la droite. "
    "Sinon, un bloc est l'un des six : {names}"
)
_LIKENESS = " ; « {near} » lui ressemble"


def validation_faults(problem: ValidationError, model: Model, places: Places) -> list[Fault]:
    """All that a model refuses of one file, each at its place; beyond 200 faults, only their number."""
    errors = problem.errors(include_url=False)
    wrongs = [Wrong.of(details, model, places) for details in errors[:_MOST]]
    meant = {path for wrong in wrongs if wrong.kind == "extra_forbidden" for path in _meant(wrong)}
    faults = [_fault(wrong, places) for wrong in wrongs if wrong.kind != "missing" or wrong.path not in meant]
    if len(errors) > _MOST:
        rest = plural(len(errors) - _MOST, "autre faute", "autres fautes")
        wording = word("more-faults", "Ce fichier contient encore {rest}", "Corrigez d'abord les premières", rest=rest)
        faults.append(error(wording, Place(places.place(()).file)))
    return faults


def _meant(wrong: Wrong) -> list[Path]:
    """The field that a misspelt key stands for: it is not missing as well, one slip gives one message."""
    owner = model_at(wrong.model, wrong.path[:-1])
    if owner is None or owner is Bloc:
        return []
    key = str(wrong.path[-1])
    near = _nearest(key, own_fields(owner), _CLOSE if list(homes(wrong.model, key)) else _ALIKE)
    return [(*wrong.path[:-1], near)] if near else []


def empty_unknown(model: Model, places: Places) -> list[Fault]:
    """The fields left empty that do not exist: they never reach the model, which would refuse them."""
    faults: list[Fault] = []
    for path in sorted(places.empty, key=str):
        owner = model_at(model, path[:-1])
        if owner and path[-1] not in owner.model_fields and len(faults) < _MOST:
            faults.append(error(_unknown(model, path), places.key(path), str(path[-1]), path))
    return faults


def _fault(wrong: Wrong, places: Places) -> Fault:
    if wrong.kind == "extra_forbidden":
        return error(_unknown(wrong.model, wrong.path), places.key(wrong.path), wrong.name, wrong.path)
    if wrong.kind == "missing":
        place = places.key(wrong.path) if wrong.left_empty else places.place(wrong.path[:-1])
        return error(_missing(wrong), place, "", wrong.path)
    wording = WORDINGS.get(wrong.kind, values.refused)(wrong)
    part = _part(wrong)
    path = (*wrong.path, *part)
    return error(wording, places.place(path), "" if part else wrong.found, path)


def _part(wrong: Wrong) -> Path:
    """The part that a rule over several fields means, below the part that Pydantic names."""
    if wrong.kind in ("ligne_de_tableau", "montants_par_colonne"):
        return ("lignes", wrong.context["number"] - 1)
    return ("total",) if wrong.kind == "totaux_par_colonne" else ()


def _missing(wrong: Wrong) -> Wording:
    field = wrong.field
    if wrong.left_empty:
        message = "Le champ « {name} » est obligatoire, et il est vide"
    else:
        message = "Il manque le champ obligatoire « {name} »"
    if field.title.lower() != wrong.name:
        message += " ({title})"
    return word(
        "missing-field",
        message,
        "Écrivez « {name}: » suivi de sa valeur : {description}" if field.description else "Écrivez « {name}: »",
        name=wrong.name,
        title=field.title,
        description=field.description,
    )


def _unknown(model: Model, path: Path) -> Wording:
    """An unknown key: its nearest neighbour, else the part where it belongs, else what may stand here."""
    key = str(path[-1])
    owner = model_at(model, path[:-1])
    names = list(own_fields(owner)) if owner else []
    if owner is Bloc:
        return _unknown_block(key, names)
    there = list(homes(model, key))
    near = _nearest(key, names, _CLOSE if there else _ALIKE)
    message = "Le champ « {key} » n'existe pas ici" + (_LIKENESS if near else "")
    if near:
        expected = "Écrivez « {near}: »"
    elif there == [""]:
        expected = "Ce champ se met tout à gauche, sans espace devant : vérifiez l'alignement de la ligne"
    elif 0 < len(there) <= _FEW:
        expected = "Ce champ se met sous « {there} » : vérifiez l'alignement de la ligne"
    else:
        expected = "Les champs possibles ici sont : {names}"
    values = {"key": clip(key), "near": near, "there": french(" » ou « ").join(there), "names": ", ".join(names)}
    return word("unknown-key", message, expected, **values)


def _unknown_block(key: str, names: list[str]) -> Wording:
    near = _nearest(key, names, _ALIKE)
    return word(
        "unknown-key",
        "Le bloc « {key} » n'existe pas" + (_LIKENESS if near else ""),
        _SHIFT if not near and any(homes(Bloc, key)) else "Un bloc est l'un des six : {names}",
        key=clip(key),
        near=near,
        names=", ".join(names),
    )


def _nearest(key: str, names: Iterable[str], likeness: float) -> str:
    """The name that looks most like a key, capitals and accents left out; nothing when none does enough (0 to 1).

    A name that is not close begins as the key does: ``autre`` shares as many letters with ``date`` as ``chapo`` with
    ``chapeau``.
    """
    if len(key) > _LONGEST_KEY:
        return ""
    plain = unicodedata.normalize("NFKD", key.strip().lower().replace(" ", "_").replace("-", "_"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    alike = difflib.get_close_matches(letters, list(names), n=3, cutoff=likeness)
    close = difflib.get_close_matches(letters, alike, n=1, cutoff=_CLOSE)
    return next(iter([*close, *(name for name in alike if name[0] == letters[0])]), "")


WORDINGS: Mapping[str, Callable[[Wrong], Wording]] = {
    "string_type": shapes.not_a_text,
    "list_type": shapes.not_a_list,
    "model_type": shapes.not_fields,
    "bool_type": values.not_yes_or_no,
    "int_type": values.not_an_integer,
    "float_type": values.not_a_number,
    "decimal_type": values.not_an_amount,
    "too_short": shapes.too_few,
    "too_long": shapes.too_many,
    "string_too_short": values.empty,
    "string_too_long": values.too_long,
    "string_pattern_mismatch": values.badly_written,
    "literal_error": values.not_a_choice,
    "int_parsing": values.not_an_integer,
    "int_parsing_size": values.not_an_integer,
    "float_parsing": values.not_a_number,
    "greater_than_equal": values.out_of_range,
    "less_than_equal": values.out_of_range,
    "montant": values.not_an_amount,
    "montant_ambigu": values.ambiguous_amount,
    "oui_non": values.not_yes_or_no,
    "edition": values.not_an_edition,
    "bloc": shapes.not_one_block,
    "partenaire_vide": shapes.empty_partner,
    "ligne_financement": shapes.several_amounts,
    "ligne_de_tableau": shapes.row_width,
    "montants_par_colonne": shapes.amounts_width,
    "totaux_par_colonne": shapes.totals_width,
}
"""The wording of every error type that a sheet can bring about, ``missing`` and ``extra_forbidden`` aside."""
