"""Every limit of the domain, once; docs/api.md tells those that a client can meet."""

MIN_AMOUNT_PAISE = 1
MAX_AMOUNT_PAISE = 10**12
"""A thousand crore rupees: a typing error rather than an expense."""

MAX_SUM_PAISE = 2**53 - 1
"""Of all amounts of a ledger together: up to here a browser's numbers are exact."""

FIRST_DATE = "1900-01-01"
LAST_DATE = "2100-12-31"

LAST_MONTH_START = 28
"""Every calendar month has this day, so that months that begin on it follow each other."""

MAX_DESCRIPTION = 500
"""Characters (code points) of a description."""

MAX_REFERENCE = 64
"""Characters of a bank's reference, after trimming; the longest in use have 35 (ISO 20022)."""

MAX_TAGS = 10
MAX_TAG = 32
"""Characters of one tag, after trimming."""

MAX_FOLDED_BYTES = 900
"""Of a name or tag as keys hold it, in UTF-8; a sort key holds 1,024 bytes (DynamoDB's quota). Only
names of one sign that stands for a phrase (U+FDFA), again and again, come near."""

MAX_BATCH = 100
"""Expenses in one batch."""

DAYS_KEPT = 30
"""How long what a delete took can be brought back."""

DEFAULT_PAGE = 50
MAX_PAGE = 200
"""Expenses on one page of a list."""

MAX_GROUPS = 30_000
"""Of one summary: the longest take 5 MB, and Lambda answers with 6 MB at the most."""

MAX_ADDED_UP = 50_000
"""Expenses that one summary of several tags reads: some 20 MB."""

MAX_SEARCH = 200
"""Characters of a search."""

MAX_CATEGORIES_ASKED = 200
MAX_TAGS_ASKED = 10
"""Of one list or summary; 200 ids are 7 KB of the 10 KB that HTTP API takes before the body."""

MAX_CATEGORY_NAME = 50
MAX_CUSTOM_CATEGORIES = 200
"""Per person; keeps the list of categories one small read."""

MAX_PAYEE = 100
"""Characters of a payee's name."""

MAX_PAYEE_RULES = 2000
"""Per person; the list of them is one answer, of 3 MB at the most."""

MAX_RULES = 500
"""Recurring rules of a person; keeps the list of them, and what is upcoming, one small read."""

MAX_DAYS_BACK = 366
"""How long ago a new rule may begin; what it says of the days until now is recorded at once."""

MAX_ASKED = 100
"""Days of a rule whose amount is still to be told; with as many it waits."""

DEFAULT_DAYS_AHEAD = 30
MAX_DAYS_AHEAD = 92
"""After the first of a list of what is to come."""

DAYS_IN_CALENDAR = 60
"""After today, of what a calendar is told."""

MAX_UPCOMING = 2000
"""Of one such list: some 5 MB at the most, and Lambda answers with 6 MB."""

MAX_EVERY = 366
"""Days, weeks, months or years between two times of a rule."""

MAX_TIMES = 9999
"""Times that a rule that counts them has."""

MAX_SKIPPED = 50
"""Days that a rule leaves out."""

MAX_PEOPLE = 20
"""In a ledger at a time, and of one list or summary."""

MAX_LEDGERS = 20
"""Shared ledgers that one person is in; keeps the list of them one small read."""

MAX_LEDGER_NAME = 50
MAX_MEMBER_NAME = 50

MAX_INVITATIONS = 50
"""Of a ledger, open at a time."""

DAYS_INVITED = 7
"""How long an invitation can be accepted."""

MAX_ATTEMPTS = 20
"""Tokens of no invitation that one person may try in a day."""

MAX_TOKEN = 100
"""Characters of an invitation's token; those that are made have some fifty."""

MAX_SHARE = 10_000
"""Of one member; shares like 60 and 40, or 33.34 % as 3,334."""

MAX_SETTLEMENTS = 1000
"""Of a ledger; balances add all of them up."""

MAX_BODY_BYTES = 256 * 1024

SHOWN_NAME = 64
"""Characters of an unknown field's name that an error repeats."""

SHOWN_UNKNOWN = 10
"""Unknown fields that are named; of more it is said how many there are."""
