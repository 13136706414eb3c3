"""Shortly after midnight in India: record what recurring rules say is due, everybody's."""

import time
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.metrics import MetricUnit

from api.operation import logger, metrics, note_fault
from api.pseudonym import in_logs
from tracker import daily_run
from tracker.clock import today
from tracker.repository import keys
from tracker.repository.table import table


class UnfinishedError(Exception):
    """Not all that is due could be recorded in this run's time.

    It is let through: Lambda then runs the job again a minute later, and once more after two, and
    its alarm for errors rings. What is left after that, the next day's run records.
    """


def handler(_event: Mapping[str, Any], context: Any) -> dict[str, int]:  # noqa: ANN401 -- Lambda's own
    """Record what is due.

    Returns
    -------
    dict of str to int
        How many days were recorded or asked about, and how many rules failed.

    Raises
    ------
    UnfinishedError
        The time was up, or the database too busy, for some rules.
    """
    end = time.monotonic() + context.get_remaining_time_in_millis() / 1000
    done = daily_run.record_due(
        table(), today=today(), remaining=lambda: end - time.monotonic(), failed=_note
    )
    logger.info("record_due", **done._asdict())
    if done.left:
        raise UnfinishedError(f"{done.left} rules are left")
    return done._asdict()


def _note(owner: str, error: Exception) -> None:
    with logger.append_context_keys(person=in_logs(owner.removeprefix(keys.PEOPLE))):
        note_fault(error)
    metrics.add_metric("Faults", MetricUnit.Count, 1)
    metrics.add_metadata("operation", "record_due")
    metrics.flush_metrics()
