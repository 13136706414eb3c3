"""What a list of expenses, or a summary of them, is narrowed by, besides its range of days."""

from typing import NamedTuple


class Filters(NamedTuple):
    """Which expenses are meant.

    Each part is in an order of its own, without repetitions, so that two ways of saying the same
    are equal.

    Attributes
    ----------
    categories : tuple of str
        Those of any of these categories; none named: of any.
    without : tuple of str
        But of none of these.
    tags : tuple of str
        Those with any of these tags, folded; none named: with any or none.
    words : tuple of str
        Those that every one of these words finds (`tracker.search`).
    kind : str or None
        Those of this kind; None: of either.
    by : tuple of str
        Those that any of these members paid; none named: whoever paid.
    rule : str or None
        Those that this recurring rule recorded; None: of any or none.
    """

    categories: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    kind: str | None = None
    rule: str | None = None
    by: tuple[str, ...] = ()

    @property
    def narrow_categories(self) -> bool:
        """Whether some categories' expenses are not meant."""
        return bool(self.categories or self.without)

    def take_category(self, category_id: str) -> bool:
        """Tell whether expenses of a category are meant."""
        named = not self.categories or category_id in self.categories
        return named and category_id not in self.without

    def take_member(self, member: str) -> bool:
        """Tell whether expenses that a member paid are meant."""
        return not self.by or member in self.by
