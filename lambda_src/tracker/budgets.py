"""Changing budgets."""

from tracker.budget import TOTAL, Budget, BudgetContent
from tracker.errors import NotFoundError
from tracker.repository.plans import PlanRepository


def change(repository: PlanRepository, category_id: str, content: BudgetContent) -> Budget:
    """Let a budget hold from a month on; later ones that are there already still replace it.

    Parameters
    ----------
    category_id : str
        Or ``total``.

    Raises
    ------
    NotFoundError
        The person has no such category.
    """
    if category_id != TOTAL and repository.category(category_id) is None:
        raise NotFoundError
    budget = Budget(category=category_id, first=content.month, amount_paise=content.amount_paise)
    if not repository.put_budget(budget):
        raise NotFoundError
    return budget
