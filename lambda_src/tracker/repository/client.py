"""The client that reaches DynamoDB, made for a function that starts often and answers quickly.

What each choice saves is measured in docs/decisions/start-up.md.
"""

# botocore makes its classes at run time and ships no stubs.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from typing import Any

import botocore.session
import msgspec
from botocore.config import Config
from botocore.parsers import JSONParser, ResponseParserFactory

from tracker.deadline import ANSWER_SECONDS, CONNECT_SECONDS

USER_AGENT = "expense-tracker"
"""In place of a description of the machine that botocore puts together anew for each request."""


def open_client() -> Any:  # noqa: ANN401 -- botocore makes the class at run time
    """Make a client without retries of its own: repeating is decided by the time left."""
    # boto3 would make the same client, and load its resources and S3 transfers besides.
    session: Any = botocore.session.get_session()
    session.register_component("response_parser_factory", _ParserFactory())
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=ANSWER_SECONDS,
        retries={"total_max_attempts": 1},
        # Requests are made in this folder alone, and its tests send every kind of them.
        parameter_validation=False,
        user_agent=USER_AGENT,
    )
    return session.create_client("dynamodb", config=config)


class _Parser(JSONParser):
    """Takes answers as they are.

    botocore would go through every attribute to turn binary ones into bytes, which this table does
    not have: with a year's cells that takes longer than everything else.
    """

    def _do_parse(self, response: Any, shape: Any) -> Any:  # noqa: ANN401, ARG002 -- botocore's own
        return msgspec.json.decode(response["body"])


class _ParserFactory(ResponseParserFactory):
    def create_parser(self, protocol_name: str) -> JSONParser:  # noqa: ARG002 -- DynamoDB has but one
        return _Parser()
