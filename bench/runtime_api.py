"""Lambda's Runtime API on loopback, as much of it as a function needs to be called.

See "Using the Lambda runtime API for custom runtimes" in AWS's Lambda documentation. AWS's own
runtime client, `awslambdaric`, asks here for its next event and posts its answer, with a genuine
context object in between.
"""

import json
import queue
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self

DEADLINE_MS = 10_000
"""What a function is given for one call."""

SECONDS_TO_ANSWER = 60


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of functions that are ended while they wait."""


class Answer(NamedTuple):
    """What a function returned.

    Raises
    ------
    RuntimeError
        From `value`, if the function failed.
    """

    failed: bool
    body: bytes

    @property
    def value(self) -> Any:  # noqa: ANN401 -- whatever the function returns
        """The returned value."""
        if self.failed:
            raise RuntimeError(self.body.decode())
        return json.loads(self.body)


class RuntimeApi:
    """One function's side of Lambda; a context manager.

    Attributes
    ----------
    address : str
        Host and port, for ``AWS_LAMBDA_RUNTIME_API``.
    """

    def __init__(self) -> None:
        self._events: queue.Queue[bytes | None] = queue.Queue()
        self._answers: queue.Queue[Answer] = queue.Queue()
        self._ready: queue.Queue[float] = queue.Queue()
        self._server = _Server(("127.0.0.1", 0), _endpoint(self))
        self.address = f"127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()

    def wait_until_ready(self) -> float:
        """Return when the function asked for an event for the first time, by `time.monotonic`."""
        return self._ready.get(timeout=SECONDS_TO_ANSWER)

    def invoke(self, event: dict[str, Any]) -> Any:  # noqa: ANN401 -- whatever the function returns
        """Call the function."""
        self._events.put(json.dumps(event).encode())
        return self._answers.get(timeout=SECONDS_TO_ANSWER).value

    def next_event(self) -> bytes | None:
        """Wait for the next call; None: there is none."""
        self._ready.put(time.monotonic())
        return self._events.get()

    def take(self, answer: Answer) -> None:
        """Note what the function returned, or that it failed, be it while starting."""
        self._answers.put(answer)


def _endpoint(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Endpoint(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # One packet an answer, at once: Nagle's algorithm would wait for a delayed acknowledgement.
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            event = api.next_event()
            if event is None:
                return
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(event)))
            self.send_header("Lambda-Runtime-Aws-Request-Id", str(uuid.uuid4()))
            deadline = int(time.time() * 1000) + DEADLINE_MS
            self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
            arn = "arn:aws:lambda:ap-south-1:000000000000:function:bench"
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", arn)
            self.end_headers()
            self.wfile.write(event)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Transfer-Encoding") == "chunked":
                body = self._chunks()
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()
            api.take(Answer(failed=self.path.endswith("/error"), body=body))

        def _chunks(self) -> bytes:
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing of a request: it is timed."""

    return Endpoint
