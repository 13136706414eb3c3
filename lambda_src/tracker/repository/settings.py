"""The settings in the table: one item ``SETTINGS``, which holds what a person ever changed."""

import msgspec

from tracker.repository import keys
from tracker.repository.table import Item
from tracker.settings import Settings, SettingsChange


def from_item(item: Item | None) -> Settings:
    """Read the settings; what is not stored is as it is for everybody."""
    stored = item or {}
    carry_over = stored.get("carry_over_from", {}).get("S")
    if "month_start" not in stored:
        return Settings(carry_over_from=carry_over)
    return Settings(month_start=int(stored["month_start"]["N"]), carry_over_from=carry_over)


def update(owner: str, change: SettingsChange) -> Item:
    """Write what is to change, whatever else is changed at the same moment."""
    sets: list[str] = []
    removes: list[str] = []
    values: Item = {}
    if change.month_start is not msgspec.UNSET:
        sets.append("month_start = :month_start")
        values[":month_start"] = {"N": str(change.month_start)}
    if change.carry_over_from is None:
        removes.append("carry_over_from")
    elif change.carry_over_from is not msgspec.UNSET:
        sets.append("carry_over_from = :carry_over_from")
        values[":carry_over_from"] = {"S": change.carry_over_from}
    clauses = [("SET ", sets), ("REMOVE ", removes)]
    action: Item = {
        "Key": keys.primary(owner, keys.SETTINGS),
        "UpdateExpression": " ".join(verb + ", ".join(terms) for verb, terms in clauses if terms),
    }
    if values:
        action["ExpressionAttributeValues"] = values
    return {"Update": action}
