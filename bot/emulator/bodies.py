"""Reading the body of a Bot API call, whatever its type."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from .errors import bad, refusal
from .params import Upload

_UPLOAD_BYTES = 50 * 1024 * 1024
# Room for the other fields of the form.
_BODY_BYTES = _UPLOAD_BYTES + 1024 * 1024

Body = tuple[dict[str, Any], dict[str, Upload]]


async def read_call(request: Request) -> Body:
    """Values and files from query string and body; the body wins."""
    values: dict[str, Any] = dict(request.query_params)
    await _check_size(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        found, files = await _read_multipart(request)
        return values | found, files
    raw = await request.body()
    if not raw:
        return values, {}
    if kind == "application/json":
        return values | _read_json(raw), {}
    if kind == "application/x-www-form-urlencoded":
        return values | dict(parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True)), {}
    return values, {}


async def _check_size(request: Request) -> None:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) <= _BODY_BYTES:
        return
    # Read it away, or the caller would see a broken connection in place of the refusal.
    async for _ in request.stream():
        pass
    raise refusal(413)


def _read_json(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError as problem:
        raise bad("can't parse JSON object") from problem
    if not isinstance(found, dict):
        raise bad("expected JSON object")
    return found


async def _read_multipart(request: Request) -> Body:
    values: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    try:
        async with request.form(max_part_size=_BODY_BYTES) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await _read_upload(value)
                else:
                    values[name] = value
    except MultiPartException as problem:
        raise bad("can't parse multipart form data") from problem
    return values, files


async def _read_upload(value: UploadFile) -> Upload:
    data = await value.read()
    if len(data) > _UPLOAD_BYTES:
        raise refusal(413)
    return Upload(data, value.filename or "file", value.content_type or "application/octet-stream")
