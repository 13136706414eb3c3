"""A ledger's part of the table, read item by item and set right."""

from collections.abc import Iterator

from operations.aggregates import Aggregate
from tracker.category import PALETTE, Category
from tracker.deadline import Deadline
from tracker.expense import Expense
from tracker.repository import Repository, keys
from tracker.repository.part import Part, completed
from tracker.repository.sources import EVERYTHING, of_category
from tracker.repository.table import ConditionFailedError, Item, Table
from tracker.text import fold

RECOVERED_COLOUR = PALETTE[0]

SECONDS = 900
"""For one reading of all that a ledger holds; half a million expenses take about a minute."""


class Books:
    """A ledger's items.

    Parameters
    ----------
    table : Table
        Where everybody's are.
    owner : str
        The ledger's partition key, a person's own or a shared one's.
    """

    def __init__(self, table: Table, owner: str) -> None:
        self.owner = owner
        self._table = table

    def items(self) -> Iterator[Item]:
        """Yield all of the ledger's items, strongly consistent."""
        return self._table.query(
            Deadline(SECONDS),
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": self.owner}},
        )

    def item(self, sort_key: str) -> Item | None:
        """Read one item, strongly consistent."""
        return self._table.get(keys.primary(self.owner, sort_key), Deadline(SECONDS))

    def repository(self) -> Repository:
        """Open the ledger, with the time that a long one takes."""
        return Repository(self._table, Part(self.owner), Deadline(SECONDS))

    def expenses_of(self, aggregate: Aggregate) -> list[Expense]:
        """Read the expenses that an item counts, strongly consistent."""
        source = of_category(aggregate.category) if aggregate.category else EVERYTHING
        found = self.repository().expenses(source, first=aggregate.first, last=aggregate.last)
        return [*filter(aggregate.counts, found)]

    def orphaned_names(self) -> list[str]:
        """List the sort keys that take a name for a category that there is not.

        A name and its category are written and deleted in one transaction: a name that was seen
        before its category was looked for, and again after that, is nobody's.
        """
        query = {
            "KeyConditionExpression": "PK = :owner AND begins_with(SK, :names)",
            "ExpressionAttributeValues": {
                ":owner": {"S": self.owner},
                ":names": {"S": keys.category_name("")},
            },
        }
        repository = self.repository()
        orphaned: set[str] | None = None
        for _ in range(2):
            names = {item["SK"]["S"] for item in self._table.query(Deadline(SECONDS), **query)}
            known = {
                keys.category_name(fold(category.name)) for category in repository.categories()
            }
            seen = names - known
            orphaned = seen if orphaned is None else orphaned & seen
        return sorted(orphaned or ())

    def free(self, name: str) -> None:
        """Delete the item that takes a name."""
        self.do([{"Delete": {"Key": keys.primary(self.owner, name)}}])

    def recover_category(self, category_id: str) -> None:
        """Make a category of the person's own anew, counting nothing yet, unless it is there."""
        category = Category(
            id=category_id,
            name=f"Recovered {category_id[-12:]}",
            colour=RECOVERED_COLOUR,
            builtin=False,
        )
        self.repository().add_category(category)

    def add(self, aggregate: Aggregate, seen: Item | None, difference: dict[str, int]) -> bool:
        """Add a difference to an item's numbers; tell whether these were still those seen."""
        stored = aggregate.stored(seen)
        conditions = [
            f"#{name} = :seen_{name}" if seen and name in seen else f"attribute_not_exists(#{name})"
            for name in difference
        ]
        if not aggregate.is_created_by_expenses:
            conditions.append("attribute_exists(PK)")
        values = {f":{name}": {"N": str(number)} for name, number in difference.items()}
        values |= {
            f":seen_{name}": {"N": str(stored[name])}
            for name in difference
            if seen and name in seen
        }
        action = {
            "Update": {
                "Key": keys.primary(self.owner, aggregate.sort_key),
                "UpdateExpression": "ADD " + ", ".join(f"#{name} :{name}" for name in difference),
                "ConditionExpression": " AND ".join(conditions),
                "ExpressionAttributeNames": {f"#{name}": name for name in difference},
                "ExpressionAttributeValues": values,
            }
        }
        return self.do([action])

    def do(self, actions: list[Item]) -> bool:
        """Do all actions; do none, and say so, where a condition does not hold."""
        try:
            self._table.transact(completed(Part(self.owner), actions), Deadline(SECONDS))
        except ConditionFailedError:
            return False
        return True
