"""From what a client sent to a typed, normalised value, or to all that is wrong with it."""

import functools
import typing
from collections.abc import Callable, Mapping
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec

from tracker.errors import FieldError, InvalidInputError, InvalidParameterError

Model = TypeVar("Model", bound=msgspec.Struct)

SHOWN_NAME = 64
"""Characters of an unknown field's name that an error repeats."""


class _Field(NamedTuple):
    name: str
    shape: Any
    required: bool
    description: str
    rule: Callable[[Any], Any] | None


def parse_body(model: type[Model], value: object) -> Model:
    """Read a decoded JSON value as a model.

    Parameters
    ----------
    model : type of msgspec.Struct
        Its fields are annotated as those in `tracker.fields`.
    value : object
        What the body decoded to.

    Raises
    ------
    InvalidInputError
        With an error for every field that is wrong, missing or unknown.
    """
    if not isinstance(value, dict):
        raise InvalidInputError([FieldError("", "the body must be a JSON object")])
    parsed, errors = _parse(model, typing.cast("dict[str, object]", value), strict=True)
    if errors:
        raise InvalidInputError(errors)
    return model(**parsed)


def parse_parameters(model: type[Model], values: Mapping[str, str]) -> Model:
    """Read a query's parameters as a model; numbers come as text.

    Raises
    ------
    InvalidParameterError
        With an error for every parameter that is wrong or unknown.
    """
    parsed, errors = _parse(model, values, strict=False)
    if errors:
        raise InvalidParameterError(errors)
    return model(**parsed)


def _parse(
    model: type[msgspec.Struct], values: Mapping[str, object], *, strict: bool
) -> tuple[dict[str, Any], list[FieldError]]:
    fields = _fields(model)
    errors = [
        FieldError(name[:SHOWN_NAME], "is not known here") for name in values if name not in fields
    ]
    parsed: dict[str, Any] = {}
    for sent_name, field in fields.items():
        if sent_name not in values:
            if field.required:
                errors.append(FieldError(sent_name, "is required"))
            continue
        try:
            value = _convert(values[sent_name], field.shape, strict=strict)
        except msgspec.ValidationError:
            errors.append(FieldError(sent_name, f"must be {field.description}"))
            continue
        try:
            parsed[field.name] = field.rule(value) if field.rule and value is not None else value
        except ValueError as error:
            errors.append(FieldError(sent_name, str(error)))
    return parsed, errors


def _convert(value: object, shape: Any, *, strict: bool) -> Any:  # noqa: ANN401 -- any field's
    """Read a value as a field's shape; of a number in a query only the plain form, not ``1e1``."""
    converted = msgspec.convert(value, shape, strict=strict)
    if not strict and isinstance(converted, int) and str(converted) != value:
        raise msgspec.ValidationError
    return converted


@functools.cache
def _fields(model: type[msgspec.Struct]) -> dict[str, _Field]:
    """Map the name that clients use to what is known of the field."""
    hints = typing.get_type_hints(model, include_extras=True)
    fields: dict[str, _Field] = {}
    for info in msgspec.structs.fields(model):
        annotations = _annotations(hints[info.name])
        meta = next((a for a in annotations if isinstance(a, msgspec.Meta)), None)
        fields[info.encode_name] = _Field(
            name=info.name,
            shape=hints[info.name],
            required=info.required,
            description=(meta and meta.description) or "valid",
            rule=next((a for a in annotations if callable(a)), None),
        )
    return fields


def _annotations(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a type hint has no type of its own
    if get_origin(hint) is Annotated:
        return hint.__metadata__
    return next((found for part in get_args(hint) if (found := _annotations(part))), ())
