"""The end of a sheet as it is typed freely: resources, contacts, credits, funders, line by line."""

import re
from dataclasses import dataclass, field

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Contact, Personne
from terrinclus_publish.normal import reference
from terrinclus_publish.printed import read_reach
from terrinclus_publish.prose import Span, flat_text, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line
from terrinclus_publish.reading.sheet.place import Reading

BY_LINE = frozenset({"credits_photos", "auteurs", "porteurs"})
"""Fields that take a value from each line."""
_EMAIL = re.compile(r"[^@\s<>()\[\],;:]+@[^@\s<>()\[\],;:]+\.[^@\s<>()\[\],;:.]{2,}")
_PHONE = re.compile(
    r"(?:t[ée]l(?:[ée]phone)?\.?\s*:?\s*)?(?P<number>[+(\d](?:[\s.()-]*\d){7,}[\d\s.()-]*)", re.IGNORECASE
)


@dataclass
class Ending:
    """Gathers contacts and references until their section ends."""

    walk: Reading
    contacts: list[Data] = field(default_factory=list)
    groups: list[Data] = field(default_factory=list)

    def line(self, line: Line) -> bool:
        """Read a line of these sections; whether it is one."""
        match self.walk.section:
            case "contacts":
                for spans in line.lines():
                    self._contact(spans)
            case "ressources":
                self._references(line)
            case "financeurs":
                for spans in line.lines():
                    self.walk.making.put("financeurs", [{"nom": self.walk.standard.text(spans)}])
            case _:
                return False
        return True

    def finish(self) -> None:
        """Put what was gathered into its fields."""
        self.walk.making.put("contacts", [_ordered(contact) for contact in self.contacts])
        self.walk.making.put("ressources", [group for group in self.groups if group["entrees"]])
        for group in self.groups:
            if not group["entrees"]:
                self.walk.making.keep_text(group.get("titre", ""))
        self.contacts, self.groups = [], []

    # --- contacts ----------------------------------------------------------------------------------------------------

    def _contact(self, spans: Spans) -> None:
        """An organisation, a person with a function, a function that goes on, or a way to reach them."""
        text = flat_text(spans).strip()
        here = self._last()
        address = _EMAIL.search(text)
        if address and (named := _named(text.replace(address[0], " "))):
            self._contact((Span(named),))
            self._reach(self._last() or {}, "courriel", address[0])
        elif address and here is not None:
            self._reach(here, "courriel", address[0])
        elif (phone := _PHONE.fullmatch(text)) and here is not None:
            self._reach(here, "telephone", phone["number"].strip())
        elif self._goes_on(here, text):
            assert here is not None
            here["fonction"] = self._plain(f"{here['fonction']} {text}")
        elif "," in text and self.contacts:
            name, _, function = text.partition(",")
            person = {"nom": self._plain(name), "fonction": self._plain(function)}
            self.contacts[-1].setdefault("personnes", []).append({k: v for k, v in person.items() if v})
            self.open = not text.endswith((":", ","))
        elif spans and spans[0].bold and self.contacts and not text.endswith(":"):
            self.contacts[-1].setdefault("personnes", []).append({"nom": self._plain(text)})
        elif text.startswith(("http://", "https://", "www.")) and here is not None:
            read_reach([tidy([Span(text)])], self.contacts[-1], "adresse")
        else:
            self.contacts.append({"organisme": self._plain(text)})
            self.open = False

    open: bool = False
    """Whether the function of the last person goes on, on the next line."""

    def _goes_on(self, here: Data | None, text: str) -> bool:
        return bool(here and self.open and "fonction" in here and "courriel" not in here and text)

    def _last(self) -> Data | None:
        """Who was named last: a person, else an organisation."""
        if not self.contacts:
            return None
        people = self.contacts[-1].get("personnes")
        return people[-1] if people else self.contacts[-1]

    def _reach(self, here: Data, name: str, value: str) -> None:
        if name in here:
            self.walk.making.keep_text(value)
        else:
            here[name] = value
        self.open = False

    def _plain(self, text: str) -> str:
        return self.walk.standard.text([Span(text.strip(" ,:;"))])

    # --- resources ---------------------------------------------------------------------------------------------------

    def _references(self, line: Line) -> None:
        """A group's title, alone or above its references; else a reference."""
        lines = _joined(line.lines())
        first = flat_text(lines[0]).strip()
        if first.endswith(":") or (len(lines) > 1 and line.mark is not None and len(first) < 80):
            self.groups.append({"titre": self._plain(first), "entrees": []})
            lines = lines[1:]
        for spans in lines:
            if not self.groups:
                self.groups.append({"entrees": []})
            self.groups[-1]["entrees"].append(reference(spans, self.walk.standard))


def _named(rest: str) -> str:
    """Who is named on a line beside an address, the word « courriel » left aside."""
    bare = rest.strip(" ;:,.()<>–-")
    return re.sub(r"(?:^|[\s,;(–-]+)(?:adresse\s+)?(?:e-?mail|courriel|m[ée]l)$", "", bare, flags=re.IGNORECASE).strip(
        " :;,"
    )


def _joined(lines: list[Spans]) -> list[Spans]:
    """Lines of references; one that ends with a comma goes on."""
    joined: list[Spans] = []
    for spans in lines:
        if joined and flat_text(joined[-1]).endswith(","):
            joined[-1] = tidy((*joined[-1], Span(" "), *spans))
        else:
            joined.append(spans)
    return joined


def _ordered(contact: Data) -> Data:
    people = [
        {name: person[name] for name in Personne.model_fields if name in person}
        for person in contact.get("personnes", ())
    ]
    ordered = {name: contact[name] for name in Contact.model_fields if name in contact and name != "personnes"}
    return {**ordered, **({"personnes": people} if people else {})}
