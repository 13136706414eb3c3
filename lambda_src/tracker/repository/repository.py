"""A ledger's part of the table: the only code that knows how things are stored."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, Self

from tracker.access import Claim
from tracker.category import BUILTIN, Category, CategoryChange
from tracker.cells import Cell
from tracker.deadline import Deadline
from tracker.expense import Expense
from tracker.repository import (
    budgets,
    categories,
    cells,
    expenses,
    keys,
    sources,
    tags,
    transactions,
)
from tracker.repository.part import Part, check_refused, completed, opened, room
from tracker.repository.refusals import NameTakenError, refusal
from tracker.repository.sources import Source
from tracker.repository.table import ConditionFailedError, Item, Table, table
from tracker.text import fold


class Look(NamedTuple):
    """Some expenses of a source.

    Attributes
    ----------
    seen : list of (Expense, str)
        Each with the folded text in which it is searched for.
    reached : str or None
        The position up to which this went; None where the source ended.
    """

    seen: list[tuple[Expense, str]]
    reached: str | None


class Repository:
    """What a ledger holds, read strongly consistent and written in transactions.

    Parameters
    ----------
    table : Table
        Where everybody's things are.
    part : Part
        Which ledger it is, and who is at work in it.
    deadline : Deadline
        Until when to try; after it every method raises `BusyError`.
    """

    def __init__(self, table: Table, part: Part, deadline: Deadline) -> None:
        self.part = part
        self.owner = part.owner
        self._table = table
        self._deadline = deadline

    @classmethod
    def open(cls, claim: Claim, deadline: Deadline) -> Self:
        """Open the ledger that a request is about, in the table that the environment names.

        Raises
        ------
        NotFoundError, ForbiddenError
            It is a shared one, and not theirs, or not for this.
        """
        return cls(table(), opened(table(), claim, deadline), deadline)

    def expense(self, expense_id: str) -> Expense | None:
        """Read an expense."""
        item = self._table.get(keys.primary(self.owner, keys.expense(expense_id)), self._deadline)
        return expenses.from_item(item) if item else None

    def expenses(self, source: Source, *, first: str, last: str) -> Iterator[Expense]:
        """Yield the expenses of a source that are in a range of days, newest first."""
        query = sources.query(self.owner, source, first=first, last=last)
        for item in self._table.query(self._deadline, **query):
            yield expenses.from_item(item, source.position(item))

    def look(self, source: Source, *, first: str, last: str, after: str | None, limit: int) -> Look:
        """Look at the next expenses of a source, in one request; see `sources.query`.

        Parameters
        ----------
        limit : int
            How many at the most; DynamoDB gives fewer where they are more than 1 MB.
        """
        query = sources.query(self.owner, source, first=first, last=last, after=after)
        page = self._table.page(self._deadline, **query, Limit=limit)
        return Look(
            seen=[
                (expenses.from_item(item, source.position(item)), expenses.search_text(item))
                for item in page.items
            ],
            reached=source.position(page.last_key) if page.last_key else None,
        )

    def cells(self, *, first: str, last: str, days: bool, tag: str | None = None) -> Iterator[Cell]:
        """Yield the summary cells of the months of a range of days, with their days or without.

        Parameters
        ----------
        tag : str or None
            Whose cells, folded; None: those of all expenses.
        """
        run = keys.CELLS if tag is None else keys.cells_of_tag(tag)
        query = cells.list_query(self.owner, run, first=first, last=last)
        if not days:
            query |= cells.WITHOUT_DAYS
        return map(cells.from_item, self._table.query(self._deadline, **query))

    def category(self, category_id: str) -> Category | None:
        """Read a category, built-in or the person's own."""
        item = self._table.get(keys.primary(self.owner, keys.category(category_id)), self._deadline)
        return categories.from_item(category_id, item)

    def categories(self) -> list[Category]:
        """Read all categories: the built-in ones in their order, then the person's by name."""
        items = {
            categories.id_from_item(item): item
            for item in self._table.query(self._deadline, **categories.list_query(self.owner))
        }
        everything = (
            categories.from_item(category_id, items.get(category_id))
            for category_id in (*BUILTIN, *(own for own in items if own not in BUILTIN))
        )
        found = [category for category in everything if category]
        return sorted(found, key=lambda c: (not c.builtin, "" if c.builtin else fold(c.name)))

    def knows_member(self, member: str) -> bool:
        """Tell whether somebody is in the ledger, or once was."""
        if member == self.part.person:
            return True
        key = keys.primary(self.owner, keys.member(member))
        return self._table.get(key, self._deadline) is not None

    def record(self, recorded: list[Expense]) -> None:
        """Write new expenses, and all that counts them, in one transaction.

        Raises
        ------
        RefusedError
            If what is stored contradicts some of them.
        """
        actions = transactions.record(self.owner, recorded, writer=self.part.writer)
        try:
            self._transact(actions)
        except ConditionFailedError as error:
            raise refusal(actions, error.failures) from error

    def revise(self, before: Expense, after: Expense) -> bool:
        """Replace a version of an expense by the next; tell whether it was still the newest.

        Raises
        ------
        RefusedError
            If it was, and what is stored contradicts the next.
        """
        return self._replace(
            transactions.revise(self.owner, (before, after), writer=self.part.writer)
        )

    def revise_first(self, revisions: list[tuple[Expense, Expense]]) -> bool:
        """Replace versions of the first expenses, as many as one transaction holds.

        Returns
        -------
        bool
            Whether they were all still the newest; if not, nothing was written.

        Raises
        ------
        RefusedError
            If what is stored contradicts the next ones.
        """
        return self._replace(
            transactions.revise_first(self.owner, revisions, writer=self.part.writer)
        )

    def delete(self, expense: Expense, at: str) -> bool:
        """Delete a version of an expense; tell whether it was still the newest.

        Parameters
        ----------
        at : str
            The time of deletion, UTC, RFC 3339.
        """
        return self._try(transactions.delete(self.owner, expense, at))

    def add_category(self, category: Category) -> bool:
        """Record a category of the person's own; tell whether its name was free."""
        return self._try(
            [
                categories.put_new(self.owner, category),
                categories.take_name(self.owner, category.name),
            ]
        )

    def change_category(self, before: Category, changed: CategoryChange) -> bool:
        """Change a category; tell whether its name was still the one seen.

        Raises
        ------
        NameTakenError
            If it was, and the new one is taken.
        """
        try:
            self._transact(categories.change(self.owner, before, changed))
        except ConditionFailedError as error:
            if any(failure.action == 0 for failure in error.failures):
                return False
            raise NameTakenError from error
        return True

    def delete_category(self, category: Category) -> bool:
        """Delete a category of the person's own; tell whether it was there and not in use.

        Its budgets go with it, those that one transaction has no room for right after.
        """
        query = budgets.list_query(self.owner, category.id)
        planned = map(budgets.delete, self._table.query(self._deadline, **query))
        deletion = [
            categories.delete_unused(self.owner, category),
            categories.free_name(self.owner, category.name),
        ]
        deletion += islice(planned, room(self.owner) - len(deletion))
        deleted = self._try(deletion)
        while deleted and (left := list(islice(planned, room(self.owner)))):
            self._transact(left)
        return deleted

    def pause(self) -> None:
        """Wait before reading again what somebody else is changing."""
        self._deadline.pause()

    def _transact(self, actions: list[Item]) -> None:
        """Do all actions or none, as far as the person may, and sweep up what they emptied."""
        whole = completed(self.part, actions)
        try:
            self._table.transact(whole, self._deadline)
        except ConditionFailedError as error:
            check_refused(self.part, whole, error.failures)
            raise
        for deletion in tags.deletions_if_empty(actions):
            self._table.attempt_delete(self._deadline, **deletion)

    def _replace(self, actions: list[Item]) -> bool:
        """Do all actions, or none if an expense is not in the version that was seen."""
        try:
            self._transact(actions)
        except ConditionFailedError as error:
            if any(expenses.is_of_expense(actions[one.action]) for one in error.failures):
                return False
            raise refusal(actions, error.failures) from error
        return True

    def _try(self, actions: list[Item]) -> bool:
        """Do all actions, or none if a condition does not hold."""
        try:
            self._transact(actions)
        except ConditionFailedError:
            return False
        return True


def open_repository(claim: Claim, deadline: Deadline) -> Repository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return Repository.open(claim, deadline)
