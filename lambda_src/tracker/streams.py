"""Expenses of several sources as one list: newest first, each once, no further than needed."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

from tracker.expense import Expense
from tracker.repository import Look
from tracker.repository.keys import by_date

FEWEST = 16
"""Expenses that a request looks at where less would do: more than one read unit holds."""

GROWTH = 4
"""How many times as many a request looks at as the one before it, at the most."""

MOST = 2000
"""Expenses that one request looks at: some 600 KB, of the 1 MB that DynamoDB answers with."""

BEFORE_ANY = "~"
"""Sorts as a position newer than every other."""


class Share:
    """How much one request may look at before it answers with what it has found.

    Parameters
    ----------
    expenses : int
        How many it may look at; it ends after the request to the database that reaches it.
    seconds : float
        How long it may look.
    """

    def __init__(
        self,
        *,
        expenses: int,
        seconds: float = float("inf"),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._left = expenses
        self._clock = clock
        self._end = clock() + seconds

    def use(self, looked_at: int) -> None:
        """Note that expenses were looked at."""
        self._left -= looked_at

    @property
    def is_used_up(self) -> bool:
        """Whether it is time to answer."""
        return self._left <= 0 or self._clock() >= self._end


class Stream:
    """The wanted expenses of one source, newest first, as far as they were looked at.

    Parameters
    ----------
    look : callable
        Looks at the next expenses after a position (None: at the newest), so many at the most.
    wants : callable
        Tells of an expense, and of the text that it is searched for in, whether it is wanted.
    after : str or None
        The position to begin after.
    limit : int
        How many to look at first.

    Attributes
    ----------
    has_looked : bool
        Whether it has got anywhere.
    """

    def __init__(
        self,
        look: Callable[[str | None, int], Look],
        wants: Callable[[Expense, str], bool],
        after: str | None,
        limit: int,
    ) -> None:
        self._look = look
        self._wants = wants
        self._after = after
        self._limit = limit
        self._found: deque[Expense] = deque()
        self._seen_in_all = 0
        self._wanted_in_all = 0
        self.has_looked = False

    @property
    def next_position(self) -> str | None:
        """Where its next expense is, or cannot be before; None: there is none."""
        if self._found:
            return by_date(self._found[0].date, self._found[0].id)
        return self._after if self.has_looked else BEFORE_ANY

    @property
    def must_look(self) -> bool:
        """Whether its next expense is not known yet."""
        return not self._found

    def take(self) -> Expense:
        """Take the next expense, which must be known."""
        return self._found.popleft()

    def look(self, missing: int) -> int:
        """Look further, where so many expenses are still asked for; tell at how many it looked."""
        if self.has_looked:
            self._limit = min(self._enough(missing), self._limit * GROWTH, MOST)
        seen, self._after = self._look(self._after, self._limit)
        wanted = [expense for expense, text in seen if self._wants(expense, text)]
        self._found.extend(wanted)
        self._seen_in_all += len(seen)
        self._wanted_in_all += len(wanted)
        self.has_looked = True
        return len(seen)

    def _enough(self, missing: int) -> int:
        """Tell how many to look at for so many, if as many are wanted as among those seen."""
        if not self._wanted_in_all:
            return MOST
        return max(FEWEST, ceil(missing * self._seen_in_all / self._wanted_in_all))


class Taken(NamedTuple):
    """The next expenses of streams, and the position up to which all were looked at.

    Attributes
    ----------
    stopped_at : str or None
        Set where the share was used up before there were as many as asked for.
    """

    expenses: list[Expense]
    stopped_at: str | None


def take(streams: Sequence[Stream], count: int, share: Share | None = None) -> Taken:
    """Take the newest expenses of all streams, each once, until there are so many.

    Parameters
    ----------
    share : Share or None
        What may be looked at for it; None: all that there is. Each stream looks once in any case,
        so that every page gets somewhere.
    """
    taken: dict[str, Expense] = {}
    while len(taken) < count:
        ahead = [(position, stream) for stream in streams if (position := stream.next_position)]
        if not ahead:
            return Taken([*taken.values()], None)
        position, newest = max(ahead, key=lambda pair: pair[0])
        if not newest.must_look:
            expense = newest.take()
            taken.setdefault(expense.id, expense)
        elif share and newest.has_looked and share.is_used_up:
            return Taken([*taken.values()], position)
        else:
            looked_at = newest.look(count - len(taken))
            if share:
                share.use(looked_at)
    return Taken([*taken.values()], None)


def first_limit(count: int, streams: int) -> int:
    """Tell how many expenses each of some streams had best look at first, for so many in all."""
    return count if streams == 1 else min(count, max(FEWEST, 2 * count // streams))
