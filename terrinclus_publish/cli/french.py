"""Click in French: help pages, and what is said of a misused command. Click's own sentences never come out."""

import sys
from collections.abc import Sequence
from inspect import cleandoc
from typing import Any, NoReturn

import click

from terrinclus_publish.cli.console import french, prepare_streams, tell
from terrinclus_publish.cli.exits import ExitCode


class FrenchCommand(click.Command):
    """A command whose help page is French, with an example under it (the ``epilog``)."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's ``--help``, described in French."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Affiche cette aide."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As Click does, but a word too many is refused in French."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # which option it is can be told only with its command
            raise
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(f"il y a un mot de trop : « {rest[0]} »", ctx)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help page."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), french("Utilisation : "))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(french(cleandoc(self.help or "")))
        _write_section(formatter, "Options", _options(self.get_params(ctx), ctx))
        if isinstance(self, click.Group):
            rows = [(name, french(command.get_short_help_str(200))) for name, command in self.commands.items()]
            _write_section(formatter, "Commandes", rows)
        if self.epilog:
            examples = self.epilog.splitlines()
            _write_section(formatter, "Exemples" if len(examples) > 1 else "Exemple", [(line, "") for line in examples])


def _options(parameters: Sequence[click.Parameter], ctx: click.Context) -> list[tuple[str, str]]:
    """Options with their help; arguments are told of in the command's own text."""
    records = [option.get_help_record(ctx) for option in parameters if isinstance(option, click.Option)]
    return [(names, french(text)) for names, text in filter(None, records)]


def _write_section(formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]) -> None:
    formatter.write_paragraph()
    formatter.write(french(f"{title} :\n"))
    with formatter.indentation():
        formatter.write_dl(rows)


class FrenchGroup(FrenchCommand, click.Group):
    """The group of all commands: tells of misuse in French, and ends with an ExitCode."""

    command_class = FrenchCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names."""
        if self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.commands, n=1)
            wanted = f"vouliez-vous dire « {close[0]} » ?" if close else f"au choix : {', '.join(self.commands)}"
            raise click.UsageError(f"la commande « {args[0]} » n'existe pas ; {wanted}", ctx)
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> NoReturn:
        """Run a command line and exit with an ExitCode."""
        prepare_streams()
        sys.exit(self._run(args, prog_name or self.name, extra))

    def _run(self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]) -> int:
        try:
            return int(super().main(args, prog_name, standalone_mode=False, **extra) or ExitCode.DONE)
        except click.UsageError as error:
            said = describe(error)
            tell(french(f"Erreur : {said}{'' if said.endswith('?') else '.'}"))
            if error.ctx is not None:
                tell(french(f"Pour voir l'aide : {error.ctx.command_path} --help"))
        except click.Abort:
            tell("Interrompu.")
            return ExitCode.INTERRUPTED
        return ExitCode.MISUSE


def describe(error: click.UsageError) -> str:
    """What is wrong with the command line, in French, without a final stop.

    Why by class and not by sentence: Click's sentences change from one version to the next, and are English.
    """
    if isinstance(error, click.MissingParameter):
        return f"il manque {_name(error.param)}"
    if isinstance(error, click.NoSuchOption):
        close = f" ; vouliez-vous dire « {error.possibilities[0]} » ?" if error.possibilities else ""
        return f"l'option « {error.option_name} » n'existe pas{close}"
    if isinstance(error, click.BadOptionUsage):
        return _bad_option(error)
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} : {error.message}" if error.param else error.message
    return error.message


def _bad_option(error: click.BadOptionUsage) -> str:
    options = error.ctx.command.params if error.ctx else []
    flags = {name for option in options if isinstance(option, click.Option) and option.is_flag for name in option.opts}
    if error.option_name in flags or error.option_name == "--help":
        return f"l'option « {error.option_name} » ne prend pas de valeur"
    return f"l'option « {error.option_name} » attend une valeur"


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return f"l'option « {max(parameter.opts, key=len)} »"
    return f"« {parameter.human_readable_name} »" if parameter else "une valeur"
