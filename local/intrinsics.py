"""Work out CloudFormation's intrinsic functions with the values of what is deployed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from local.progress import StepFailedError
from local.settings import ACCOUNT, REGION

if TYPE_CHECKING:
    from collections.abc import Mapping

PSEUDO_PARAMETERS = {
    "AWS::AccountId": ACCOUNT,
    "AWS::Region": REGION,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
}


class UnresolvedError(StepFailedError):
    """A template refers to something whose value is not known here."""


@dataclass(frozen=True)
class Values:
    """What the intrinsic functions of one stack's template refer to.

    Parameters
    ----------
    refs
        What `Ref` gives, by logical id.
    outputs
        What `Fn::GetStackOutput` gives, by `<stack>.<output>`.
    elsewhere
        Addresses of AWS's that stand elsewhere on this machine, with where they stand. With a
        path behind it, an address is left as it is: it is an issuer, the name that tokens hold.
    """

    refs: Mapping[str, str]
    outputs: Mapping[str, str]
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def resolve(self, value: Any) -> Any:  # noqa: ANN401  any JSON
        """Return a part of a template with its intrinsic functions worked out.

        Raises
        ------
        UnresolvedError
            If it refers to something that is not known.
        """
        if isinstance(value, list):
            return [self.resolve(part) for part in value]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            name, argument = next(iter(value.items()))
            if name == "Ref" or name.startswith("Fn::"):
                return self._apply(name, argument)
        return {key: self.resolve(part) for key, part in value.items()}

    def _apply(self, name: str, argument: Any) -> Any:  # noqa: ANN401
        match name:
            case "Ref":
                return self._look_up(self.refs, argument)
            case "Fn::GetStackOutput":
                return self._look_up(
                    self.outputs, f"{argument['StackName']}.{argument['OutputName']}"
                )
            case "Fn::Join":
                separator, parts = argument
                return self._here(separator.join(str(part) for part in self.resolve(parts)))
            case "Fn::Sub":
                text, own = argument if isinstance(argument, list) else (argument, {})
                own = self.resolve(own)
                known = {**self.refs, **own}
                found = re.sub(
                    r"\$\{([^!}][^}]*)\}", lambda one: self._look_up(known, one[1]), text
                )
                return self._here(found)
            case "Fn::GetAtt":
                path = argument if isinstance(argument, str) else ".".join(argument)
                return self._look_up(self.refs, path)
            case _:
                raise UnresolvedError(f"{name} is not known here")

    def _here(self, text: str) -> str:
        for address, place in self.elsewhere.items():
            text = re.sub(rf"{re.escape(address)}(?!/)", lambda _, place=place: place, text)
        return text

    @staticmethod
    def _look_up(values: Mapping[str, str], name: str) -> str:
        if name in PSEUDO_PARAMETERS:
            return PSEUDO_PARAMETERS[name]
        try:
            return values[name]
        except KeyError:
            raise UnresolvedError(f"nothing deployed is called {name}") from None


def deployed_values(stack: str, cloudformation: Any) -> Values:  # noqa: ANN401  a boto3 client
    """Ask CloudFormation what the names in a deployed stack's template stand for."""
    resources = cloudformation.describe_stack_resources(StackName=stack)["StackResources"]
    stacks = cloudformation.describe_stacks()["Stacks"]
    return Values(
        refs={one["LogicalResourceId"]: one["PhysicalResourceId"] for one in resources},
        outputs={
            f"{one['StackName']}.{output['OutputKey']}": output["OutputValue"]
            for one in stacks
            for output in one.get("Outputs", [])
        },
    )
