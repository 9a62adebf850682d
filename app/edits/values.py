"""New values from old ones."""

from typing import TypeVar

from app.model.elements import Element

E_ = TypeVar("E_", bound=Element)


def changed(element: E_, **fields: object) -> E_:
    """Build a checked copy with other fields; `model_copy(update=)` would check nothing."""
    values = {name: getattr(element, name) for name in type(element).model_fields}
    return type(element).model_validate(values | fields)
