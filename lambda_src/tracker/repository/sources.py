"""Where expenses are read from, newest first: all of a person's, of one category, or of one tag."""

from typing import NamedTuple

from tracker.repository import keys
from tracker.repository.table import Item


class Source(NamedTuple):
    """A run of keys in which a person's expenses lie in the order of their positions.

    A position is the key by date; that of an expense is the same in every source.

    Attributes
    ----------
    index_name : str or None
        Which index it is in; None: the table itself.
    sort_key : str
        The attribute by which that is ordered.
    begins : str
        What stands before the position in each key.
    """

    index_name: str | None
    sort_key: str
    begins: str

    def position(self, item: Item) -> str:
        """Read an expense's position off its item, or off the key of it."""
        return item[self.sort_key]["S"].removeprefix(self.begins)


EVERYTHING = Source(keys.DATE_INDEX, "by_date", "")


def of_category(category_id: str) -> Source:
    """Name the source of the expenses of one category."""
    return Source(keys.CATEGORY_INDEX, "by_category", keys.by_category(category_id, ""))


def tagged(tag: str) -> Source:
    """Name the source of the expenses that have a tag."""
    return Source(None, "SK", keys.tagged(tag, ""))


def query(owner: str, source: Source, *, first: str, last: str, after: str | None = None) -> Item:
    """Make the query of the expenses of a range of days, newest first.

    Parameters
    ----------
    first, last : str
        Days, both included.
    after : str or None
        The position to go on after; it must lie in the range.
    """
    # Not by a start key, which would have to be that of an item of this very index.
    until = last + keys.AFTER_ALL if after is None else keys.just_before(after)
    request: Item = {
        "KeyConditionExpression": f"PK = :owner AND {source.sort_key} BETWEEN :first AND :last",
        "ExpressionAttributeValues": {
            ":owner": {"S": owner},
            ":first": {"S": source.begins + first},
            ":last": {"S": source.begins + until},
        },
        "ScanIndexForward": False,
    }
    return {**request, "IndexName": source.index_name} if source.index_name else request
