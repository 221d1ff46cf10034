"""Serves a folder of feeds and pages on this machine alone: how the demo edition is synced."""

import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = b"{base}"
"""What stands in a served file for the server's own address."""

_TYPES = {
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/feed+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}


class LoopbackServer:
    """Serves the files of folders, the last one's first, until it is closed.

    Args:
        folders: where files are looked up; may be replaced while it serves.
        port: the port to listen on; 0 takes a free one.

    Raises:
        OSError: the port is taken.
    """

    def __init__(self, folders: Sequence[Path], port: int = 0) -> None:
        self.folders = tuple(folders)
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        """The server's address, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def find(self, name: str) -> Path | None:
        """The file served under a name; names never lead out of the folders."""
        for folder in reversed(self.folders):
            path = folder / Path(name).name
            if path.is_file():
                return path
        return None

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def _handler(served: LoopbackServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the base class names it so
            path = served.find(self.path)
            if path is None:
                self.send_error(404)
                return
            body = path.read_bytes().replace(BASE, served.base.encode())
            self.send_response(200)
            self.send_header("Content-Type", _TYPES.get(path.suffix, "text/plain"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: the terminal is the app's."""

    return Handler
