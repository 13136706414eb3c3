"""One person's part of the table: the only code that knows how things are stored."""

import os
from collections.abc import Iterator

from tracker.category import BUILTIN, Category, CategoryChange
from tracker.cells import Cell
from tracker.deadline import Deadline
from tracker.expense import Expense
from tracker.repository import categories, cells, expenses, keys, transactions
from tracker.repository.expenses import Filters
from tracker.repository.table import ConditionFailedError, Item, Table, table

__all__ = ["Filters", "NameTakenError", "RefusedError", "Repository", "open_repository"]


class RefusedError(Exception):
    """Expenses were not written, none of them, for what is stored contradicts some.

    Attributes
    ----------
    taken : dict of str to Expense
        By id, the expenses that are already there.
    closed : set of str
        The categories that no longer exist or are archived.
    """

    def __init__(self, *, taken: dict[str, Expense], closed: set[str]) -> None:
        super().__init__(f"{len(taken)} ids are taken, {len(closed)} categories are closed")
        self.taken = taken
        self.closed = closed


class NameTakenError(Exception):
    """A category was not renamed, as the name is taken."""


class Repository:
    """What one person has, read strongly consistent and written in transactions.

    Parameters
    ----------
    table : Table
        Where everybody's things are.
    user : str
        Whose they are: the ``sub`` of a verified token, and nothing else.
    deadline : Deadline
        Until when to try; after it every method raises `BusyError`.
    """

    def __init__(self, table: Table, user: str, deadline: Deadline) -> None:
        self.user = user
        self._table = table
        self._deadline = deadline

    def expense(self, expense_id: str) -> Expense | None:
        """Read an expense."""
        item = self._table.get(keys.primary(self.user, keys.expense(expense_id)), self._deadline)
        return expenses.from_item(item) if item else None

    def expenses(
        self, *, first: str, last: str, filters: Filters, after: str | None, page: int
    ) -> Iterator[Expense]:
        """Yield the expenses of a range of days, newest first; see `expenses.list_query`."""
        query = expenses.list_query(
            self.user, first=first, last=last, filters=filters, after=after, page=page
        )
        return map(expenses.from_item, self._table.query(self._deadline, **query))

    def cells(self, *, first: str, last: str, days: bool) -> Iterator[Cell]:
        """Yield the summary cells of the months of a range of days, with their days or without."""
        query = cells.list_query(self.user, first=first, last=last)
        if not days:
            query |= cells.WITHOUT_DAYS
        return map(cells.from_item, self._table.query(self._deadline, **query))

    def category(self, category_id: str) -> Category | None:
        """Read a category, built-in or the person's own."""
        item = self._table.get(keys.primary(self.user, keys.category(category_id)), self._deadline)
        return categories.from_item(category_id, item)

    def categories(self) -> list[Category]:
        """Read all categories: the built-in ones in their order, then the person's by name."""
        items = {
            categories.id_from_item(item): item
            for item in self._table.query(self._deadline, **categories.list_query(self.user))
        }
        everything = (
            categories.from_item(category_id, items.get(category_id))
            for category_id in (*BUILTIN, *(own for own in items if own not in BUILTIN))
        )
        found = [category for category in everything if category]
        return sorted(found, key=lambda c: (not c.builtin, "" if c.builtin else c.name.casefold()))

    def record(self, recorded: list[Expense]) -> None:
        """Write new expenses, and all that counts them, in one transaction.

        Raises
        ------
        RefusedError
            If ids are taken or categories closed.
        """
        actions = transactions.record(self.user, recorded)
        try:
            self._table.transact(actions, self._deadline)
        except ConditionFailedError as error:
            raise RefusedError(
                taken={
                    recorded[failure.action].id: expenses.from_item(failure.item)
                    for failure in error.failures
                    if failure.item
                },
                closed={
                    categories.id_from_key(actions[failure.action])
                    for failure in error.failures
                    if failure.action >= len(recorded)
                },
            ) from error

    def revise(self, before: Expense, after: Expense) -> bool:
        """Replace a version of an expense by the next; tell whether it was still the newest.

        Raises
        ------
        RefusedError
            If it was, and its new category is closed.
        """
        actions = transactions.revise(self.user, before, after)
        try:
            self._table.transact(actions, self._deadline)
        except ConditionFailedError as error:
            if any(failure.action == 0 for failure in error.failures):
                return False
            raise RefusedError(taken={}, closed={after.category}) from error
        return True

    def delete(self, expense: Expense) -> bool:
        """Delete a version of an expense; tell whether it was still the newest."""
        return self._try(transactions.delete(self.user, expense))

    def add_category(self, category: Category) -> bool:
        """Record a category of the person's own; tell whether its name was free."""
        return self._try(
            [
                categories.put_new(self.user, category),
                categories.take_name(self.user, category.name),
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
            self._table.transact(categories.change(self.user, before, changed), self._deadline)
        except ConditionFailedError as error:
            if any(failure.action == 0 for failure in error.failures):
                return False
            raise NameTakenError from error
        return True

    def delete_category(self, category: Category) -> bool:
        """Delete a category of the person's own; tell whether it was there and not in use."""
        return self._try(
            [
                categories.delete_unused(self.user, category),
                categories.free_name(self.user, category.name),
            ]
        )

    def pause(self) -> None:
        """Wait before reading again what somebody else is changing."""
        self._deadline.pause()

    def _try(self, actions: list[Item]) -> bool:
        """Do all actions, or none if a condition does not hold."""
        try:
            self._table.transact(actions, self._deadline)
        except ConditionFailedError:
            return False
        return True


def open_repository(user: str, deadline: Deadline) -> Repository:
    """Open a person's part of the table that the environment names."""
    return Repository(table(), user, deadline)


if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
    # Lambda starts a function with more CPU than it runs it with: the client is made then, and not
    # while the first person waits.
    table()
