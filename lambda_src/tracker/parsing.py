"""From what a client sent to a typed, normalised value, or to all that is wrong with it."""

import functools
import re
import typing
from collections.abc import Callable, Mapping
from typing import Annotated, Any, NamedTuple, TypeVar, cast, get_args, get_origin

import msgspec

from tracker.errors import FieldError, InvalidInputError, InvalidParameterError
from tracker.limits import SHOWN_NAME, SHOWN_UNKNOWN

Model = TypeVar("Model", bound=msgspec.Struct)

LIST_ITEM = re.compile(r"(?:^|,)((?:\\[\\,]|[^,])*)")
ESCAPED = re.compile(r"\\([\\,])")


class _Field(NamedTuple):
    name: str
    shape: Any
    required: bool
    description: str
    is_list: bool
    rule: Callable[[Any], Any] | None


def sent_id(value: object) -> str | None:
    """Tell by which id a row was sent that is not as it must be, so that it can be named."""
    found: object = cast("dict[str, object]", value).get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


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


def parse_part(model: type[Model], name: str, value: object) -> Model:
    """Read a member of a body as a model.

    Raises
    ------
    InvalidInputError
        With an error for every field that is wrong, missing or unknown, behind the member's name.
    """
    try:
        return parse_body(model, value)
    except InvalidInputError as problem:
        raise InvalidInputError(
            [
                FieldError(".".join(filter(None, (name, error.field))), error.message)
                for error in problem.errors
            ]
        ) from None


def parse_parameters(model: type[Model], values: Mapping[str, str]) -> Model:
    """Read a query's parameters as a model; numbers come as text, lists parted by commas.

    A comma or a backslash within an item of a list is written behind a backslash.

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
    errors = _unknown([name for name in values if name not in fields])
    parsed: dict[str, Any] = {}
    for sent_name, field in fields.items():
        if sent_name not in values:
            if field.required:
                errors.append(FieldError(sent_name, "is required"))
            continue
        sent = values[sent_name]
        if field.is_list and not strict:
            sent = _split(str(sent))
        try:
            value = _convert(sent, field.shape, strict=strict)
        except msgspec.ValidationError:
            errors.append(FieldError(sent_name, f"must be {field.description}"))
            continue
        try:
            parsed[field.name] = field.rule(value) if field.rule and value is not None else value
        except ValueError as error:
            errors.append(FieldError(sent_name, str(error)))
    return parsed, errors


def _unknown(names: list[str]) -> list[FieldError]:
    errors = [FieldError(name[:SHOWN_NAME], "is not known here") for name in names[:SHOWN_UNKNOWN]]
    if len(names) > SHOWN_UNKNOWN:
        errors.append(FieldError("", f"{len(names)} fields in all are not known here"))
    return errors


def _convert(value: object, shape: Any, *, strict: bool) -> Any:  # noqa: ANN401 -- any field's
    """Read a value as a field's shape.

    Of a number in a query only the plain form counts, not ``1e1``, and no text is nothing, not even
    ``null``.
    """
    converted = msgspec.convert(value, shape, strict=strict)
    is_number = isinstance(converted, int)
    if not strict and (converted is None or (is_number and str(converted) != value)):
        raise msgspec.ValidationError
    return converted


def _split(text: str) -> list[str]:
    return [ESCAPED.sub(r"\1", item) for item in LIST_ITEM.findall(text)]


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
            is_list=_plain(hints[info.name]) in {tuple, frozenset},
            rule=next((a for a in annotations if callable(a)), None),
        )
    return fields


def _plain(hint: Any) -> Any:  # noqa: ANN401 -- a type hint has no type of its own
    """Tell what a hint is, apart from its annotations and from what it holds."""
    return _plain(hint.__origin__) if get_origin(hint) is Annotated else get_origin(hint)


def _annotations(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a type hint has no type of its own
    if get_origin(hint) is Annotated:
        return hint.__metadata__
    return next((found for part in get_args(hint) if (found := _annotations(part))), ())
