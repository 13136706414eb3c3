"""What can keep a command from being done."""


class OperationError(Exception):
    """One line that says what could not be done and, where known, what to do about it."""
