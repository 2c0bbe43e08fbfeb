"""The command line. Commands import what they need when they run, so that `--help` costs nothing."""

from __future__ import annotations

from typing import Any

import click

from dragoman import __version__
from dragoman.cli.arms import arms
from dragoman.cli.changes import changes
from dragoman.cli.claims import claims
from dragoman.cli.coverage import coverage
from dragoman.cli.date import date
from dragoman.cli.decide import decide, decisions
from dragoman.cli.doctor import doctor
from dragoman.cli.export import export
from dragoman.cli.pack import pack
from dragoman.cli.pair import brokers, pair, venues
from dragoman.cli.read import read
from dragoman.cli.review import review
from dragoman.cli.says import says
from dragoman.cli.serve import serve
from dragoman.cli.show import show
from dragoman.cli.timeline import timeline
from dragoman.cli.who import who
from dragoman.cli.why import why
from dragoman.errors import DragomanError


class _Failure(click.ClickException):
    """An error the user can act on: one line, exit code 2."""

    exit_code = 2


class _Commands(click.Group):
    """The commands in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise _Failure(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read news on military diplomacy and keep a record of who met whom, where and when.

    Every value in the record points at the sentence that says it.
    """


for _command in (
    read, timeline, arms, says, claims, coverage, pair, venues, brokers, who, why, show, changes, date, review,
    decide, decisions, serve, export, pack, doctor,
):  # fmt: skip
    main.add_command(_command)
