"""How safe the page numbers of the guide in Word are, in French: one line, or one for each sheet."""

from collections.abc import Iterator, Sequence

from terrinclus_publish.build import Numbered, Safety

ENOUGH = 0.04
"""The share by which lengths differ between programs and computers that have other fonts, at the most."""
MOST = 0.12
"""Shares are not measured beyond."""


def short_lines(event: Numbered) -> Iterator[str]:
    """One line, and a warning for each sheet whose length is too close to an even count of pages."""
    least = min(event.safeties, key=lambda safety: safety.least)
    yield (
        f"{event.shown} : numéros de page justes tant qu'aucune fiche ne change de longueur de plus de "
        f"{_percent(least.least).removesuffix(' ou plus')} (le plus serré : {_name(least)} ; le détail : --marges)."
    )
    for safety in event.safeties:
        if safety.least < ENOUGH:
            yield (
                f"{event.shown} · avertissement : le numéro de page qui suit {_name(safety)} n'est sûr qu'à "
                f"{_percent(safety.least)} près ; {_remedy(safety)}"
            )


def detailed_lines(event: Numbered) -> Iterator[str]:
    """The table, then what ``short_lines`` says."""
    yield from _table(event.safeties)
    yield from short_lines(event)


def _table(safeties: Sequence[Safety]) -> Iterator[str]:
    width = max(len(_name(safety)) for safety in safeties)
    yield f"{'Ce qui peut changer de longueur'.ljust(width)}  plus court de  plus long de"
    for safety in safeties:
        shrinks, grows = _percent(safety.shrinks).rjust(13), _percent(safety.grows).rjust(12)
        yield f"{_name(safety).ljust(width)}  {shrinks}  {grows}"


def _name(safety: Safety) -> str:
    return safety.fiche or "les pages liminaires"


def _remedy(safety: Safety) -> str:
    change = "allongez" if safety.shrinks < safety.grows else "raccourcissez"
    return f"{change}-les un peu." if not safety.fiche else f"{change} un peu cette fiche."


def _percent(share: float) -> str:
    """``4,2 %``; ``12 % ou plus`` beyond what is measured."""
    if share >= MOST:
        return f"{MOST * 100:.0f} % ou plus"
    return f"{share * 100:.1f} %".replace(".", ",")
