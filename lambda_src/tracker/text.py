"""Texts that people write: which are refused, how names are tidied, and which two are the same.

All of it follows Unicode's own tables, so that no script is favoured. What a person sees is never
folded: `fold` makes what is compared, searched and used in keys. The page's
`web/src/reading/folding.js` folds alike; `tests/unit/text_cases.json` holds both to it.
"""

import re
import unicodedata

CONTROL = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029"
"""Categories Cc, Zl and Zp, as patterns write them: a line break in a log, a NUL in a file."""

DIRECTING = "\\u202a-\\u202e\\u2066-\\u2069"
"""Embeddings, overrides and isolates (UAX 9): one left open turns round what stands beside it."""

UNFIT = f"{CONTROL}{DIRECTING}"

_UNFIT = re.compile(f"[{UNFIT}]")

UNSEEN = (
    "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e"
    "\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Default_Ignorable_Code_Point (DerivedCoreProperties.txt): whole ranges are set aside for it."""

BLANK = (
    "\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
    "\\u2800\\u3164\\uffa0"
)
"""White_Space, and what fonts draw as a blank: the empty Braille cell, the Hangul fillers."""

_UNSEEN = re.compile(f"[{UNSEEN}]")
_BLANKS = re.compile(f"[{BLANK}]+")
_SEEN = re.compile(f"[^{BLANK}{UNSEEN}]")

_EMPTY = re.compile("[\\u00ad\\u200b\\u2060-\\u2064\\ufeff]")
"""Of the unseen, what neither joins, shapes nor orders anything: a name loses nothing with it."""

_FINAL_SIGMA, _SIGMA = "\u03c2", "\u03c3"

_CHILLU = str.maketrans(
    {
        "\u0d7a": "\u0d23\u0d4d",
        "\u0d7b": "\u0d28\u0d4d",
        "\u0d7c": "\u0d30\u0d4d",
        "\u0d7d": "\u0d32\u0d4d",
        "\u0d7e": "\u0d33\u0d4d",
        "\u0d7f": "\u0d15\u0d4d",
        "\u0d54": "\u0d2e\u0d4d",
        "\u0d55": "\u0d2f\u0d4d",
        "\u0d56": "\u0d34\u0d4d",
        "\u09ce": "\u09a4\u09cd",
    }
)
"""Malayalam's chillu letters and Bengali's khanda ta, once written as a consonant, a virama and a
joiner (The Unicode Standard, 12.9 and 12.2): both ways are in use, and no normalisation joins
them."""

_NUKTAS = range(6, 8)
_POINTS = range(10, 37)
_ACCENTS = range(200, 256)
"""Canonical combining classes of marks that are often left out: nuktas and reading marks, points
of Hebrew and Arabic, accents. Vowel signs of Indic scripts have class 0, their viramas 9: those are
spelling and stay."""


def unfit(text: str) -> bool:
    """Tell whether a text holds what is no writing: controls, line separators, direction turns."""
    return _UNFIT.search(text) is not None


def seen(text: str) -> bool:
    """Tell whether a text shows anything at all."""
    return _SEEN.search(text) is not None


def tidied(text: str) -> str:
    """Write a name as it is kept: composed, on one line, with single spaces, none at its ends.

    Joiners stay, as they shape Indic conjuncts and emoji; marks that do nothing at all go.
    """
    composed = unicodedata.normalize("NFC", _EMPTY.sub("", text))
    return _BLANKS.sub(" ", composed).strip(" ")


def fold(text: str) -> str:
    """Make two texts equal that a person would call the same.

    Case, accents, nuktas, the width and style of letters, kinds and runs of spaces, joiners and
    other marks that show nothing make no difference; nor does the script of digits. What shows
    anything never folds to nothing.

    Examples
    --------
    >>> fold(" Café\u00a0 १२ ")
    'cafe 12'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    spaced = _UNSEEN.sub("", _BLANKS.sub(" ", text))
    parts = unicodedata.normalize("NFKD", spaced).translate(_CHILLU)
    plain = "".join(map(_digit, filter(_is_spelling, parts)))
    # There and back again, as a capital may stand for several small letters: ß, SS, ss.
    caseless = plain.lower().upper().lower().replace(_FINAL_SIGMA, _SIGMA)
    folded = " ".join(unicodedata.normalize("NFC", caseless).split())
    return folded or unicodedata.normalize("NFC", spaced).strip()


def _is_spelling(character: str) -> bool:
    combining = unicodedata.combining(character)
    return not (combining in _NUKTAS or combining in _POINTS or combining in _ACCENTS)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))
