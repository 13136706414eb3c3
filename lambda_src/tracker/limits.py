"""Every limit of the domain, once; docs/api.md tells those that a client can meet."""

MIN_AMOUNT_PAISE = 1
MAX_AMOUNT_PAISE = 10**13
"""Ten thousand crore rupees: a typing error rather than an expense."""

FIRST_DATE = "1900-01-01"
LAST_DATE = "2100-12-31"

MAX_DESCRIPTION = 500
"""Characters (code points) of a description."""

MAX_TAGS = 10
MAX_TAG = 32
"""Characters of one tag, after trimming."""

MAX_BATCH = 100
"""Expenses in one batch."""

DEFAULT_PAGE = 50
MAX_PAGE = 200
"""Expenses on one page of a list."""

MAX_GROUPS = 50_000
"""Of one summary: some 5 MB, and Lambda answers with 6 MB at the most."""

MAX_SEARCH = 200
"""Characters of a search."""

MAX_CATEGORY_NAME = 50
MAX_CUSTOM_CATEGORIES = 200
"""Per person; keeps the list of categories one small read."""

MAX_BODY_BYTES = 256 * 1024
