"""Summary cells in the table: of all expenses, and of those that have a tag.

A cell holds ``count`` and ``total`` of its month, and for each day that was ever spent on ``n01``
to ``n31`` (a count) and ``d01`` to ``d31`` (paise).
"""

from tracker.cells import Cell, CellKey, DayTotal
from tracker.repository import keys
from tracker.repository.table import Item

WITHOUT_DAYS = {
    "ProjectionExpression": "SK, #count, #total",
    "ExpressionAttributeNames": {"#count": "count", "#total": "total"},
}
"""What makes a query leave out the days of cells: a tenth of the answer, at the same price."""

_ZERO = {"N": "0"}


def numbers(cell: Cell) -> dict[str, int]:
    """List a cell's numbers as they are stored, those that are zero left out."""
    every = {"count": cell.count, "total": cell.total_paise}
    for day, total in cell.days.items():
        every[f"n{day}"] = total.count
        every[f"d{day}"] = total.paise
    return {name: number for name, number in every.items() if number}


def add_to_cell(owner: str, sort_key: str, change: Cell) -> Item:
    """Add a difference to a summary cell, which is made where it is missing."""
    added = numbers(change)
    return {
        "Update": {
            "Key": keys.primary(owner, sort_key),
            "UpdateExpression": "ADD " + ", ".join(f"#{name} :{name}" for name in added),
            "ExpressionAttributeNames": {f"#{name}": name for name in added},
            "ExpressionAttributeValues": {
                f":{name}": {"N": str(number)} for name, number in added.items()
            },
        }
    }


def from_item(item: Item) -> Cell:
    """Read a summary cell; numbers that were never added to are missing and count as zero."""
    return Cell(
        key=CellKey(*keys.cell_parts(item["SK"]["S"])),
        count=int(item.get("count", _ZERO)["N"]),
        total_paise=int(item.get("total", _ZERO)["N"]),
        # A year has some 200 cells of up to 64 numbers: each is looked at once.
        days={
            name[1:]: DayTotal(int(count["N"]), int(item.get(f"d{name[1:]}", _ZERO)["N"]))
            for name, count in item.items()
            if name[0] == "n"
        },
    )


def list_query(owner: str, run: str, *, first: str, last: str) -> Item:
    """Make the query of the cells of a range of months.

    Parameters
    ----------
    run : str
        What their sort keys begin with: those of all expenses (`keys.CELLS`) or of a tag's.
    first, last : str
        Days or months, of which the month counts, both included.
    """
    return {
        "KeyConditionExpression": "PK = :owner AND SK BETWEEN :first AND :last",
        "ExpressionAttributeValues": {
            ":owner": {"S": owner},
            ":first": {"S": f"{run}{first[:7]}"},
            ":last": {"S": f"{run}{last[:7]}{keys.AFTER_ALL}"},
        },
    }
