"""When checkpoints are taken, and how: by forking.

ministack keeps its state in memory and writes it only on a graceful stop. Here a checkpoint is
taken whenever something changed: the process forks on its event loop's thread, where every
DynamoDB operation runs from start to end, so the child holds one consistent moment; the child
writes it to disk while the parent goes on serving. (The same idea as Redis's BGSAVE; copying the
state in the serving process would stop it for seconds once there are many expenses.)
"""

from __future__ import annotations

import asyncio
import copy
import importlib
import os
import signal
import sys
import time
import traceback
import warnings
from typing import TYPE_CHECKING, Any

from checkpoints import EVERYTHING, Checkpoints

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from pathlib import Path

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

SECONDS_BETWEEN_CHECKPOINTS = 2.0
# A child that hangs (a lock held by another thread at the fork) is given up and tried again.
SECONDS_FOR_A_CHECKPOINT = 60.0


def changed_service(scope: MutableMapping[str, Any]) -> str | None:
    """Name the service whose state a request may change; None for a reading one.

    Only what people do all day is told apart (the table, sign-in, calls of the API, whose writes
    arrive as requests of their own); anything else counts as a change of everything.
    """
    headers: dict[bytes, bytes] = dict(scope["headers"])
    target = headers.get(b"x-amz-target", b"").decode("latin-1")
    service, _, action = target.rpartition(".")
    path: str = scope["path"]
    host = headers.get(b"host", b"").decode("latin-1")
    if service.startswith("DynamoDB_"):
        reads = ("Get", "Query", "Scan", "BatchGet", "TransactGet", "Describe", "List")
        return None if action.startswith(reads) else "dynamodb"
    if service.startswith("AWSCognito") or path.startswith(("/oauth2/", "/login", "/logout")):
        return None if action.startswith(("Describe", "List", "AdminGet")) else "cognito"
    if scope["method"] in {"GET", "HEAD", "OPTIONS"} or path.startswith(
        ("/_aws/execute-api/", "/_ministack/health")
    ):
        return None
    if ".execute-api." in host or action.startswith(("Describe", "List", "Get")):
        return None
    return EVERYTHING


class Checkpointing:
    """An ASGI application around ministack's that takes the checkpoints.

    Parameters
    ----------
    application
        ministack's own.
    checkpoints
        Where they go.
    pause
        No checkpoint is taken while this file exists: a half-made deployment is not worth keeping.
    """

    def __init__(self, application: Application, checkpoints: Checkpoints, pause: Path) -> None:
        self._application = application
        self._checkpoints = checkpoints
        self._pause = pause
        self._changed: set[str] = set()
        self._task: asyncio.Task[None] | None = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Pass everything on; note what changed; begin and end with the application."""
        if scope["type"] == "lifespan":
            await self._application(
                scope, self._receive_with_last_one(receive), self._send_with_first(send)
            )
            return
        changed = changed_service(scope) if scope["type"] == "http" else None
        try:
            await self._application(scope, receive, send)
        finally:
            # After the request: what it changed is in memory by now.
            if changed:
                self._changed.add(changed)

    def _send_with_first(self, send: Send) -> Send:
        async def forward(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                # Its own saving at the end is not atomic across services; the last checkpoint is.
                importlib.import_module("ministack.app").PERSIST_STATE = False  # type: ignore[attr-defined]
                self._task = asyncio.create_task(self._keep_taking())
            await send(message)

        return forward

    def _receive_with_last_one(self, receive: Receive) -> Receive:
        async def forward() -> Message:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                if self._task:
                    self._task.cancel()
                await self._take()
            return message

        return forward

    async def _keep_taking(self) -> None:
        while True:
            begun = time.monotonic()
            await self._take()
            # Never more than half of the time: the state of 50,000 expenses takes some seconds.
            await asyncio.sleep(max(SECONDS_BETWEEN_CHECKPOINTS, time.monotonic() - begun))

    async def _take(self) -> None:
        if not self._changed or self._pause.exists():
            return
        changed, self._changed = self._changed, set()
        child = self._fork_and_write(changed)
        deadline = time.monotonic() + SECONDS_FOR_A_CHECKPOINT
        try:
            while (done := os.waitpid(child, os.WNOHANG))[0] == 0:
                if time.monotonic() > deadline:
                    os.kill(child, signal.SIGKILL)
                    done = os.waitpid(child, 0)
                    break
                await asyncio.sleep(0.05)
        except asyncio.CancelledError:
            # The last one, at the end, writes what this one may not have finished.
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            self._changed |= changed
            raise
        if done[1] != 0:
            self._changed |= changed
            print(
                f"checkpoint failed (status {done[1]}); trying again", file=sys.stderr, flush=True
            )

    def _fork_and_write(self, changed: set[str]) -> int:
        ministack = importlib.import_module("ministack.app")
        states = ministack._build_persistence_save_dict()  # noqa: SLF001
        parent = os.getpid()
        with warnings.catch_warnings():
            # Python 3.12 warns of forking with threads. The child runs no thread, takes no lock of
            # ours, and is killed and replaced if it should hang on one of the library's.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            return child
        status = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            # Not to hold the port or anyone's connection open should the parent be killed.
            os.closerange(3, 65536)
            # The child is the copy: copying inside it again is wasted work.
            copy.deepcopy = lambda value, memo=None: value  # noqa: ARG005
            self._checkpoints.write(changed, states, parent)
            status = 0
        except BaseException:  # noqa: BLE001  it must reach os._exit, whatever happened
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
