"""HTML to text and entities, as strict as Telegram and with its words.

Offsets in refusals are bytes of UTF-8; offsets and lengths of entities are UTF-16 code units.
"""

import re
from dataclasses import dataclass
from typing import Any

from .errors import Refusal, bad

Entity = dict[str, Any]

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_SPACE = b" \t\r\n\0\x0b"
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#(?:x([0-9a-fA-F]{0,8})|([0-9]{0,9}))|([a-zA-Z]+));?")
_SPECIAL = re.compile(rb"[<&]")
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)", re.ASCII)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"(?:https?://)?[^\s/?#]+\.[^\s/?#.]{2,}", re.IGNORECASE)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, in which entity offsets count."""
    return len(text) + sum(character > "\uffff" for character in text) if not text.isascii() else len(text)


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


class _Parser:
    """One pass over the bytes; ``position`` is always the byte that is looked at."""

    def __init__(self, html: str) -> None:
        self.source = html.encode("utf-8", "surrogatepass") + b"\0"
        self.end = len(self.source) - 1
        self.position = 0
        self.pieces: list[str] = []
        self.characters = 0
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.position < self.end:
            self._step()
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self.pieces), self.entities

    def _step(self) -> None:
        special = _SPECIAL.search(self.source, self.position, self.end)
        plain_end = special.start() if special else self.end
        if plain_end > self.position:
            self._text(self.source[self.position : plain_end].decode("utf-8", "surrogatepass"))
            self.position = plain_end
        elif self.source[self.position] == ord("&"):
            self._text(self._reference() or self._literal_ampersand())
        elif self.source[self.position + 1] == ord("/"):
            self._end_tag()
        else:
            self._start_tag()

    def _text(self, text: str) -> None:
        self.pieces.append(text)
        self.characters += len(text)
        self.offset += utf16_length(text)

    def _literal_ampersand(self) -> str:
        self.position += 1
        return "&"

    def _reference(self) -> str:
        """The character meant by a reference at this position; empty when there is none."""
        match = _REFERENCE.match(self.source, self.position, self.end)
        character = _decode_reference(match) if match else ""
        if match and character:
            self.position = match.end()
        return character

    def _start_tag(self) -> None:
        begin = self.position
        self.position += 1
        name = self._until(_SPACE + b">").lower()
        if self.position >= self.end:
            raise _broken(f"Unclosed start tag at byte offset {begin}")
        if name not in _TYPES:
            raise _broken(f'Unsupported start tag "{name}" at byte offset {begin}')
        attributes = self._attributes(name, begin)
        _check_attributes(name, attributes, begin)
        self.position += 1
        self.open.append(_Open(name, attributes, self.offset, self.characters))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        self._skip_space()
        while self.source[self.position] != ord(">"):
            name = self._until(_SPACE + b"=>/\"'")
            if not name:
                raise _broken(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self._skip_space()
            if self.source[self.position] == ord("="):
                self.position += 1
                self._skip_space()
                found.setdefault(name, self._value(begin))
            else:
                found.setdefault(name, "")
            self._skip_space()
            if self.position >= self.end:
                raise _broken(f"Unclosed start tag at byte offset {begin}")
        return found

    def _value(self, begin: int) -> str:
        if self.position >= self.end:
            raise _broken(f"Unclosed start tag at byte offset {begin}")
        quote = self.source[self.position : self.position + 1]
        return self._quoted(quote, begin) if quote in (b'"', b"'") else self._name_token()

    def _name_token(self) -> str:
        start = self.position
        match = re.compile(rb"[a-zA-Z0-9.-]*").match(self.source, start, self.end)
        token = match.group() if match else b""
        self.position = start + len(token)
        if self.source[self.position] not in _SPACE + b">":
            raise _broken(f"Unexpected end of name token at byte offset {start}")
        return token.decode().lower()

    def _quoted(self, quote: bytes, begin: int) -> str:
        self.position += 1
        value: list[str] = []
        while self.position < self.end and self.source[self.position : self.position + 1] != quote:
            if self.source[self.position] == ord("&"):
                value.append(self._reference() or self._literal_ampersand())
            else:
                value.append(self._until(quote + b"&"))
        if self.position >= self.end:
            raise _broken(f"Unclosed start tag at byte offset {begin}")
        self.position += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.position
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {begin}")
        self.position += 2
        name = self._until(_SPACE + b">")
        self._skip_space()
        if self.position >= self.end:
            raise _broken(f"Unclosed end tag at byte offset {begin}")
        if self.source[self.position] != ord(">"):
            raise _broken(f"Unclosed end tag at byte offset {begin}")
        expected = self.open[-1]
        if name and name.lower() != expected.tag:
            raise _broken(
                f'Unmatched end tag at byte offset {begin}, expected "</{expected.tag}>", found "</{name}>"'
            )
        self.position += 1
        self._close(self.open.pop())

    def _close(self, tag: _Open) -> None:
        length = self.offset - tag.offset
        if length <= 0:
            return
        covered = "".join(self.pieces)[tag.start :] if tag.tag in ("a", "tg-emoji") else ""
        made = _entity(tag, length, covered)
        if made is None or self._joins_code_block(tag, made):
            return
        self.entities.append(made)

    def _joins_code_block(self, tag: _Open, made: Entity) -> bool:
        """``<pre><code class="language-x">`` is one block with a language, in either order."""
        if not self.entities or tag.tag not in ("pre", "code"):
            return False
        last = self.entities[-1]
        same = (last["offset"], last["length"]) == (made["offset"], made["length"])
        pair = {last["type"], made["type"]} == {"pre", "code"}
        language = last.get("language") or made.get("language")
        if not (same and pair and language):
            return False
        last.update(type="pre", language=language)
        return True

    def _until(self, stops: bytes) -> str:
        start = self.position
        while self.position < self.end and self.source[self.position] not in stops:
            self.position += 1
        return self.source[start : self.position].decode("utf-8", "replace")

    def _skip_space(self) -> None:
        while self.position < self.end and self.source[self.position] in _SPACE:
            self.position += 1


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The text without its tags, and the entities in the order in which their tags ended.

    Bad markup raises Refusal with the exact words of Telegram.
    """
    return _Parser(html).parse()


def _broken(detail: str) -> Refusal:
    return bad(f"can't parse entities: {detail}")


def _decode_reference(match: re.Match[bytes]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name, "")
    code = int(hexadecimal or b"0", 16) if hexadecimal is not None else int(decimal or b"0")
    # Telegram leaves out-of-range and overlong references as they stand.
    body = match.group().rstrip(b";")
    return chr(code) if 0 < code < 0x10FFFF and len(body) < 10 and not 0xD800 <= code < 0xE000 else ""


def _check_attributes(tag: str, attributes: dict[str, str], begin: int) -> None:
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
        raise _broken(f'Tag "tg-emoji" must have attribute "emoji-id" at byte offset {begin}')
    if tag == "tg-time" and not attributes.get("unix", "").isdigit():
        raise _broken(f'Tag "tg-time" must have attribute "unix" at byte offset {begin}')


def _entity(tag: _Open, length: int, covered: str) -> Entity | None:
    made: Entity = {"type": _TYPES[tag.tag], "offset": tag.offset, "length": length}
    language = tag.attributes.get("class", "")
    if tag.tag == "a":
        return _link(made, tag.attributes.get("href") or covered)
    if tag.tag == "code" and language.startswith("language-"):
        made["language"] = language.removeprefix("language-")
    elif tag.tag == "blockquote" and "expandable" in tag.attributes:
        made["type"] = "expandable_blockquote"
    elif tag.tag == "tg-emoji":
        made["custom_emoji_id"] = tag.attributes["emoji-id"]
    elif tag.tag == "tg-time":
        made.update(unix_time=int(tag.attributes["unix"]), date_time_format=tag.attributes.get("format", ""))
    return made


def _link(made: Entity, url: str) -> Entity | None:
    """A link to an address or a person; an address that is none leaves plain text, as Telegram does."""
    person = _USER_LINK.fullmatch(url)
    if person:
        return {**made, "type": "text_mention", "user_id": int(person.group(1))}
    checked = check_url(url)
    return {**made, "url": checked} if checked else None


def check_url(url: str) -> str:
    """The address as Telegram writes it (scheme added, slash after a bare host); empty when it is none."""
    url = url.strip()
    if url.lower().startswith("tg:"):
        return url
    if not _HOST.match(url) or (_SCHEME.match(url) and not url.lower().startswith(("http://", "https://"))):
        return ""
    if not url.lower().startswith(("http://", "https://")):
        url = f"http://{url}"
    return url if "/" in url.split("://", 1)[1] else f"{url}/"
