"""A small web server of our own on 127.0.0.1, for tests that fetch.

Routes are programmed while it runs; what was asked of it is recorded.
"""

import gzip
import socket
import ssl
import struct
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Server6(ThreadingHTTPServer):
    address_family = socket.AF_INET6


@dataclass
class Route:
    """What a path answers. ``raw`` is sent as it is, in place of a whole HTTP answer.

    ``drip`` is the seconds between two bytes of the body, or of ``raw``; ``reset`` ends the
    connection with a reset in place of an answer, ``half_close`` after the answer but not ours.
    """

    body: bytes = b""
    status: int = 200
    type: str = "application/xml"
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    delay: float = 0.0
    drip: float = 0.0
    raw: bytes | None = None
    reset: bool = False
    half_close: bool = False


@dataclass(frozen=True)
class Request:
    """What was asked: the path with its query, the headers in lower case, and the answer's status."""

    path: str
    headers: dict[str, str]
    status: int


class Loopback:
    """The server; use it as a context manager."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        self.at_once = 0
        self.most_at_once = 0
        self._closing = threading.Event()
        self._lock = threading.Lock()
        kind = _Server6 if ":" in host else ThreadingHTTPServer
        self._server = kind((host, 0), self._handler())
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}
        )
        self._thread.start()

    def __enter__(self) -> "Loopback":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, path: str, body: str | bytes = b"", **route: object) -> str:
        """Answer ``path`` so from now on; returns its address. Keywords are those of ``Route``."""
        self.routes[path] = Route(body.encode() if isinstance(body, str) else body, **route)
        return self.url(path)

    def serve_packed(self, path: str, body: str | bytes, cut: int = 0, **route: object) -> str:
        """As ``serve``, in gzip; ``cut`` leaves out that many bytes at its end."""
        packed = gzip.compress(body.encode() if isinstance(body, str) else body)
        packed = packed[: len(packed) - cut]
        return self.serve(path, packed, headers={"Content-Encoding": "gzip"}, **route)

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        return self.serve(path, status=status, headers={"Location": target})

    def asked(self, path: str) -> list[Request]:
        return [request for request in self.requests if request.path == path]

    def stop(self) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with loopback._lock:
                    loopback.at_once += 1
                    loopback.most_at_once = max(loopback.most_at_once, loopback.at_once)
                try:
                    loopback._answer(self)
                except OSError:
                    pass
                finally:
                    with loopback._lock:
                        loopback.at_once -= 1

            def log_message(self, *args: object) -> None:
                pass

        return Handler

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path
        route = self.routes.get(path, Route(b"nothing here", status=404, type="text/plain"))
        asked = {name.lower(): value for name, value in handler.headers.items()}
        same = (route.etag and asked.get("if-none-match") == route.etag) or (
            not route.etag
            and route.last_modified
            and asked.get("if-modified-since") == route.last_modified
        )
        status = 304 if same else route.status
        with self._lock:
            self.requests.append(Request(path, asked, status))
        self._closing.wait(route.delay)
        if route.reset:
            linger = struct.pack("ii", 1, 0)
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            handler.connection.close()
        elif route.raw is not None:
            self._write(handler, route.raw, route.drip)
        else:
            self._send(handler, route, status)
        if route.half_close:
            handler.connection.shutdown(socket.SHUT_WR)
            self._closing.wait(30)

    def _send(self, handler: BaseHTTPRequestHandler, route: Route, status: int) -> None:
        headers = {"Content-Type": route.type, "Content-Length": str(len(route.body))}
        headers |= {"ETag": route.etag} if route.etag else {}
        headers |= {"Last-Modified": route.last_modified} if route.last_modified else {}
        headers |= route.headers
        handler.send_response(status)
        for name, value in headers.items():
            if value and not (status == 304 and name == "Content-Length"):
                handler.send_header(name, value)
        handler.end_headers()
        if status == 304:
            return
        self._write(handler, route.body, route.drip)

    def _write(self, handler: BaseHTTPRequestHandler, data: bytes, drip: float) -> None:
        if not drip:
            handler.wfile.write(data)
            return
        for byte in data:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            if self._closing.wait(drip):
                return


def http_date(seconds: float | None = None) -> str:
    """An instant as HTTP writes it."""
    return formatdate(time.time() if seconds is None else seconds, usegmt=True)
