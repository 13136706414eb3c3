"""What the operations log and count to while these tests run."""


class Telemetry:
    """Takes what Powertools' logger and metrics take, and keeps none of it.

    Powertools' own serve one request at a time, as a Lambda process does; these tests send many at
    once. A fault that the operations would answer with 500 ends the test instead, with its cause.
    """

    def set_correlation_id(self, value):
        pass

    def append_keys(self, **keys):
        pass

    def info(self, message, **fields):
        pass

    def error(self, message, **fields):
        raise AssertionError(f"{message}: {fields}")

    def add_metadata(self, key, value):
        pass

    def add_metric(self, name, unit, value):
        pass

    def flush_metrics(self):
        pass
