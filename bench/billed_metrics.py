"""The metrics of a template that CloudWatch bills by the month: one count for figures and tests."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Resource = Mapping[str, Any]


def alarm_metrics(resources: Iterable[Resource]) -> int:
    """Count the metrics that alarms watch: each is paid for, also within a formula."""
    return sum(
        sum("MetricStat" in metric for metric in alarm.get("Metrics", [])) or 1
        for alarm in _properties(resources, "AWS::CloudWatch::Alarm")
    )


def dashboard_metrics(resources: Iterable[Resource]) -> list[int]:
    """Count the metrics that each dashboard's graphs refer to; one in two graphs is one."""
    return [
        _referred(dashboard["DashboardBody"])
        for dashboard in _properties(resources, "AWS::CloudWatch::Dashboard")
    ]


def _referred(body: Any) -> int:  # noqa: ANN401 -- a text, or CloudFormation's parts of one
    parts = body["Fn::Join"][1] if isinstance(body, dict) else [body]
    # What deployment fills in is a name within a JSON string: its own form stands for it.
    text = "".join(
        part if isinstance(part, str) else json.dumps(json.dumps(part))[1:-1] for part in parts
    )
    return len(
        {
            json.dumps([word for word in metric if not isinstance(word, dict)])
            for widget in json.loads(text)["widgets"]
            for metric in widget["properties"].get("metrics", [])
            if isinstance(metric[0], str)
        }
    )


def _properties(resources: Iterable[Resource], kind: str) -> Iterator[Resource]:
    return (resource["Properties"] for resource in resources if resource["Type"] == kind)
