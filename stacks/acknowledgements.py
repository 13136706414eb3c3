"""What cdk-nag finds and why it stays: all of it, here and nowhere else.

Each entry names one resource and one rule. A finding without an entry fails synthesis, or
the tests where cdk-nag only warns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from aws_cdk import Annotations, Stack
from cdk_nag import NagPackSuppression, NagSuppressions, RegexAppliesTo
from constructs import Construct

from stacks.operations import RECORD_DUE, DeployedOperation, Job, read_operations
from stacks.parts.operation_function import construct_name
from stacks.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    """One finding that is known and accepted.

    Attributes
    ----------
    stack, path
        The resource: its stack's name within the stage, its path within the stack.
    rule
        The rule's name in the AwsSolutions pack.
    granular
        For rules with several findings a resource, exactly those that are accepted.
    """

    stack: str
    path: str
    rule: str
    reason: str
    granular: tuple[str, ...] = ()


PINNED_RUNTIME: Final = (
    "The layer's compiled wheels are locked for Python 3.13; a newer runtime comes with a new lock."
)

ALWAYS: Final = (
    Acknowledgement(
        stack="Operations",
        path="Health/Route/Resource",
        rule="APIG4",
        reason="Health is public by contract: it tells the version and touches no data.",
    ),
    Acknowledgement(
        stack="Operations",
        path="ReadCalendar/Route/Resource",
        rule="APIG4",
        reason="Calendars send no token: the path holds a secret of 256 bits, which its person can"
        " revoke and of which a digest alone is kept.",
    ),
    Acknowledgement(
        stack="Identity",
        path="UserPool/Resource",
        rule="COG8",
        reason="The Plus plan costs 2 US cents a person and month and adds only threat protection;"
        " sign-in is Cognito's own, with long passwords and optional TOTP.",
    ),
    Acknowledgement(
        stack="Edge",
        path="Bucket/Resource",
        rule="S1",
        reason="Holds the published page only, and is read by CloudFront alone: a log of it would"
        " say nothing but add IP addresses to keep.",
    ),
    Acknowledgement(
        stack="Edge",
        path="Page/Distribution/Resource",
        rule="CFR1",
        reason="People travel, and their ledger with them: no country is shut out.",
    ),
    Acknowledgement(
        stack="Edge",
        path="Page/Distribution/Resource",
        rule="CFR2",
        reason="A web ACL costs more than all else here. The API is throttled, demands a token and"
        " checks every input; the page is static.",
    ),
    Acknowledgement(
        stack="Edge",
        path="Page/Distribution/Resource",
        rule="CFR3",
        reason="Calls of the API are logged at the API, without IP addresses; fetching the static"
        " page is not worth keeping people's addresses for.",
    ),
    Acknowledgement(
        stack="Edge",
        path="Files/Upload/Role/DefaultPolicy/Resource",
        rule="IAM5",
        reason="CDK's own grants to its upload function: every object of the page's bucket and,"
        " for reading, of CDK's staging bucket. The files' names are not known at synthesis.",
        granular=(
            *(f"Action::s3:{action}" for action in ("Abort*", "DeleteObject*", "GetBucket*")),
            *(f"Action::s3:{action}" for action in ("GetObject*", "List*")),
            "Resource::<Bucket83908E77.Arn>/*",
            "Resource::arn:aws:s3:::cdk-hnb659fds-assets-{account}-{region}/*",
        ),
    ),
    Acknowledgement(
        stack="Edge",
        path="Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/Resource",
        rule="L1",
        reason="CDK's own function, whose runtime the pinned aws-cdk-lib chooses.",
    ),
)

MFA_OPTIONAL: Final = Acknowledgement(
    stack="Identity",
    path="UserPool/Resource",
    rule="COG2",
    reason="A second factor is each person's choice unless the setting `mfa` demands it.",
)

CLOUDFRONT_CERTIFICATE: Final = Acknowledgement(
    stack="Edge",
    path="Page/Distribution/Resource",
    rule="CFR4",
    reason="Under a name of CloudFront's own its certificate fixes the policy; browsers negotiate"
    " TLS 1.3. With the setting `domain_name`, TLS 1.2 is the least.",
)


def acknowledge_findings(scope: Construct, *, settings: Settings) -> None:
    """Mark what is accepted on the resources that it is accepted for."""
    for acknowledgement in _acknowledgements(settings):
        stack = cast("Stack", scope.node.find_child(acknowledgement.stack))
        place = {"account": settings.account or "<AWS::AccountId>", "region": settings.region}
        granular: list[str | RegexAppliesTo] = [
            finding.format(**place) if "{" in finding else finding
            for finding in acknowledgement.granular
        ]
        NagSuppressions.add_resource_suppressions_by_path(
            stack,
            f"/{stack.node.path}/{acknowledgement.path}",
            [
                NagPackSuppression(
                    id=f"AwsSolutions-{acknowledgement.rule}",
                    reason=acknowledgement.reason,
                    applies_to=granular or None,
                )
            ],
        )
    # Warnings of CDK's own, not of cdk-nag's.
    Annotations.of(scope).acknowledge_warning(
        "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
        "The default root object is index.html, and no query string gets to S3.",
    )
    if settings.snap_start:
        Annotations.of(scope).acknowledge_warning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish",
            "Routes lead to an alias of a published version.",
        )


def _acknowledgements(settings: Settings) -> Iterator[Acknowledgement]:
    yield from ALWAYS
    for operation in (*read_operations(), RECORD_DUE):
        yield from _of_operation(operation)
    if settings.mfa != "required":
        yield MFA_OPTIONAL
    if not settings.certificate_arn:
        yield CLOUDFRONT_CERTIFICATE


def _of_operation(operation: DeployedOperation | Job) -> Iterator[Acknowledgement]:
    name = construct_name(operation)
    yield Acknowledgement(
        stack="Operations",
        path=f"{name}/Role/Resource",
        rule="IAM5",
        reason="X-Ray's two actions to send traces with know no resources.",
        granular=("Resource::*",),
    )
    yield Acknowledgement(
        stack="Operations", path=f"{name}/Function/Resource", rule="L1", reason=PINNED_RUNTIME
    )
