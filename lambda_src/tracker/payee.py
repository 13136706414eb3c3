"""Payee rules: what a person taught of a payee, so that it need not be chosen again."""

import msgspec

from tracker.fields import CategoryId, Payee, Tags


class PayeeRule(msgspec.Struct, frozen=True, kw_only=True):
    """The category and the tags that expenses of a payee get.

    Attributes
    ----------
    payee : str
        As the person wrote it last.
    """

    payee: Payee
    category: CategoryId
    tags: Tags


class PayeePath(msgspec.Struct, frozen=True):
    """Whose rule a path names."""

    payee: Payee


class PayeeRuleContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of a payee: a whole replacement of what was said before."""

    category: CategoryId
    tags: Tags = ()
