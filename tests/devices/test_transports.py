"""Lines have limits and say what went out; nothing is good that was not seen."""

import socket
from collections.abc import Iterator

import pytest

from devices.transports.serial_port import SerialTransport
from devices.transports.tcp import CONNECT_LIMIT_S, TcpTransport
from devices.transports.transport import DeviceSilentError, LineLostError, Transport


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        yield server


@pytest.fixture(params=["tcp", "serial"])
def transport(request: pytest.FixtureRequest, listener: socket.socket) -> Iterator[Transport]:
    host, port = listener.getsockname()
    made: Transport = TcpTransport(host, port) if request.param == "tcp" else SerialTransport(f"socket://{host}:{port}")
    yield made
    made.close()


def test_bytes_go_both_ways(transport: Transport, listener: socket.socket) -> None:
    transport.open()
    transport.open()
    peer, _ = listener.accept()
    with peer:
        transport.write(b"x" * 10_000)
        got = b""
        while len(got) < 10_000:
            got += peer.recv(10_000)
        assert transport.read(0) == b""
        peer.sendall(b"ok")
        answer = transport.read(5)
        assert (answer if len(answer) == 2 else answer + transport.read(5)) == b"ok"


def test_a_hang_up_is_told_and_the_line_can_be_opened_again(transport: Transport, listener: socket.socket) -> None:
    transport.open()
    peer, _ = listener.accept()
    peer.close()
    with pytest.raises(LineLostError, match="broke"):
        transport.read(5)
    assert not transport.is_open
    transport.open()
    again, _ = listener.accept()
    again.close()


def test_nothing_there_is_told_before_a_byte_goes_out(transport: Transport, listener: socket.socket) -> None:
    listener.close()
    with pytest.raises(DeviceSilentError, match="switched on and its cable is in"):
        transport.open()
    with pytest.raises(LineLostError) as lost:
        transport.write(b"x")
    assert lost.value.sent_bytes == 0
    with pytest.raises(LineLostError):
        transport.read(0)


def test_a_broken_write_says_that_something_may_have_gone(transport: Transport, listener: socket.socket) -> None:
    transport.open()
    peer, _ = listener.accept()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    peer.recv(0)
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    transport.write(b"first")
    assert peer.recv(5) == b"first"
    peer.close()
    with pytest.raises(LineLostError) as lost:
        transport.write(b"x" * 5_000_000)
    assert not transport.is_open
    assert lost.value.sent_bytes >= 0


def test_an_unusable_serial_address_is_told() -> None:
    with pytest.raises(DeviceSilentError):
        SerialTransport("/dev/no-such-port").open()
    with pytest.raises(DeviceSilentError):
        SerialTransport("nonsense://x").open()


def test_a_connection_has_keep_alive_and_no_delay(listener: socket.socket) -> None:
    line = TcpTransport(*listener.getsockname())
    line.open()
    bare = line._socket
    assert bare is not None
    assert bare.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    assert bare.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    assert CONNECT_LIMIT_S == 3.0
    line.close()
