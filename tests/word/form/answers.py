"""A form filled in from a sheet's data: each field that the form asks for, in the order of its page."""

from terrinclus_publish.fields import Data
from terrinclus_publish.tree import Element
from terrinclus_publish.vocabulary import Vocabulary
from word.form.filling import Filling


def fill_in(content: bytes, data: Data, vocabulary: Vocabulary) -> bytes:
    """The form of a sheet as its author leaves it; prompts stay where the data says nothing."""
    form = Filling(content)
    _identity(form, data, vocabulary)
    _project(form, data, vocabulary)
    for table in data.get("financement", ()):
        nature = table.get("nature", "financement")
        for row, line in zip(form.rows(form.root, nature, len(table["lignes"])), table["lignes"], strict=True):
            amount = line.get("mention") or " ".join(filter(None, [line.get("montant"), line.get("precision")]))
            form.answer(row, **{f"{nature}_libelle": line["libelle"], f"{nature}_montant": amount})
        if "ecart" in table:
            form.answer(form.root, financement_ecart=table["ecart"])
    _focus(form, data.get("focus", {}))
    _ending(form, data)
    return form.to_bytes()


def _identity(form: Filling, data: Data, vocabulary: Vocabulary) -> None:
    root = form.root
    form.answer(root, titre=data.get("titre"), chapeau=data.get("chapeau"))
    lists = {
        "porteur": data.get("porteurs", ()),
        "partenaire": data.get("partenaires", ()),
        "lieu": data.get("lieux", ()),
        "thematique": [vocabulary.thematiques[slug].nom for slug in data.get("thematiques", ())],
        "financeur": [funder["nom"] for funder in data.get("financeurs", ())],
    }
    for name, values in lists.items():
        for row, value in zip(form.rows(root, name, len(values)), values, strict=bool(values)):
            form.answer(row, **{name: value})
    form.answer(root, periode=data.get("periode"), statut=data.get("statut"))
    figures = data.get("chiffres", ())
    for row, figure in zip(form.rows(root, "chiffre", len(figures)), figures, strict=bool(figures)):
        form.answer(row, chiffre_valeur=figure["valeur"], chiffre_legende=figure["legende"])


def _project(form: Filling, data: Data, vocabulary: Vocabulary) -> None:
    root = form.root
    form.answer(root, pourquoi=data.get("pourquoi"))
    axes = data.get("preconisations", ())
    for row, axis in zip(form.rows(root, "axe", len(axes)), axes, strict=bool(axes)):
        name = vocabulary.axes[axis["axe"]].nom
        form.answer(row, axe=name, axe_introduction=axis.get("introduction"), axe_points=axis.get("points"))
    goals = data.get("odd", ())
    for row, goal in zip(form.rows(root, "odd", len(goals)), goals, strict=bool(goals)):
        form.answer(row, odd=f"ODD {goal} : {vocabulary.odd[goal].nom}")
    project = data.get("projet", {})
    form.answer(root, **{name: project.get(name) for name in ("genese", "objectifs", "acteurs")})
    others = project.get("autres", ())
    for row, other in zip(form.rows(root, "autre", len(others)), others, strict=bool(others)):
        form.answer(row, autre_titre=other["titre"], autre_contenu=other["contenu"])


def _focus(form: Filling, focus: Data) -> None:
    form.answer(form.root, focus_titre=focus.get("titre"), focus_introduction=focus.get("introduction"))
    parts = focus.get("parties", ())
    for row, part in zip(form.rows(form.root, "partie", len(parts)), parts, strict=bool(parts)):
        form.answer(row, partie_titre=part["titre"], partie_contenu=part["contenu"])
        for kind in ("paroles", "encadre"):
            _boxes(form, row, kind, part.get(kind, ()))
    _boxes(form, form.root, "regard", focus.get("regard", ()))


def _boxes(form: Filling, scope: Element, kind: str, boxes: list[Data]) -> None:
    for row, box in zip(form.rows(scope, kind, len(boxes)), boxes, strict=bool(boxes)):
        form.answer(row, **{f"{kind}_{name}": value for name, value in box.items()})


def _ending(form: Filling, data: Data) -> None:
    groups, contacts = data.get("ressources", ()), data.get("contacts", ())
    for row, group in zip(form.rows(form.root, "ressource", len(groups)), groups, strict=bool(groups)):
        form.answer(row, ressource_titre=group.get("titre"), ressource_entrees=group["entrees"])
    for row, contact in zip(form.rows(form.root, "contact", len(contacts)), contacts, strict=bool(contacts)):
        form.answer(row, **{f"contact_{name}": value for name, value in contact.items() if name != "personnes"})
        people = contact.get("personnes", ())
        for place, person in zip(form.rows(row, "personne", len(people)), people, strict=bool(people)):
            form.answer(place, **{f"personne_{name}": value for name, value in person.items()})
    form.answer(form.root, **{name: data.get(name) for name in ("auteurs", "date", "credits_photos")})
