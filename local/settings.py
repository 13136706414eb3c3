"""Where the local stack lives and which ports it uses; only this reads its environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
# The account and region of the emulated AWS. The account is the emulator's own default.
ACCOUNT = "000000000000"
REGION = "ap-south-1"
DEMO_EMAIL = "demo@example.com"
PARTNER_EMAIL = "partner@example.com"
# A password for people who exist on this machine only; it satisfies the user pool's policy.
LOCAL_PASSWORD = "Local-demo-2026!"  # noqa: S105


class SettingError(ValueError):
    """A setting that cannot be used; its message is one line that names it."""


@dataclass(frozen=True)
class Settings:
    """One local stack: its folder and its two ports.

    Parameters
    ----------
    folder
        Holds everything the stack writes: data, logs, process ids, outputs. `LOCAL_DIR`.
    port
        Where people open the app, on loopback. `PORT`.
    emulator_port
        Where the emulator listens, on loopback. `EMULATOR_PORT`.
    """

    folder: Path
    port: int
    emulator_port: int

    @classmethod
    def from_environment(cls) -> Settings:
        """Read `LOCAL_DIR`, `PORT` and `EMULATOR_PORT`.

        Raises
        ------
        SettingError
            If a port is not a whole number from 1 to 65535, or both are the same.
        """
        folder = Path(os.environ.get("LOCAL_DIR") or ".local")
        settings = cls(
            folder=folder if folder.is_absolute() else REPOSITORY / folder,
            port=_port("PORT", 8080),
            emulator_port=_port("EMULATOR_PORT", 4566),
        )
        if settings.port == settings.emulator_port:
            raise SettingError(
                f"PORT and EMULATOR_PORT are both {settings.port}: they must differ."
            )
        return settings

    @property
    def app_url(self) -> str:
        """The app's address, without a trailing slash."""
        return f"http://localhost:{self.port}"

    @property
    def emulator_url(self) -> str:
        """The address of the emulated AWS, without a trailing slash."""
        return f"http://localhost:{self.emulator_port}"

    @property
    def logs(self) -> Path:
        """Where each process and each step writes its log."""
        return self.folder / "logs"

    @property
    def outputs(self) -> Path:
        """The file that tells other programs how to reach this stack."""
        return self.folder / "outputs.json"

    @property
    def assembly(self) -> Path:
        """The cloud assembly that was synthesized for this stack, as for AWS."""
        return self.folder / "cdk.out"

    @property
    def local_assembly(self) -> Path:
        """The same assembly, made fit for the emulator."""
        return self.folder / "cdk.local.out"

    @property
    def edge_folder(self) -> Path:
        """What the edge serves: the site's files and how to serve them."""
        return self.folder / "edge"

    @property
    def emulator_python(self) -> Path:
        """The interpreter of the emulator's own environment."""
        return REPOSITORY / ".venv-emulator" / "bin" / "python"


def _port(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:  # noqa: PLR2004
        raise SettingError(f"{name}={text} is not a port: give a number from 1 to 65535.")
    return int(text)


def project_python() -> Path:
    """Return the interpreter of the project's environment, whether it is this one or not."""
    python = REPOSITORY / ".venv" / "bin" / "python"
    return python if python.exists() else Path(sys.executable)


def uv() -> Path:
    """Return what installs packages; `make` puts it into the project's environment first."""
    return project_python().with_name("uv")
