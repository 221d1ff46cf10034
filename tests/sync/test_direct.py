"""What goes over a connection of our own: TLS, interim answers, servers that hang up early."""

import asyncio
import socket
import ssl
import threading

import pytest

from briefing.store.connect import connect, writing
from briefing.store.sources import add_source
from briefing.sync.sockets import opened
from tests.loopback import Loopback
from tests.sync.certificates import self_signed
from tests.sync.test_fetch import failure, fetched
from tests.sync.test_sync import NOW, synced


@pytest.fixture
def secure(tmp_path, monkeypatch):
    """A server with a certificate for 127.0.0.1 that this machine trusts."""
    context = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    with Loopback("0.0.0.0", tls=context) as running:
        yield running


def over_tls(server: Loopback, path: str, host: str = "127.0.0.1") -> str:
    return f"https://{host}:{server.port}{path}"


def test_a_feed_comes_over_tls_whole(secure):
    secure.serve("/a", "héllo" * 50_000, etag='"one"')
    answer = fetched(over_tls(secure, "/a"))
    assert answer.body == ("héllo" * 50_000).encode()
    assert fetched(over_tls(secure, "/a"), known=answer.validators).unchanged


def test_a_certificate_of_another_name_is_refused(secure):
    secure.serve("/a", "hello")
    reason = failure(over_tls(secure, "/a", "127.0.0.2"))
    assert "the server's certificate is not valid" in reason
    assert secure.requests == []


def test_an_answer_that_breaks_off_within_tls_is_no_answer(secure):
    secure.serve("/a", raw=b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort")
    assert failure(over_tls(secure, "/a")) == "the answer broke off"


def test_a_server_that_speaks_no_tls_is_told(server):
    server.serve("/a", "hello")
    assert failure(over_tls(server, "/a")) == "no secure connection could be made"


def test_a_tls_handshake_that_never_ends_runs_into_the_deadline():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert failure(f"https://127.0.0.1:{port}/", deadline=1) == "no answer within 1 s"


def test_interim_answers_are_passed_over(server):
    raw = (
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    )
    assert fetched(server.serve("/a", raw=raw)).body == b"ok"


def test_an_answer_without_a_length_ends_with_its_connection(server):
    raw = b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + b"x" * 200_000
    assert fetched(server.serve("/a", raw=raw)).body == b"x" * 200_000


def test_a_server_that_answers_before_it_was_asked_is_heard():
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            client, _ = listening.accept()
            client.sendall(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
            client.shutdown(socket.SHUT_WR)
            client.recv(10_000)
            client.close()

        thread = threading.Thread(target=answer)
        thread.start()
        reason = failure(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join()
    assert reason == "the server answered 503"


def test_the_next_address_of_a_host_is_tried_where_one_refuses(server):
    async def peer() -> tuple[str, int]:
        handle = await opened(["127.0.0.9", "127.0.0.1"], server.port, 5)
        try:
            return handle.getpeername()
        finally:
            handle.close()

    assert asyncio.run(peer()) == ("127.0.0.1", server.port)


def test_a_store_that_takes_no_more_ends_the_sync_with_its_reason(server, store):
    db = connect(store)
    with writing(db):
        for n in range(3):
            add_source(db, server.serve(f"/{n}", status=404), now="2025-04-11T12:00:00Z")
        db.execute(
            "CREATE TRIGGER no BEFORE UPDATE ON sources BEGIN SELECT raise(ABORT, 'no more'); END"
        )
    db.close()
    with pytest.raises(Exception, match="no more"):
        synced(store, NOW)


def test_certificates_are_trusted_only_where_they_are_known(tmp_path):
    context: ssl.SSLContext = self_signed(tmp_path)
    with Loopback(tls=context) as untrusted:
        untrusted.serve("/a", "hello")
        assert "certificate is not valid" in failure(over_tls(untrusted, "/a"))
        assert untrusted.requests == []
