"""Who carries out orders: this process, processes beside it, or those of a Dask cluster; joblib hands them out.

Which one makes no difference to what comes back, but for the order in which it comes.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from terrinclus_publish.build.orders import Answer, FicheMaking, GuideMaking, Order, Product
from terrinclus_publish.build.parcel import Place
from terrinclus_publish.build.workers import can_copy, dismiss, workers
from terrinclus_publish.collector import collector_paused
from terrinclus_publish.faults import Fault, FaultsError, Level
from terrinclus_publish.faults import Place as FaultPlace

WORTH = 1.0
"""Seconds of work from which processes gain more than they take to start."""
WORTH_ANEW = 5.0
"""The same where they cannot be copies of this one."""
Errand = tuple[Order, Place]


class ClusterError(Exception):
    """The Dask cluster cannot be reached, or its package is not installed. Holds a French sentence."""


def carry_out(order: Order, place: Place) -> Answer:
    """Do what an order asks, in this process. Raises FaultsError on a broken theme or vocabulary."""
    with collector_paused():  # from the libraries' loading on
        from terrinclus_publish.build import work

        return work.carry_out(order, place)


@dataclass(frozen=True, slots=True)
class Alone:
    """This process."""

    def answers(self, errands: Iterable[Errand]) -> Iterator[Answer]:
        """The answers, in the order of the errands. Raises FaultsError."""
        return (carry_out(order, place) for order, place in errands)

    def dismiss(self) -> None:
        """Nobody to send home."""


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes beside this one, which stay for the next errands."""

    count: int

    def answers(self, errands: Iterable[Errand]) -> Iterator[Answer]:
        """The answers, as they come; what a killed process left undone is done by another. Raises FaultsError."""
        from joblib.externals.loky.process_executor import BrokenProcessPool

        undone: dict[int, Errand] = {}
        try:
            yield from _parallel(_noted(errands, undone), undone, workers(self.count))
        except (BrokenProcessPool, BrokenPipeError):  # the latter where it died before its first order
            again = {**undone, **dict(enumerate(errands, max(undone, default=-1) + 1))}
            for number, errand in again.items():
                try:
                    yield from _parallel(iter([(number, errand)]), {number: errand}, workers(self.count))
                except (BrokenProcessPool, BrokenPipeError):
                    yield _given_up(errand[0])

    def dismiss(self) -> None:
        """Send the processes home."""
        dismiss()


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask cluster."""

    address: str

    def answers(self, errands: Iterable[Errand]) -> Iterator[Answer]:
        """The answers, as they come; a worker that dies has its work done by another.

        Raises FaultsError and ClusterError.
        """
        with _client(self.address) as client:
            from joblib import parallel_config

            workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            undone: dict[int, Errand] = {}
            backend = parallel_config("dask", n_jobs=workers)
            yield from _parallel(_noted(errands, undone), undone, backend)

    def dismiss(self) -> None:
        """The workers are not ours: they stay."""


Crew = Alone | Processes | Cluster


def crew_for(seconds: float, processes: int | None) -> Alone | Processes:
    """The crew on this machine for some seconds of work: as many processes as asked for, or as many as are worth it."""
    count = processes or (cores() if seconds > (WORTH if can_copy() else WORTH_ANEW) else 1)
    return Processes(count) if count > 1 else Alone()


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _noted(errands: Iterable[Errand], undone: dict[int, Errand]) -> Iterator[tuple[int, Errand]]:
    """The errands with their numbers; they stay among the undone until they are answered."""
    for number, errand in enumerate(errands):
        undone[number] = errand
        yield number, errand


def _parallel(
    errands: Iterator[tuple[int, Errand]], undone: dict[int, Errand], backend: AbstractContextManager[Any]
) -> Iterator[Answer]:
    from joblib import Parallel, delayed

    with backend:
        hands = Parallel(return_as="generator_unordered", pre_dispatch="3*n_jobs", batch_size=1)
    for number, answer in hands(delayed(_numbered)(number, *errand) for number, errand in errands):
        undone.pop(number, None)
        yield answer


def _numbered(number: int, order: Order, place: Place) -> tuple[int, Answer]:
    """An answer with the number of its errand."""
    return number, carry_out(order, place)


def _given_up(order: Order) -> Answer:
    """The answer to an order during which processes were killed twice. Raises FaultsError where nothing can stand."""
    message = "Le travail a été interrompu deux fois par le système, sans doute faute de mémoire"
    expected = "Fermez d'autres logiciels, ou recommencez avec --processus 1"
    name = order.name if isinstance(order, FicheMaking) else "guide"
    fault = Fault("process-killed", Level.ERROR, FaultPlace(name), message, expected=expected)
    if isinstance(order, FicheMaking | GuideMaking):
        return Product(name, faults={order.forms[0]: (fault,)})
    raise FaultsError([fault])


def _client(address: str) -> AbstractContextManager[Any]:
    """A client of the cluster, which leaves when the work is done. Raises ClusterError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("il faut d'abord installer Dask : pip install 'terrinclus_publish[dask]'") from error
    try:
        client: AbstractContextManager[Any] = Client(address, timeout="10s", set_as_default=True)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"aucune grappe Dask ne répond à l'adresse « {address} »") from error
    return client
