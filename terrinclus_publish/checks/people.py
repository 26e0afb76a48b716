"""Rules on the people to write to."""

from collections.abc import Iterator

from terrinclus_publish.checks.rule import Context, plain, quoted, warning
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche, Personne
from terrinclus_publish.reading import Source


def people(fiche: Fiche) -> Iterator[tuple[Path, str, Personne]]:
    """Every person of a sheet's contacts: path, organisation, person."""
    for index, contact in enumerate(fiche.contacts):
        for rank, person in enumerate(contact.personnes):
            yield ("contacts", index, "personnes", rank), contact.organisme, person


def one_person_an_address(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « the same address for two people »."""
    first: dict[str, str] = {}
    for path, _, person in people(source.model):
        if person.courriel is None:
            continue
        name = first.setdefault(person.courriel.casefold(), person.nom)
        if plain(name) != plain(person.nom):
            yield warning(
                source,
                (*path, "courriel"),
                "shared-address",
                f"{person.nom} a la même adresse que {name}",
                found=person.courriel,
                expected="Donnez l'adresse de chaque personne ; une adresse commune se donne à l'organisme",
            )


def one_organisation_a_person(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « the same person in two organisations »."""
    first: dict[str, tuple[int | str, str]] = {}
    for path, organisme, person in people(source.model):
        contact, name = first.setdefault(plain(person.nom), (path[1], organisme))
        if contact != path[1]:
            message = f"{person.nom} est à la fois dans {quoted(name)} et dans {quoted(organisme)}"
            expected = "Choisissez un seul organisme par personne"
            yield warning(
                source, (*path, "nom"), "person-in-two-organisations", message, found=person.nom, expected=expected
            )
