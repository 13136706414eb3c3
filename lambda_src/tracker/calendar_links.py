"""Making, telling of, revoking and opening a calendar's link."""

from tracker import calendar_link
from tracker.calendar_link import CalendarLink, NewCalendarLink
from tracker.deadline import Deadline
from tracker.errors import NotFoundError
from tracker.repository.calendar import CalendarRepository, part_by
from tracker.repository.part import Part


def replace(repository: CalendarRepository) -> NewCalendarLink:
    """Make a link; the one before opens nothing any more."""
    told, kept = calendar_link.make()
    while not repository.put_link(repository.link(), kept):
        # Another request made or revoked one meanwhile: this one comes after it.
        pass
    return told


def current(repository: CalendarRepository) -> CalendarLink:
    """Tell whether there is a link, and since when."""
    link = repository.link()
    return CalendarLink(created_at=link.created_at if link else None)


def revoke(repository: CalendarRepository) -> None:
    """Let no link open anything any more.

    Raises
    ------
    NotFoundError
        There is none.
    """
    while link := repository.link():
        if repository.delete_link(link):
            return
    raise NotFoundError


def opened_by(file: str, deadline: Deadline) -> Part:
    """Open what the last part of a path is the link of.

    Raises
    ------
    NotFoundError
        It is none.
    """
    secret = calendar_link.secret_in(file)
    part = part_by(calendar_link.digest_of(secret), deadline) if secret else None
    if part is None:
        raise NotFoundError
    return part
