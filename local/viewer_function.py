"""Run the distribution's CloudFront Function: the very code of the template, in Node."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

# One line of JSON in, one out. The function's code is the first line.
_RUNNER = """
const lines = require("node:readline").createInterface({ input: process.stdin });
let handler;
lines.on("line", async (line) => {
  const message = JSON.parse(line);
  if (message.code) { handler = new Function(`${message.code}\\nreturn handler;`)(); return; }
  let answer;
  try { answer = { result: await handler(message.event) }; }
  catch (error) { answer = { error: String(error) }; }
  process.stdout.write(JSON.stringify(answer) + "\\n");
});
"""
SECONDS_TO_ANSWER = 5.0


class ViewerFunctionError(Exception):
    """The function failed; CloudFront would answer 503."""


@dataclass(frozen=True)
class Answer:
    """A response that the function gave in place of a request to the origin."""

    status: int
    headers: dict[str, str]
    body: str


class ViewerFunction:
    """A CloudFront Function on viewer-request, in a Node process of its own.

    Parameters
    ----------
    code
        The function's code, which defines `handler(event)`.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        # What the path alone decides need not be asked twice; a page has few paths.
        self._known: dict[str, str | Answer] = {}

    async def __call__(self, method: str, path: str) -> str | Answer:
        """Return the path to ask the origin for, or the answer to give without asking it.

        Raises
        ------
        ViewerFunctionError
            If the function throws or does not answer.
        """
        key = f"{method} {path}"
        if key not in self._known:
            if len(self._known) > 1000:  # noqa: PLR2004  a bound on memory, no more
                self._known.clear()
            self._known[key] = await self._ask(method, path)
        return self._known[key]

    async def close(self) -> None:
        """End the Node process."""
        if self._process:
            self._process.kill()
            await self._process.wait()
            self._process = None

    async def _ask(self, method: str, path: str) -> str | Answer:
        request = {"method": method, "uri": path, "querystring": {}, "headers": {}, "cookies": {}}
        event = {"version": "1.0", "context": {"eventType": "viewer-request"}, "request": request}
        async with self._turn:
            try:
                line = await asyncio.wait_for(self._exchange(event), SECONDS_TO_ANSWER)
            except (TimeoutError, OSError) as error:
                await self.close()
                raise ViewerFunctionError(f"no answer: {error!r}") from error
        answer: dict[str, Any] = json.loads(line) if line else {"error": "Node ended"}
        if "result" not in answer:
            await self.close()
            raise ViewerFunctionError(answer["error"])
        result = answer["result"]
        if "uri" in result:
            return result["uri"]
        headers = {name: header["value"] for name, header in result.get("headers", {}).items()}
        body = result.get("body", "")
        text = body if isinstance(body, str) else body.get("data", "")
        return Answer(result["statusCode"], headers, text)

    async def _exchange(self, event: dict[str, object]) -> bytes:
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                "node",
                "-e",
                _RUNNER,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            self._send({"code": self._code})
        self._send({"event": event})
        assert self._process.stdout  # noqa: S101  asked for above
        return await self._process.stdout.readline()

    def _send(self, message: dict[str, object]) -> None:
        assert self._process and self._process.stdin  # noqa: S101, PT018  asked for above
        self._process.stdin.write(json.dumps(message).encode() + b"\n")
