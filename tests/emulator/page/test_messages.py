"""Bubbles: entities, ticks, days, edits in place, pictures."""

import io
import time

import pytest
from PIL import Image
from playwright.async_api import Page, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyKeyboardMarkup

from tests.emulator.page.talking import Talk, in_session_loop

pytestmark = [pytest.mark.browser, in_session_loop]

RENDER = """async ([text, entities]) => {
  const { renderText } = await import('/page/entities.js');
  const box = document.createElement('div');
  box.append(...renderText(text, entities));
  return [box.innerHTML, box.textContent];
}"""


# Quicker than so many requests from here.
SEND_MANY = """async ([token, chat, times]) => {
  for (let number = 0; number < times; number += 1) {
    const body = new URLSearchParams({chat_id: chat, text: `message ${number}.`});
    await fetch(`/bot${token}/sendMessage`, {method: 'POST', body});
  }
}"""


def picture(shade: int) -> bytes:
    """A small plain photo."""
    stream = io.BytesIO()
    Image.new("RGB", (320, 240), (shade, 200, 190)).save(stream, "PNG")
    return stream.getvalue()


def keyboard(*words: str) -> InlineKeyboardMarkup:
    """One button a row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(word, callback_data=word)] for word in words])


async def test_it_shows_entities_as_elements(talk: Talk) -> None:
    """Each entity has its element, and markup in the text stays text."""
    html = (
        "<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>x=1</code> <tg-spoiler>secret</tg-spoiler> "
        '<a href="https://example.org/">link</a> &lt;img src=x onerror=alert(1)&gt;\n'
        '<blockquote>quoted</blockquote>\n<pre><code class="language-python">print(1)</code></pre>'
    )
    row = talk.row(await talk.send(html, parse_mode="HTML"))
    for selector, words in {
        "strong": "bold",
        "em": "italic",
        "u": "under",
        "s": "gone",
        "code >> nth=0": "x=1",
        ".spoiler": "secret",
        "a": "link",
        "blockquote": "quoted",
        "pre[data-language=python]": "print(1)",
    }.items():
        await expect(row.locator(f".text {selector}")).to_have_text(words)
    await expect(row.locator("img")).to_have_count(0)
    await expect(row.locator(".text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert await row.locator("a").get_attribute("rel") == "noopener noreferrer"


async def test_it_keeps_the_text_whole_when_entities_overlap(page: Page) -> None:
    """Offsets are UTF-16 units; an overlap is cut, never lost; a script is no link."""
    overlap = [{"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4}]
    html, text = await page.evaluate(RENDER, ["\U0001f9d8abcd", overlap])
    assert (html, text) == ("<strong>\U0001f9d8<em>ab</em></strong><em>cd</em>", "\U0001f9d8abcd")
    script = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    html, _ = await page.evaluate(RENDER, ["x", script])
    assert html == "<span>x</span>"


async def test_it_shows_a_spoiler_when_tapped(talk: Talk) -> None:
    """By keyboard too."""
    row = talk.row(await talk.send("<tg-spoiler>secret</tg-spoiler>", parse_mode="HTML"))
    await row.locator(".spoiler").press("Enter")
    await expect(row.locator(".spoiler.lifted")).to_have_count(1)


async def test_it_sends_a_tapped_command(talk: Talk) -> None:
    """A command in a message is a button."""
    row = talk.row(await talk.send("Try /streak"))
    await row.locator(".tap").click()
    assert (await talk.next_update()).message.text == "/streak"


async def test_it_ticks_once_when_sent_and_twice_when_fetched(talk: Talk) -> None:
    """The second tick comes when the bot has fetched the update."""
    await talk.field.fill("hello")
    await talk.field.press("Enter")
    last = talk.page.locator(".row.mine").last
    await expect(last.locator(".tick.sent")).to_have_count(1)
    await talk.next_update()
    await expect(last.locator(".tick.read")).to_have_count(1)


async def test_it_groups_bubbles_of_one_sender(talk: Talk) -> None:
    """Only the last of a group has the tail."""
    first, second = await talk.send("one"), await talk.send("two")
    assert "last" not in (await talk.row(first).get_attribute("class") or "").split()
    assert "last" in (await talk.row(second).get_attribute("class") or "").split()


async def test_it_edits_in_place_and_keeps_scroll_and_focus(talk: Talk) -> None:
    """While one reads up, an edit and a new message move nothing; the focus stays on its button."""
    card = await talk.send("first words", reply_markup=keyboard("Next", "Stop"))
    for number in range(12):
        await talk.bot.send_message(talk.person, f"filler {number}\n" * 4)
    await expect(talk.page.locator(".row.theirs")).to_have_count(13)
    row = talk.row(card)
    await row.evaluate("row => { row.mark = 'same'; row.scrollIntoView({block: 'start'}); }")
    await talk.key("Stop").focus()
    before = await row.bounding_box()
    more = keyboard("More", "Next", "Stop")
    await talk.bot.edit_message_text(
        "other words\n\nand more", talk.person, card.message_id, reply_markup=more
    )
    await expect(row.locator(".text")).to_contain_text("other words")
    await expect(row.locator(".edited")).to_be_visible()
    await talk.send("something new")
    after = await row.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 1
    assert await row.evaluate("row => row.mark") == "same"
    assert await talk.page.evaluate("document.activeElement.dataset.data") == "Stop"
    await expect(talk.page.locator("#jump .badge")).to_have_text("1")
    await talk.page.locator("#jump").click()
    await expect(talk.page.locator("#jump")).to_be_hidden()


async def test_it_swaps_a_picture_without_a_jump(talk: Talk) -> None:
    """Room is kept by aspect ratio; the alternative text is the caption's first line."""
    card = await talk.bot.send_photo(talk.person, picture(120), caption="Cat-cow\nSlowly")
    box = talk.row(card).locator(".visual")
    await expect(box.locator("img")).to_have_attribute("alt", "Photo: Cat-cow")
    before = await box.bounding_box()
    await talk.bot.edit_message_media(
        InputMediaPhoto(picture(220), caption="Needle"), talk.person, card.message_id
    )
    await expect(box.locator("img").last).to_have_attribute("alt", "Photo: Needle")
    after = await box.bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"]
    await expect(box.locator("img")).to_have_count(1)
    await box.locator(".view").click()
    await expect(talk.page.locator("dialog.lightbox img")).to_be_visible()
    await talk.page.keyboard.press("Escape")
    await expect(talk.page.locator("dialog")).to_have_count(0)


async def test_it_shows_an_album_in_one_bubble(talk: Talk) -> None:
    """Three pictures, one row, one caption."""
    media = [InputMediaPhoto(picture(shade), caption="Three" if shade == 1 else None) for shade in (1, 2, 3)]
    await talk.bot.send_media_group(talk.person, media)
    await expect(talk.page.locator(".album .visual")).to_have_count(3)
    await expect(talk.page.locator(".row.theirs")).to_have_count(1)


async def test_it_travels_in_time(talk: Talk) -> None:
    """A hop that the coach offers moves the clock; the next message stands under a new day."""
    await talk.send("today")
    hops = [{"key": "k", "label": "Next reminder", "at": int(time.time()) + 24 * 3600}]
    await talk.page.evaluate(
        "hops => fetch('/control/clock/hops', {method: 'PUT', body: JSON.stringify(hops)})", hops
    )
    await expect(talk.page.locator(".clock-chip")).to_have_text("Time travel")
    await talk.page.locator(".clock-chip").click()
    await talk.page.get_by_role("menuitem", name="Next reminder").click()
    await expect(talk.page.locator(".clock-chip.ahead")).to_be_visible()
    await talk.send("later")
    await expect(talk.page.locator(".day")).to_have_text(["Yesterday", "Today"])


async def test_it_stays_at_the_end_when_a_keyboard_opens(talk: Talk) -> None:
    """The reply keyboard takes room from the log; the newest message stays in sight."""
    for number in range(9):
        await talk.bot.send_message(talk.person, f"filler {number}\n" * 4)
    keys = ReplyKeyboardMarkup([[str(number)] for number in range(5)], resize_keyboard=True)
    asked = await talk.send("How sore?", reply_markup=keys)
    await expect(talk.page.locator(".reply-key")).to_have_count(5)
    await expect(talk.row(asked)).to_be_in_viewport(ratio=1)
    await expect(talk.page.locator("#jump")).to_be_hidden()


async def test_it_starts_a_loop_only_when_asked_if_the_person_wants_less_movement(talk: Talk) -> None:
    """A moving picture shows one frame until its button is pressed."""
    stream = io.BytesIO()
    frames = [Image.new("RGB", (64, 48), (shade, 99, 99)) for shade in (10, 200)]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:], duration=200, loop=0)
    loop = talk.row(await talk.bot.send_animation(talk.person, stream.getvalue(), filename="loop.gif"))
    button = loop.get_by_role("button", name="Play the animation")
    await expect(button).to_have_count(1)
    await button.click()
    await expect(loop.get_by_role("button", name="Pause the animation")).to_have_count(1)


async def test_it_keeps_a_long_talk_short(talk: Talk) -> None:
    """Only the newest messages are on the page; the older ones come by a button that moves nothing."""
    await talk.page.evaluate(SEND_MANY, [talk.bot.token, talk.person, 252])
    await expect(talk.page.get_by_text("message 251.")).to_be_in_viewport()
    shown = await talk.page.locator(".row").count()
    assert shown < 250
    first = talk.page.locator(".row").first
    words = await first.locator(".text").text_content()
    await talk.page.locator("#log").evaluate("log => { log.scrollTop = 0; }")
    await talk.page.locator(".earlier").click()
    await expect(talk.page.locator(".row")).to_have_count(253)
    await expect(talk.page.get_by_text(words or "", exact=True)).to_be_in_viewport()
