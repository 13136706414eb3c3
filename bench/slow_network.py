"""A network as slow as a phone's, between a browser and a server of this machine.

A relay of TCP connections, so that whatever a browser asks goes through it, its service workers'
requests as well: DevTools' own conditions hold for one target at a time.
"""

import asyncio
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

CHUNK_BYTES = 1_460
"""A packet's content: small answers do not wait for large ones to have passed."""
WAIT_SECONDS = 10

_Answer = TypeVar("_Answer")


class _Direction:
    """What all connections together send one way."""

    def __init__(self, bits_per_second: int, delay_seconds: float) -> None:
        self._seconds_per_byte = 8 / bits_per_second
        self._delay = delay_seconds
        self._free_at = 0.0

    def arrival(self, size: int, now: float) -> float:
        self._free_at = max(self._free_at, now) + size * self._seconds_per_byte
        return self._free_at + self._delay


class SlowNetwork:
    """A relay to a port of this machine, from a port of its own.

    Parameters
    ----------
    to_port : int
        Where connections go to.
    round_trip_seconds : float
        There and back; a connection takes as long before its first byte leaves.
    down_bits_per_second, up_bits_per_second : int
        What all connections share.

    Attributes
    ----------
    port : int
        Where connections are taken, from entering the context on.
    """

    port: int

    def __init__(
        self,
        to_port: int,
        *,
        round_trip_seconds: float,
        down_bits_per_second: int,
        up_bits_per_second: int,
    ) -> None:
        self._to_port = to_port
        self._round_trip = round_trip_seconds
        self._down = _Direction(down_bits_per_second, round_trip_seconds / 2)
        self._up = _Direction(up_bits_per_second, round_trip_seconds / 2)
        self._connected = True
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._relay, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.close()
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT_SECONDS)

    def cut(self, *, off: bool = False) -> None:
        """End all connections; with `off`, take no others until the next cut."""

        async def end() -> None:
            self._connected = not off
            for writer in list(self._open):
                writer.transport.abort()

        self._run(end())

    def _run(self, work: Coroutine[Any, Any, _Answer]) -> _Answer:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(WAIT_SECONDS)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._connected:
            writer.transport.abort()
            return
        self._open.add(writer)
        try:
            await asyncio.sleep(self._round_trip)
            there, back = await asyncio.open_connection("127.0.0.1", self._to_port)
            self._open.add(back)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._pass(reader, back, self._up))
                    group.create_task(self._pass(there, writer, self._down))
            finally:
                self._open.discard(back)
                back.transport.abort()
        except* OSError:
            pass
        finally:
            self._open.discard(writer)
            writer.transport.abort()

    async def _pass(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, way: _Direction
    ) -> None:
        """Pass bytes on, each chunk when it has arrived, while later ones are on their way."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                at, chunk = await under_way.get()
                await asyncio.sleep(at - self._loop.time())
                if not chunk:
                    target.write_eof()
                    return
                target.write(chunk)
                await target.drain()

        delivery = asyncio.create_task(deliver())
        try:
            while chunk := await source.read(CHUNK_BYTES):
                under_way.put_nowait((way.arrival(len(chunk), self._loop.time()), chunk))
            under_way.put_nowait((way.arrival(0, self._loop.time()), b""))
            await delivery
        finally:
            delivery.cancel()
