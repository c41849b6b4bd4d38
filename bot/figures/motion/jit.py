"""The one place that knows numba: it turns the small functions of the tracer into machine code."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])


# ``_nrt`` is missing in the type hints of numba: it leaves out the counting of references.
_LEAF: Any = {"cache": True, "fastmath": True, "error_model": "numpy", "_nrt": False}


def compiled(function: F) -> F:
    """Compile ``function`` when it is first called, and keep the result on disk.

    ``fastmath`` lets additions change their order; on one machine the result stays the same every time.
    """
    return cast("F", numba.njit(cache=True, fastmath=True, error_model="numpy")(function))


def inlined(function: F) -> F:
    """Compile ``function`` into its callers: for the innermost few."""
    return cast("F", numba.njit(inline="always", fastmath=True, error_model="numpy")(function))


def leaf(function: F) -> F:
    """Compile a function that makes no arrays: without counting references, calls cost half."""
    return cast("F", numba.njit(**_LEAF)(function))
