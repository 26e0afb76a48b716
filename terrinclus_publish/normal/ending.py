"""The ending of a sheet in its normal form: resources, contacts, funders, passages to be sorted."""

from dataclasses import replace

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Contact, Personne
from terrinclus_publish.normal.standard import (
    Standard,
    joined_markdown,
    normal_text,
)
from terrinclus_publish.printed import read_person, read_reach
from terrinclus_publish.prose import Span, read_line, tidy
from terrinclus_publish.prose.spans import Spans


def normal_resources(groups: list[Data], standard: Standard) -> list[Data]:
    """Groups of resources."""
    return [
        {
            **({"titre": normal_text(group["titre"], standard)} if "titre" in group else {}),
            "entrees": [_reference(read_line(e["texte"]), e.get("url", ""), standard) for e in group["entrees"]],
        }
        for group in groups
    ]


def _reference(spans: Spans, url: str, standard: Standard) -> Data:
    linked = tidy(replace(span, link=url or span.link) for span in spans)
    return reference(linked, standard)


def reference(spans: Spans, standard: Standard) -> Data:
    """A resource: one link around the whole text is its address."""
    links = {span.link for span in spans}
    if len(links) == 1 and (url := links.pop()):
        return {"texte": standard.line([replace(span, link="") for span in spans]), "url": url}
    return {"texte": standard.line(spans)}


def normal_contacts(contacts: list[Data], standard: Standard) -> list[Data]:
    """Contacts."""
    return [_contact(contact, standard) for contact in contacts]


def _contact(contact: Data, standard: Standard) -> Data:
    changed: Data = {"organisme": normal_text(contact["organisme"], standard)}
    read_reach(_reach_lines(contact, standard), changed, "adresse")
    ordered = {name: changed[name] for name in Contact.model_fields if name in changed}
    people = [_person(person, standard) for person in contact.get("personnes", ())]
    return {**ordered, **({"personnes": people} if people else {})}


def _reach_lines(fields: Data, standard: Standard) -> list[Spans]:
    lines: list[Spans] = []
    if "adresse" in fields:
        lines.append((Span(normal_text(fields["adresse"], standard)),))
    if "telephone" in fields:
        lines.append(tidy([Span(fields["telephone"])]))
    if "courriel" in fields:
        lines.append((Span(fields["courriel"], link=f"mailto:{fields['courriel']}"),))
    if "site" in fields:
        lines.append((Span(fields["site"], link=fields["site"]),))
    return lines


def _person(person: Data, standard: Standard) -> Data:
    first = [Span(normal_text(person["nom"], standard), bold=True)]
    if "fonction" in person:
        first.append(Span(f", {normal_text(person['fonction'], standard)}"))
    reach: Data = {name: person[name] for name in ("courriel", "telephone") if name in person}
    read = read_person([tidy(first), *reversed(_reach_lines(reach, standard))])
    return {name: read[name] for name in Personne.model_fields if name in read}


def normal_funders(funders: list[Data], standard: Standard) -> list[Data]:
    """Funders."""
    return [{**funder, "nom": normal_text(funder["nom"], standard)} for funder in funders]


def normal_passages(passages: list[Data], standard: Standard) -> list[Data]:
    """Passages to be sorted; one without a place goes with the next."""
    changed: list[Data] = []
    waiting: list[str] = []
    for passage in passages:
        waiting.append(passage["texte"])
        if "ou" in passage:
            changed.append({"texte": joined_markdown(waiting, standard), "ou": normal_text(passage["ou"], standard)})
            waiting = []
    return [*changed, *([{"texte": joined_markdown(waiting, standard)}] if waiting else [])]
