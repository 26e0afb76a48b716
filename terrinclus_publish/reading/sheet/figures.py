"""Key figures and Objectifs de développement durable typed as lines of text."""

from terrinclus_publish.prose import Span, flat_text, tidy
from terrinclus_publish.reading.document import Line
from terrinclus_publish.reading.sheet.headings import goal, one_line, words
from terrinclus_publish.reading.sheet.place import Reading
from terrinclus_publish.wording import fold, head_of


def read_figure(reading: Reading, line: Line) -> bool:
    """Key figures as loose lines: a value, then what it says."""
    if reading.section != "chiffres":
        return False
    figures = reading.making.data.setdefault("chiffres", [])
    text = words(line)
    if len(text) <= 14 and text[:1].isdigit():
        figures.append({"valeur": reading.standard.text([Span(text)]), "legende": ""})
    elif figures and not figures[-1]["legende"]:
        figures[-1]["legende"] = reading.standard.line(one_line(line.spans))
    else:
        reading.making.keep(line.spans)
    return True


def read_goals(reading: Reading, line: Line) -> bool:
    """``ODD 4 : …``, one on a line; a sentence before them is kept."""
    pieces = [tidy(Span(span.text) for span in spans) for spans in line.lines()]
    found = [goal(flat_text(spans), reading.standard) for spans in pieces]
    if not any(found) or reading.section not in ("pourquoi", "axe", "odd", "identite", "chiffres"):
        return _goals_announced(reading, line)
    for spans, match in zip(pieces, found, strict=True):
        if match and 1 <= int(match[1]) <= 17:
            reading.making.put("odd", [int(match[1])])
            _goal_name(reading, int(match[1]), match[2], flat_text(spans))
        elif reading.standard.is_label(flat_text(spans), "lecture.odd_annonce"):
            reading.making.recognise(flat_text(spans))
        else:
            reading.making.keep(spans)
    reading.open("odd", "")
    return True


def _goal_name(reading: Reading, number: int, name: str, text: str) -> None:
    term = reading.standard.vocabulary.odd.get(number)
    if term is None or fold(term.nom) == fold(name) or not name.strip():
        reading.making.recognise(text)
    else:
        reading.making.keep(Line.of(text).spans)


def _goals_announced(reading: Reading, line: Line) -> bool:
    """The sentence that leads to the ODD."""
    text = words(line)
    if reading.section not in ("pourquoi", "axe") or line.mark is not None:
        return False
    if reading.standard.is_label(text, "lecture.odd_annonce"):
        reading.making.recognise(text)
    elif text.endswith(":") and _names_the_goals(reading, text):
        reading.making.keep(one_line(line.spans), where="devant les Objectifs de développement durable")
    else:
        return False
    reading.open("odd", "")
    return True


def _names_the_goals(reading: Reading, text: str) -> bool:
    """Whether a text ends with the words that the uniform heading of the ODD ends with, give or take one."""
    core = fold(head_of(reading.standard.labels, "fiche.odd")).split()[-4:]
    folded = fold(text).replace("objectifs", "objectif").split()
    return bool(core) and " ".join(core) in " ".join(folded[-len(core) - 1 :])
