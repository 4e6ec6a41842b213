"""What a device server says the moment it is connected is heard: nothing of a new connection is thrown away."""

import socket
import threading

import pytest
from serial.urlhandler import protocol_socket

from devices.transports.serial_port import SerialTransport

LINE = b"00104228103000018412\r"


def test_a_scan_of_the_very_moment_in_which_the_line_opens_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    said = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def say_at_once() -> None:
        client, _ = listener.accept()
        clients.append(client)
        client.sendall(LINE)
        said.set()

    clients: list[socket.socket] = []
    server = threading.Thread(target=say_at_once)
    server.start()
    monkeypatch.setattr(protocol_socket.Serial, "_reconfigure_port", lambda _port: said.wait(5))
    line = SerialTransport(f"socket://127.0.0.1:{listener.getsockname()[1]}")
    line.open()
    heard = line.read(5)
    line.close()
    server.join(5)
    for end in (*clients, listener):
        end.close()
    assert heard == LINE
