"""Parts of ministack whose answer depends on a text alone, and is the same for each item."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

EXPRESSIONS = 1_000
NUMBERS = 100_000


def remember_texts(dynamodb: Any) -> None:  # noqa: ANN401 -- a module without types
    """Have ministack read an expression once, and not anew for each item that it looks at.

    Parameters
    ----------
    dynamodb : module
        ``ministack.services.dynamodb``.
    """
    remember = lru_cache(EXPRESSIONS)
    tokens_of = remember(dynamodb._tokenize)  # noqa: SLF001 -- ministack has no other door
    dynamodb._tokenize = lambda expression: [*tokens_of(expression)]  # noqa: SLF001 -- as above
    dynamodb._condition_syntax_error = remember(dynamodb._condition_syntax_error)  # noqa: SLF001 -- as above
    dynamodb._number_size_bytes = lru_cache(NUMBERS)(dynamodb._number_size_bytes)  # noqa: SLF001 -- as above
