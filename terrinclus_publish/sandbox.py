"""The template engine, for templates that one need not trust: no attribute of Python, no file, no endless work.

What a template may do is what Jinja2's sandbox allows (its documentation, « Sandbox »), less what takes one long step;
a template that does not end is stopped. How much memory it takes is not bounded.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Thread, get_ident
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from terrinclus_publish.collection import user_folder

SECONDS = 20.0
"""What a template of ours takes is a thousandth of it."""
AGAIN = 0.2
"""Seconds after which a template that caught its own end is stopped again."""
LARGEST = 1_000_000
"""No number or text of a template grows larger by one operation: such a step cannot be stopped half way."""
WITHOUT = ("center", "format", "indent", "pprint", "random", "xmlattr")
"""Filters that make a text of any length of a number, or that would make two builds differ."""
CODE = "modeles-1"
"""The folder of compiled templates; another name whenever this module makes other code of a template."""


class EndlessTemplateError(jinja2.TemplateError):
    """A template was stopped."""

    def __init__(self) -> None:
        super().__init__(f"il n'a pas fini après {SECONDS:g}\u00a0secondes")


class Engine(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, without one-step explosions."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_compiled_templates(),
        )
        del self.globals["lipsum"]
        for name in WITHOUT:
            del self.filters[name]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """``left operator right``. Raises SecurityError where it could be huge."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("le signe % met en forme un texte\u00a0; il n'est pas admis ici")
        if operator == "**" and not (_is_small(left, 1000) and _is_small(right, 20)):
            raise SecurityError("cette puissance est trop grande")
        if operator == "*" and not (_is_small(left, LARGEST) and _is_small(right, LARGEST)):
            raise SecurityError("ce produit est trop grand, ou répète un texte")
        return super().call_binop(context, operator, left, right)


def _is_small(value: object, limit: int) -> bool:
    return isinstance(value, int | float) and abs(value) <= limit


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise EndlessTemplateError in what is done here, once it has taken so long.

    Why not a signal: there are none on Windows, nor outside the main thread.
    """
    finished, turn, thread = Event(), Lock(), get_ident()

    def watch() -> None:
        pause = seconds
        while not finished.wait(pause):
            with turn:
                if not finished.is_set():
                    _raise_in(thread, EndlessTemplateError)
            pause = AGAIN

    Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        with turn:
            finished.set()
            _raise_in(thread, None)


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Have a thread raise an error at its next step; None takes back one that it has not raised yet."""
    raised = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


def _compiled_templates() -> jinja2.BytecodeCache | None:
    """Templates as code, kept in a folder of this user: never in a collection, which may be anybody's."""
    try:
        folder = user_folder() / CODE
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))
