"""What is stored, and the only code that knows how."""

from tracker.repository.refusals import NameTakenError, RefusedError
from tracker.repository.repository import Look, Repository, open_repository

__all__ = ["Look", "NameTakenError", "RefusedError", "Repository", "open_repository"]
