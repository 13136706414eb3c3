"""The bill in README.md and docs/benchmarks.md is of what is deployed today."""

from bench import results
from bench.synth import billed_by_the_month


def test_what_is_paid_by_the_month_is_what_the_bill_was_worked_out_with(prod):
    """Otherwise: `make bench PARTS="synth money"`."""
    billed = billed_by_the_month(prod.folder)
    worked_out = results.read()["synth"]
    assert {name: worked_out[name] for name in billed} == billed
