"""A ledger's part of the table with its budgets, and how its months are counted."""

from collections.abc import Iterator

from tracker.access import Claim
from tracker.budget import Budget
from tracker.deadline import Deadline
from tracker.repository import Repository, budgets, keys, settings
from tracker.settings import Settings, SettingsChange


class PlanRepository(Repository):
    """What one person has, and what they mean to spend."""

    def budgets(self) -> Iterator[Budget]:
        """Yield all budgets, the total's first, those of one category in the order of months."""
        query = budgets.list_query(self.owner)
        return map(budgets.from_item, self._table.query(self._deadline, **query))

    def put_budget(self, budget: Budget) -> bool:
        """Write a budget in the place of one of its month; tell whether its category was there."""
        return self._try(budgets.put(self.owner, budget))

    def settings(self) -> Settings:
        """Read the settings, which everybody has."""
        key = keys.primary(self.owner, keys.SETTINGS)
        return settings.from_item(self._table.get(key, self._deadline))

    def change_settings(self, change: SettingsChange) -> None:
        """Write what is to change in the settings."""
        self._transact([settings.update(self.owner, change)])


def open_plans(claim: Claim, deadline: Deadline) -> PlanRepository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return PlanRepository.open(claim, deadline)
