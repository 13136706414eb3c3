"""The settings of a deployment: the only reader of CDK context.

Each stage has its own section under `stages` in `cdk.json`; `-c name=value` overrides one setting
for one command. What is neither a setting nor CDK's own context is refused, so that a misspelt
`-c` cannot silently deploy the default.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, cast

from aws_cdk import RemovalPolicy
from aws_cdk.aws_logs import RetentionDays
from constructs import Construct

from stacks.errors import SettingError

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
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")
# Cognito takes HTTP on localhost by this name only (CreateUserPoolClient, CallbackURLs).
_LOCAL_ORIGIN = re.compile(r"http://localhost(:[0-9]{1,5})?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ACCOUNT = re.compile(r"[0-9]{12}")
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
    health_throttle_rate
        Requests a second to the one operation that asks for no token; twice as many at once.
    sign_up
        Whether anybody may make an account, or only whom the operator invites.
    mfa
        Whether there is a second factor (TOTP), and whether it is each person's choice or demanded.
    email_from
        The verified SES address that Cognito's mails come from; empty for Cognito's own sender,
        which stops at fifty a day.
    writes_per_day, stored_expenses
        The most that one person may change in a day, and keep.
    monthly_budget_usd
        Of the whole account; near it and past it, `alarm_email` is told. 0 for none.
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
    health_throttle_rate: int
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

    stage = _one_of(given, "stage", STAGES)
    stages = given.get("stages")
    section = cast("_Values", stages).get(stage) if isinstance(stages, dict) else None
    if not isinstance(section, dict):
        raise SettingError(f'Setting "stages": cdk.json has no section "{stage}" there')
    section = cast("_Values", section)
    _refuse_unknown(section, SETTING_NAMES)
    return _parse({**section, **given})


def _parse(values: _Values) -> Settings:
    settings = Settings(
        stage=_one_of(values, "stage", STAGES),
        region=_one_of({"region": values.get("region") or DEFAULT_REGION}, "region", REGIONS),
        account=_account(values, "account"),
        allowed_origins=_origins(values, "allowed_origins"),
        log_level=_one_of(values, "log_level", LOG_LEVELS),
        log_retention_days=_log_retention_days(values, "log_retention_days"),
        memory_mb=_whole_number(values, "memory_mb", 128, 10_240),
        timeout_seconds=_whole_number(
            values, "timeout_seconds", SHORTEST_TIMEOUT_SECONDS, LONGEST_TIMEOUT_SECONDS
        ),
        snap_start=_yes_or_no(values, "snap_start"),
        throttle_rate=_whole_number(values, "throttle_rate", 0, 10_000),
        throttle_burst=_whole_number(values, "throttle_burst", 0, 5_000),
        health_throttle_rate=_whole_number(values, "health_throttle_rate", 0, 1_000),
        sign_up=_one_of(values, "sign_up", SIGN_UPS),
        mfa=_one_of(values, "mfa", MFA_POLICIES),
        email_from=_matching(values, "email_from", _EMAIL, "an e-mail address"),
        writes_per_day=_whole_number(values, "writes_per_day", 100, 1_000_000),
        stored_expenses=_whole_number(values, "stored_expenses", 1_000, 10_000_000),
        monthly_budget_usd=_whole_number(values, "monthly_budget_usd", 0, 100_000),
        layer_bytecode=_one_of(values, "layer_bytecode", ON_OR_OFF) == "on",
        domain_name=_matching(values, "domain_name", _DOMAIN, "a lower-case domain name"),
        certificate_arn=_matching(
            values, "certificate_arn", _CERTIFICATE, "the ARN of an ACM certificate in us-east-1"
        ),
        alarm_email=_matching(values, "alarm_email", _EMAIL, "an e-mail address"),
        restored_table=_matching(values, "restored_table", _TABLE, "the name of a DynamoDB table"),
    )
    if bool(settings.domain_name) != bool(settings.certificate_arn):
        missing = "certificate_arn" if settings.domain_name else "domain_name"
        raise SettingError(f'Setting "{missing}": needed along with the other of the two')
    if settings.monthly_budget_usd and not settings.alarm_email:
        raise SettingError('Setting "monthly_budget_usd": "alarm_email" says who is told of it')
    if settings.keeps_data and not settings.account:
        raise SettingError(
            'Setting "account": prod needs the number of its AWS account (12 digits)'
        )
    if settings.keeps_data and any(map(_LOCAL_ORIGIN.fullmatch, settings.allowed_origins)):
        raise SettingError('Setting "allowed_origins": prod admits no page on localhost')
    return settings


def _refuse_unknown(values: _Values, known: tuple[str, ...]) -> None:
    for name in values:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(SETTING_NAMES)}"
            raise SettingError(f'Setting "{name}" is unknown: {hint}')


def _invalid(name: str, expected: str, value: object) -> SettingError:
    return SettingError(f'Setting "{name}": expected {expected}, got {value!r}')


def _one_of(values: _Values, name: str, choices: tuple[str, ...]) -> str:
    value = values.get(name)
    if not isinstance(value, str) or value not in choices:
        raise _invalid(name, f"one of {', '.join(choices)}", value)
    return value


def _whole_number(values: _Values, name: str, least: int, most: int) -> int:
    value = values.get(name)
    # `-c` gives text, cdk.json a number; True is an int to Python, not to people.
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _invalid(name, f"a whole number from {least} to {most}", value)
    return value


def _account(values: _Values, name: str) -> str:
    value = values.get(name)
    # The command line's reader takes a text of digits as it is; cdk.json may hold a number.
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:012d}"
    return _matching({name: value}, name, _ACCOUNT, "an account's 12 digits")


def _log_retention_days(values: _Values, name: str) -> int:
    days = _whole_number(values, name, 1, max(LOG_RETENTIONS))
    if days not in LOG_RETENTIONS:
        raise _invalid(name, f"one of {', '.join(map(str, LOG_RETENTIONS))}", days)
    return days


def _yes_or_no(values: _Values, name: str) -> bool:
    value = values.get(name)
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value, value)
    if not isinstance(value, bool):
        raise _invalid(name, "true or false", value)
    return value


def _matching(values: _Values, name: str, pattern: re.Pattern[str], expected: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or (value and not pattern.fullmatch(value)):
        raise _invalid(name, f"{expected} or nothing", value)
    return value


def _origins(values: _Values, name: str) -> tuple[str, ...]:
    value = values.get(name)
    if isinstance(value, str):
        value = [part for part in value.split(",") if part]
    if not isinstance(value, list):
        raise _invalid(name, "origins, separated by commas", value)
    origins = cast("list[object]", value)
    for origin in origins:
        if not isinstance(origin, str) or not _ORIGIN.fullmatch(origin):
            raise _invalid(name, "origins such as https://example.com", origin)
        if origin.startswith("http:") and not _LOCAL_ORIGIN.fullmatch(origin):
            raise _invalid(name, "https, or http on localhost only", origin)
    return tuple(dict.fromkeys(cast("list[str]", origins)))
