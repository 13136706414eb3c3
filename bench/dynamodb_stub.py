"""DynamoDB on loopback that gives prepared answers, as quickly as it can.

It neither checks a signature nor keeps anything: what a handler itself takes is looked at.
"""

import json
import socket
import threading
from collections.abc import Callable
from typing import Any, Self

Answering = Callable[[str, dict[str, Any]], dict[str, Any]]
"""From an operation's name and its request to the answer."""


class DynamoDbStub:
    """A server; a context manager.

    Attributes
    ----------
    url : str
        For ``AWS_ENDPOINT_URL_DYNAMODB``.
    """

    def __init__(self, answering: Answering) -> None:
        self._prepared: dict[bytes, bytes] = {}
        self._answering = answering
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return  # closed
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            received = b""
            while True:
                while b"\r\n\r\n" not in received:
                    more = connection.recv(65536)
                    if not more:
                        return
                    received += more
                head, _, received = received.partition(b"\r\n\r\n")
                lines = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
                headers = {name.lower(): value for name, _, value in lines}
                length = int(headers[b"content-length"])
                while len(received) < length:
                    received += connection.recv(65536)
                body, received = received[:length], received[length:]
                connection.sendall(self._answer(headers[b"x-amz-target"], body))

    def _answer(self, target: bytes, body: bytes) -> bytes:
        """Answer a read that came before without thinking about it again."""
        operation = target.decode().rpartition(".")[2]
        read = target + body
        if read in self._prepared:
            return self._prepared[read]
        answer = json.dumps(self._answering(operation, json.loads(body))).encode()
        response = (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(answer), answer)
        )
        if operation in {"GetItem", "Query"}:
            self._prepared[read] = response
        return response
