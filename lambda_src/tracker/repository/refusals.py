"""Why the table refused a transaction, told by the items whose conditions did not hold."""

from tracker.expense import Expense
from tracker.repository import categories, expenses, keys, references, tally
from tracker.repository.table import Failure, Item, key_of
from tracker.repository.tally import Standing


class RefusedError(Exception):
    """Expenses were not written, none of them, for what is stored contradicts some.

    Attributes
    ----------
    taken : dict of str to Expense
        By id, the expenses that are already there.
    closed : set of str
        The categories that no longer exist or are archived.
    paid : dict of str to str
        By the sort key of their payment (`references.key_of`), the ids of the expenses that have
        payments that others were to have.
    standing : Standing or None
        What is on record, and was written that day, if that leaves no room for all of them.
    """

    def __init__(
        self,
        *,
        taken: dict[str, Expense],
        closed: set[str],
        paid: dict[str, str],
        standing: Standing | None = None,
    ) -> None:
        super().__init__(
            f"{len(taken)} ids are taken, {len(closed)} categories are closed,"
            f" {len(paid)} payments are on record"
        )
        self.taken = taken
        self.closed = closed
        self.paid = paid
        self.standing = standing


class NameTakenError(Exception):
    """A category was not renamed, as the name is taken."""


def refusal(actions: list[Item], failures: list[Failure]) -> RefusedError:
    """Tell what is stored that kept actions from being done."""
    taken: dict[str, Expense] = {}
    closed: set[str] = set()
    paid: dict[str, str] = {}
    standing: Standing | None = None
    for failure in failures:
        key = key_of(actions[failure.action])
        sort_key = key["SK"]["S"]
        if sort_key.startswith(keys.EXPENSES) and failure.item:
            stored = expenses.from_item(failure.item)
            taken[stored.id] = stored
        elif sort_key.startswith(keys.CATEGORIES):
            closed.add(categories.id_from_item(key))
        elif sort_key.startswith(keys.REFERENCES) and failure.item:
            paid[sort_key] = references.expense_of(failure.item)
        elif sort_key == keys.TALLY:
            told = tally.standing(actions[failure.action], failure.item)
            standing = standing.with_that_of(told) if standing else told
    return RefusedError(taken=taken, closed=closed, paid=paid, standing=standing)
