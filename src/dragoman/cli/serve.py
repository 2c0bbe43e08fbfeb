"""`dragoman serve`: the record in a browser."""

from __future__ import annotations

import secrets

import click

from dragoman.cli.options import open_record, record_option

TOKEN_VARIABLE = "DRAGOMAN_TOKEN"


@click.command()
@record_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="NAME",
    help="Where to listen. Anything but this machine needs the token.",
)
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option(
    "--token",
    envvar=TOKEN_VARIABLE,
    metavar="TOKEN",
    help=f"What every visitor must know; else ${TOKEN_VARIABLE}, else one is made up for another --host.",
)
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
def serve(record: str | None, host: str, port: int, token: str | None, browse: bool) -> None:
    """Serve the record to a browser: overview, timeline, map, network, arms, search, and a page for every event.

    Listens to this machine only. With another --host everybody who can reach it needs the token,
    and the address that is printed holds it. Ctrl-C ends it.
    """
    import socket

    import uvicorn

    from dragoman.errors import DragomanError
    from dragoman.web.app import create_app
    from dragoman.web.guard import LOCAL, Access

    if host not in LOCAL and not token:
        token = secrets.token_urlsafe(24)
    with open_record(record) as store:
        app = create_app(store, Access(host, port, token or None))
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            listener.close()
            why = f"cannot be listened on ({error.strerror})"
            raise DragomanError(f"{host}:{port}", why, "give another --port or --host") from error
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{port}/" + (f"?token={token}" if token else "")
        click.echo(f"The desk is at {address}  (Ctrl-C ends it)")
        if browse:
            click.launch(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
        uvicorn.Server(config).run(sockets=[listener])
