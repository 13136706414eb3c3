"""The settings of a deployment: the only reader of CDK context.

Each stage has its own section under `stages` in `cdk.json`; `-c name=value` overrides one setting
for one command. What is neither a setting nor CDK's own context is refused, so that a misspelt
`-c` cannot silently deploy the default.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final, cast

from aws_cdk import RemovalPolicy
from aws_cdk.aws_logs import RetentionDays
from constructs import Construct

from stacks.errors import SettingError
from stacks.setting_values import SettingValues, invalid, is_local

STAGES: Final = ("dev", "prod")

# Those that have every type of resource that the stacks may hold; the tests lint for all of them.
REGIONS: Final = (
    *("ap-south-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "ap-northeast-2"),
    *("me-south-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3"),
    *("us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1"),
)
DEFAULT_REGION: Final = "ap-south-1"
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
MFA_POLICIES: Final = ("off", "optional", "required")
ON_OR_OFF: Final = ("on", "off")
SIGN_UPS: Final = ("open", "invited")

# A household's expense takes some 2,040 bytes with its places in indexes, its tags' marks and its
# share of totals; one from a bank's statement, with a reference and two tags, some 2,960. DynamoDB
# keeps 10 GB of one person's. tests/unit/bench/test_stored_bytes.py holds the two together.
MOST_STORED_EXPENSES: Final = 3_000_000

# CloudWatch keeps logs for these numbers of days only; the names of CDK's enum tell the unit.
LOG_RETENTIONS: Final = {
    1: RetentionDays.ONE_DAY,
    3: RetentionDays.THREE_DAYS,
    5: RetentionDays.FIVE_DAYS,
    7: RetentionDays.ONE_WEEK,
    14: RetentionDays.TWO_WEEKS,
    30: RetentionDays.ONE_MONTH,
    60: RetentionDays.TWO_MONTHS,
    90: RetentionDays.THREE_MONTHS,
    180: RetentionDays.SIX_MONTHS,
    365: RetentionDays.ONE_YEAR,
    731: RetentionDays.TWO_YEARS,
    1827: RetentionDays.FIVE_YEARS,
}

# An operation keeps some 3 seconds back for its last request to the table.
SHORTEST_TIMEOUT_SECONDS: Final = 5
# HTTP APIs answer within 30 seconds or not at all (API Gateway quotas), hence Lambda's limit.
LONGEST_TIMEOUT_SECONDS: Final = 29

_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TABLE = re.compile(r"[A-Za-z0-9_.-]{3,255}")
# CloudFront takes certificates from us-east-1 only.
_CERTIFICATE = re.compile(r"arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+")

_Values = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that may differ between two deployments.

    Attributes
    ----------
    stage
        `dev` can be destroyed without a trace; `prod` keeps what people entered.
    region
        Where all of the stage is, whatever the command line's own region.
    account
        The one AWS account that the stage may go to. Prod demands it: with another profile at
        hand, a second prod would be made without a word.
    allowed_origins
        Origins other than the app's own that may call the API and sign in, e.g. a dev server.
    log_level
        Of the Lambda functions.
    log_retention_days
        Of every log group; one of CloudWatch's periods.
    memory_mb, timeout_seconds
        Of each operation's Lambda function.
    snap_start
        Whether functions start from a snapshot; costs money (docs/architecture.md).
    throttle_rate, throttle_burst
        Requests a second, and at once, that the API lets through in all; 0 lets nothing through.
    public_throttle_rate
        Requests a second to each operation that asks for no token; twice as many at once.
    sign_up
        Whether anybody may make an account, or only whom the operator invites.
    mfa
        Whether there is a second factor (TOTP), and whether it is each person's choice or demanded.
    email_from
        The verified SES address that Cognito's mails come from; empty for Cognito's own sender,
        which stops at fifty a day.
    writes_per_day
        The most expenses that one person may add, edit, move and copy in a day; beyond, they get
        429. 20,000 adds cost some 0.17 dollars; moves and edits of ten tags, at the worst, 1.70.
    stored_expenses
        The most expenses that one person may keep; beyond, they get 429. Half a million of a
        household's are 1.0 GB: some 0.52 dollars a month with their backups. Three million at the
        most, which are 9 GB with references and tags, of the 10 GB that there is room for. Longer
        texts and more tags fill that with fewer: an add is then refused with 409.
    monthly_budget_usd
        Of the whole account; near it and past it, `alarm_email` is told. 0 for none. There is none
        either as long as nobody is to be told.
    layer_bytecode
        Whether the layer holds bytecode, which needs Lambda's Python on the machine that builds it.
    domain_name, certificate_arn
        The app's own address and its certificate (in us-east-1); both or neither.
    alarm_email
        Who is told when an alarm goes off; nobody when empty.
    restored_table
        The table that people use in place of the stack's own, after a restore
        (docs/operations.md); empty for the stack's own.
    """

    stage: str
    region: str
    account: str
    allowed_origins: tuple[str, ...]
    log_level: str
    log_retention_days: int
    memory_mb: int
    timeout_seconds: int
    snap_start: bool
    throttle_rate: int
    throttle_burst: int
    public_throttle_rate: int
    sign_up: str
    mfa: str
    email_from: str
    writes_per_day: int
    stored_expenses: int
    monthly_budget_usd: int
    layer_bytecode: bool
    domain_name: str
    certificate_arn: str
    alarm_email: str
    restored_table: str

    def stack_name(self, name: str) -> str:
        """Return what CloudFormation calls one of the stage's stacks."""
        return f"ExpenseTracker-{self.stage}-{name}"

    @property
    def account_wide_name(self) -> str:
        """The start of names that an account has once over all regions, e.g. CloudFront's."""
        return f"expense-tracker-{self.stage}-{self.region}"

    @property
    def tags(self) -> dict[str, str]:
        """What every resource is marked with, e.g. for the bill."""
        return {"project": "expense-tracker", "stage": self.stage}

    @property
    def warnings(self) -> Iterator[str]:
        """What may be deployed and is hardly meant, a line each."""
        if self.keeps_data and not self.alarm_email:
            yield (
                'Setting "alarm_email" is empty: nobody is told when prod breaks,'
                " nor when its month gets expensive"
            )

    @property
    def keeps_data(self) -> bool:
        """Whether people's data outlives its stack."""
        return self.stage == "prod"

    @property
    def removal_of_data(self) -> RemovalPolicy:
        """What becomes of what people entered when its resource goes.

        Kept, but for a creation that failed: what nobody has used yet would only be in the way of
        the next attempt.
        """
        return (
            RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE if self.keeps_data else RemovalPolicy.DESTROY
        )

    @property
    def log_retention(self) -> RetentionDays:
        """The retention of every log group."""
        return LOG_RETENTIONS[self.log_retention_days]

    @property
    def known_origins(self) -> tuple[str, ...]:
        """Origins of the page known before anything is deployed."""
        own = (f"https://{self.domain_name}",) if self.domain_name else ()
        return own + self.allowed_origins


SETTING_NAMES: Final = tuple(field.name for field in fields(Settings))


def read_settings(scope: Construct) -> Settings:
    """Read the settings of the chosen stage.

    Raises
    ------
    SettingError
        For the first setting that is unknown, missing or invalid.
    """
    context = cast("_Values", scope.node.get_all_context())
    # CDK's own keys (feature flags, look-ups, the CLI's) all hold one of these; no setting does.
    given = {name: value for name, value in context.items() if not re.search(r"[@:/]", name)}
    _refuse_unknown(given, (*SETTING_NAMES, "stages"))

    stage = SettingValues(given).one_of("stage", STAGES)
    stages = given.get("stages")
    section = cast("_Values", stages).get(stage) if isinstance(stages, dict) else None
    if not isinstance(section, dict):
        raise SettingError(f'Setting "stages": cdk.json has no section "{stage}" there')
    section = cast("_Values", section)
    _refuse_unknown(section, SETTING_NAMES)
    chosen = {**section, **given}
    region = chosen.get("region") or DEFAULT_REGION
    return _parse(SettingValues({**chosen, "region": region}))


def _parse(values: SettingValues) -> Settings:
    settings = Settings(
        stage=values.one_of("stage", STAGES),
        region=values.one_of("region", REGIONS),
        account=values.account("account"),
        allowed_origins=values.origins("allowed_origins"),
        log_level=values.one_of("log_level", LOG_LEVELS),
        log_retention_days=_log_retention_days(values, "log_retention_days"),
        memory_mb=values.whole_number("memory_mb", 128, 10_240),
        timeout_seconds=values.whole_number(
            "timeout_seconds", SHORTEST_TIMEOUT_SECONDS, LONGEST_TIMEOUT_SECONDS
        ),
        snap_start=values.yes_or_no("snap_start"),
        throttle_rate=values.whole_number("throttle_rate", 0, 10_000),
        throttle_burst=values.whole_number("throttle_burst", 0, 5_000),
        public_throttle_rate=values.whole_number("public_throttle_rate", 0, 1_000),
        sign_up=values.one_of("sign_up", SIGN_UPS),
        mfa=values.one_of("mfa", MFA_POLICIES),
        email_from=values.matching("email_from", _EMAIL, "an e-mail address"),
        writes_per_day=values.whole_number("writes_per_day", 100, 1_000_000),
        stored_expenses=values.whole_number("stored_expenses", 1_000, MOST_STORED_EXPENSES),
        monthly_budget_usd=values.whole_number("monthly_budget_usd", 0, 100_000),
        layer_bytecode=values.one_of("layer_bytecode", ON_OR_OFF) == "on",
        domain_name=values.matching("domain_name", _DOMAIN, "a lower-case domain name"),
        certificate_arn=values.matching(
            "certificate_arn", _CERTIFICATE, "the ARN of an ACM certificate in us-east-1"
        ),
        alarm_email=values.matching("alarm_email", _EMAIL, "an e-mail address"),
        restored_table=values.matching("restored_table", _TABLE, "the name of a DynamoDB table"),
    )
    if bool(settings.domain_name) != bool(settings.certificate_arn):
        missing = "certificate_arn" if settings.domain_name else "domain_name"
        raise SettingError(f'Setting "{missing}": needed along with the other of the two')
    # Prod has a budget unless told otherwise, and warns instead.
    if settings.monthly_budget_usd and not settings.alarm_email and not settings.keeps_data:
        raise SettingError('Setting "monthly_budget_usd": "alarm_email" says who is told of it')
    if settings.keeps_data and not settings.account:
        raise SettingError(
            'Setting "account": prod needs the number of its AWS account (12 digits)'
        )
    if settings.keeps_data and any(map(is_local, settings.allowed_origins)):
        raise SettingError('Setting "allowed_origins": prod admits no page on localhost')
    return settings


def _refuse_unknown(values: _Values, known: tuple[str, ...]) -> None:
    for name in values:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(SETTING_NAMES)}"
            raise SettingError(f'Setting "{name}" is unknown: {hint}')


def _log_retention_days(values: SettingValues, name: str) -> int:
    days = values.whole_number(name, 1, max(LOG_RETENTIONS))
    if days not in LOG_RETENTIONS:
        raise invalid(name, f"one of {', '.join(map(str, LOG_RETENTIONS))}", days)
    return days
