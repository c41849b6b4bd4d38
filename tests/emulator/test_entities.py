"""HTML to text and entities: Telegram's words for what is wrong, UTF-16 offsets for what is right."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.detect import detect
from bot.emulator.entities import check_url, parse_html, utf16_length
from bot.emulator.errors import Refusal
from bot.emulator.formatted import clean, read_formatted
from bot.emulator.params import Params

BROKEN = [
    ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
    ("é<DIV>a", 'Unsupported start tag "div" at byte offset 2'),
    ("🧘 <br/>", 'Unsupported start tag "br/" at byte offset 5'),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>a<i>b</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("é🧘</b>", "Unexpected end tag at byte offset 6"),
    ("1 <b", "Unclosed start tag at byte offset 2"),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<", "Unclosed start tag at byte offset 0"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href=", "Unclosed start tag at byte offset 0"),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ("<b>a</b x>", "Unclosed end tag at byte offset 4"),
    ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x_y>a</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "words"), BROKEN)
def test_it_refuses_bad_html(source: str, words: str) -> None:
    """With the exact words and the exact byte."""
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"
    assert refused.value.code == 400


RIGHT = [
    ("<b>a</b>", "a", [("bold", 0, 1)]),
    ("<STRONG>a</STRONG>", "a", [("bold", 0, 1)]),
    ("🧘<b>🧘é</b>", "🧘🧘é", [("bold", 2, 3)]),
    ("<b>a<i>b</i></b>", "ab", [("italic", 1, 1), ("bold", 0, 2)]),
    ("<em>a</em><u>b</u><ins>c</ins>", "abc", [("italic", 0, 1), ("underline", 1, 1), ("underline", 2, 1)]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("<code>a</code>", "a", [("code", 0, 1)]),
    ("<pre>a</pre>", "a", [("pre", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<b></b>a", "a", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("&lt;b&gt; &amp;&quot; &#33; &#x1F9D8; &nbsp; &apos; & &#0;", '<b> &" ! 🧘 &nbsp; &apos; & &#0;', []),
    ("&ltx", "&ltx", []),
    ("&lt x", "< x", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), RIGHT)
def test_it_reads_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Tags become entities in UTF-16 units, references become characters."""
    found, marked = parse_html(source)
    assert found == text
    assert [(e["type"], e["offset"], e["length"]) for e in marked] == entities


@pytest.mark.parametrize(
    ("source", "extra"),
    [
        ('<a href="https://a.io/?x=1&amp;y=2">x</a>', {"url": "https://a.io/?x=1&y=2"}),
        ("<a href='a.io'>x</a>", {"url": "http://a.io/"}),
        ("<a>a.io</a>", {"url": "http://a.io/"}),
        ('<a href="tg://user?id=12">x</a>', {"type": "text_mention", "user_id": 12}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-python"><pre>x</pre></code>', {"type": "pre", "language": "python"}),
        ('<tg-emoji emoji-id="5">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5"}),
        ('<tg-time unix="5" format="wDT">x</tg-time>', {"type": "date_time", "unix_time": 5}),
    ],
)
def test_it_reads_attributes(source: str, extra: dict[str, object]) -> None:
    """Links, people, languages, custom emoji, moments; one entity each."""
    [entity] = parse_html(source)[1]
    assert {key: entity[key] for key in extra} == extra


def test_it_drops_a_link_that_leads_nowhere() -> None:
    """Telegram leaves the text of such a link plain."""
    assert parse_html('<a href="nowhere">x</a>') == ("x", [])
    assert parse_html('<a href="javascript:alert(1)">x</a>') == ("x", [])


def test_a_code_with_language_outside_pre_is_plain_code() -> None:
    """The language is only known inside a block."""
    assert parse_html('<code class="language-c">x</code>')[1] == [{"type": "code", "offset": 0, "length": 1}]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_escaped_text_survives_the_way(text: str) -> None:
    """What a bot escapes comes out as it was, tags around it cover exactly it."""
    found, entities = parse_html(f"<b>{html.escape(text, quote=False)}</b>")
    assert found == text
    assert [e["length"] for e in entities] == ([utf16_length(text)] if text else [])


@given(st.text(alphabet="<>/&;#abi =\"'é🧘", max_size=40))
def test_any_text_is_read_or_refused(source: str) -> None:
    """No markup crashes the parser, and entities stay inside the text."""
    try:
        text, entities = parse_html(source)
    except Refusal:
        return
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(text) for e in entities)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start now", [("bot_command", 0, 6)]),
        ("🧘 /go@midback_bot", [("bot_command", 3, 15)]),
        ("a/b and </b>", []),
        ("ask @anna_b or a@b.io", [("mention", 4, 7), ("email", 15, 6)]),
        ("#back and #1", [("hashtag", 0, 5)]),
        ("see https://a.io/x?y=1. Or b.com!", [("url", 4, 18), ("url", 27, 5)]),
        ("e.g. this... 3.14", []),
    ],
)
def test_it_detects_what_nobody_marked(text: str, kinds: list[tuple[str, int, int]]) -> None:
    """Commands, mentions, hashtags and addresses."""
    found = sorted(detect(text, []), key=lambda e: e["offset"])
    assert [(e["type"], e["offset"], e["length"]) for e in found] == kinds


def test_it_detects_nothing_inside_code_and_links() -> None:
    """What is marked as code stays code."""
    text, entities = parse_html('<code>/start</code> <a href="https://b.io">@anna</a>')
    assert detect(text, entities) == []


def test_it_trims_and_moves_entities() -> None:
    """White space goes at both ends, entities are cut to what is left."""
    text, entities = clean("  \n a ", [{"type": "bold", "offset": 0, "length": 6}], lambda _id: None)
    assert (text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


def test_it_joins_touching_styles() -> None:
    """Two bold stretches in a row are one."""
    _, entities = clean(*parse_html("<b>a</b><b>b</b><i>c</i>"), lambda _id: None)
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [("bold", 0, 2), ("italic", 2, 1)]


def test_it_drops_mentions_of_strangers() -> None:
    """A text mention needs somebody whom the bot knows."""
    params = Params({"text": '<a href="tg://user?id=5">x</a>', "parse_mode": "HTML"})
    known = {"id": 5, "is_bot": False, "first_name": "Anna"}
    assert read_formatted(params, "text", lambda _id: None) == ("x", [])
    [mention] = read_formatted(params, "text", lambda _id: known)[1]
    assert mention == {"type": "text_mention", "offset": 0, "length": 1, "user": known}


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2"])
def test_it_says_that_markdown_is_not_emulated(mode: str) -> None:
    """Rather a clear word than a half-right rendering."""
    with pytest.raises(Refusal, match="is not emulated"):
        read_formatted(Params({"text": "*a*", "parse_mode": mode}), "text", lambda _id: None)


@pytest.mark.parametrize(
    ("given_url", "checked"),
    [("a.io", "http://a.io/"), ("https://a.io", "https://a.io/"), ("ftp://a.io", ""), ("", ""), ("a b", "")],
)
def test_it_checks_addresses(given_url: str, checked: str) -> None:
    """Telegram adds what is missing and drops what is none."""
    assert check_url(given_url) == checked
