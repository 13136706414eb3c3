"""What a restore waits for, held to the API's own description."""

import botocore.session
import pytest

from operations.restore import NOT_READY_YET

ASKED = (
    "DescribeTable",
    "RestoreTableToPointInTime",
    "TagResource",
    "UpdateContinuousBackups",
    "UpdateTable",
)

# Of every service, and in no operation's list: "Common errors", API reference.
COMMON = {"ThrottlingException"}


@pytest.fixture(scope="module")
def documented():
    """The errors of what a restore asks, as DynamoDB's service model has them."""
    model = botocore.session.get_session().get_service_model("dynamodb")
    return {
        error.name for name in ASKED for error in model.operation_model(name).error_shapes
    } | COMMON


def test_it_waits_for_errors_that_exist(documented):
    assert documented >= NOT_READY_YET


def test_it_does_not_wait_for_what_will_not_pass(documented):
    assert documented - NOT_READY_YET == {
        # The moment is not among those kept, nothing is kept, or the new table is there already.
        "InvalidRestoreTimeException",
        "PointInTimeRecoveryUnavailableException",
        "TableAlreadyExistsException",
    }
