"""Who may ask the desk: which names it answers to, which pages may send it forms, and what a browser may load.

A page of another site must not reach the record: not by a name that it has pointed at this machine (the Host is
checked), not by a form or a script (the Origin is checked), not by what an article holds (nothing but the desk's own
files runs). Where the desk listens to more than this machine, every request needs the token as well.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "dragoman_token"
LOCAL = ("127.0.0.1", "localhost", "::1")
_SAFE = ("GET", "HEAD", "OPTIONS")

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Access:
    """Where the desk listens, and the token that a request needs; none is needed on this machine."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None

    def __post_init__(self) -> None:
        if self.host not in LOCAL and not self.token:
            raise ValueError("a desk that others can reach needs a token")

    def answers_to(self, authority: str) -> bool:
        """Whether a request for this Host is meant for the desk."""
        name, port = split_authority(authority)
        if name is None or port not in (None, self.port):
            return False
        if self.host in LOCAL:
            return name in LOCAL
        # Bound to every address, the desk cannot know its names; the token alone keeps others out then.
        return name == self.host.lower() or name in LOCAL or _is_any(self.host)


def split_authority(text: str) -> tuple[str | None, int | None]:
    """Name and port of a Host header, the name in lower case; None for the name where it is malformed."""
    try:
        parts = urlsplit(f"//{text}")
        if parts.username or parts.path or parts.query or parts.fragment or not parts.hostname:
            return None, None
        return parts.hostname, parts.port
    except ValueError:
        return None, None


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


class Guard:
    """Turns away what must not come in, and puts the headers on all that goes out."""

    def __init__(self, app: App, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, *refusal)
            return
        if self.access.token and not self._knows_token(headers):
            await self._ask_token(scope, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                known = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in HEADERS if h[0] not in known)]
            await send(message)

        await self.app(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if not self.access.answers_to(host):
            return 421, "The desk does not answer to this name. Open it at the address that `dragoman serve` printed."
        if scope["method"] in _SAFE:
            return None
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "same-origin")
        if site not in ("same-origin", "none") or (origin is not None and not _same(origin, host)):
            return 403, "This form came from another site; the desk takes none from there."
        return None

    def _knows_token(self, headers: dict[str, str]) -> bool:
        given = headers.get("authorization", "")
        if given.lower().startswith("bearer "):
            return self._is_token(given[7:].strip())
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and self._is_token(cookie.value)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self.access.token or "").encode())

    async def _ask_token(self, scope: Scope, send: Send) -> None:
        """A first visit with the token in its address is given a cookie, and the address without it."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] == "GET" and any(name == "token" and self._is_token(value) for name, value in asked):
            rest = urlencode([(name, value) for name, value in asked if name != "token"])
            # A path that begins with two strokes would lead to another host.
            path = "/" + scope["path"].lstrip("/\\")
            cookie = f"{COOKIE}={self.access.token}; HttpOnly; SameSite=Strict; Path=/"
            where = _ascii(path) + (f"?{rest}" if rest else "")
            await _answer(send, 303, "", [(b"location", where.encode()), (b"set-cookie", cookie.encode())])
            return
        await _answer(send, 401, "The desk needs the token: open the address that `dragoman serve` printed.")


def _ascii(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/:@!$&'()*+,;=~-._")


def _same(origin: str, host: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and split_authority(parts.netloc) == split_authority(host)


async def _answer(send: Send, status: int, text: str, more: list[tuple[bytes, bytes]] | None = None) -> None:
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *(more or []),
        *HEADERS,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
