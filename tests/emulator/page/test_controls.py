"""Keyboards, answers, suggestions, panels."""

import pytest
from playwright.async_api import Page, expect
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.emulator import Running
from tests.emulator.page.talking import Talk, in_session_loop

pytestmark = [pytest.mark.browser, in_session_loop]


def two_buttons() -> InlineKeyboardMarkup:
    """A row of two, one of them styled."""
    go = InlineKeyboardButton("Go", callback_data="go", api_kwargs={"style": "primary"})
    return InlineKeyboardMarkup([[go, InlineKeyboardButton("A much longer label", callback_data="long")]])


async def test_it_starts_with_the_payload_of_the_address(page: Page, running: Running, bot: object) -> None:
    """A deep link's START carries the payload once."""
    await page.goto(f"{running.url}/?start=show_x")
    await expect(page.locator(".welcome")).to_contain_text("Kind to a stiff middle back.")
    await page.locator(".big-button").click()
    await expect(page.locator(".row.mine .text")).to_have_text("/start show_x")
    assert "start=" not in page.url


async def test_it_makes_the_first_person_like_the_browser(talk: Talk) -> None:
    """Language and time zone come from the browser."""
    person = await talk.page.evaluate("fetch('/control/state').then(a => a.json()).then(s => s.people[0])")
    assert (person["language_code"], person["time_zone"]) == ("en", "Europe/Madrid")


async def test_it_turns_a_spinner_until_the_answer(talk: Talk) -> None:
    """Buttons of a row are equally wide; the toast shows the answer."""
    await talk.send("card", reply_markup=two_buttons())
    widths = await talk.page.locator(".key").evaluate_all("keys => keys.map(key => key.offsetWidth)")
    assert abs(widths[0] - widths[1]) <= 1
    await expect(talk.page.locator(".key.primary")).to_have_text("Go")
    await talk.key("Go").click()
    await expect(talk.key("Go").locator(".spinner")).to_be_visible()
    await expect(talk.key("Go")).to_have_attribute("aria-busy", "true")
    await (await talk.next_update()).callback_query.answer("Saved")
    await expect(talk.page.locator(".toast")).to_have_text("Saved")
    await expect(talk.page.locator(".spinner")).to_have_count(0)


async def test_it_gives_up_a_spinner_visibly(talk: Talk) -> None:
    """After 15 seconds without an answer."""
    await talk.page.clock.install()
    await talk.page.reload()
    await talk.send("card", reply_markup=two_buttons())
    await talk.key("Go").click()
    await expect(talk.key("Go").locator(".spinner")).to_be_visible()
    await talk.next_update()
    await talk.page.clock.fast_forward(15_500)
    await expect(talk.page.locator(".key.given-up")).to_contain_text("no answer")


async def test_it_shows_an_alert_as_a_modal(talk: Talk) -> None:
    """Esc closes it and the focus goes back to the button."""
    await talk.send("card", reply_markup=two_buttons())
    await talk.key("Go").press("Enter")
    await (await talk.next_update()).callback_query.answer("Rest now", show_alert=True)
    await expect(talk.page.get_by_role("alertdialog")).to_contain_text("Rest now")
    await talk.page.keyboard.press("Escape")
    await expect(talk.page.locator("dialog")).to_have_count(0)
    await expect(talk.key("Go")).to_be_focused()


async def test_it_completes_commands_by_keyboard(talk: Talk) -> None:
    """Arrow keys choose, Enter sends, Esc hides."""
    await talk.field.press_sequentially("/s")
    await expect(talk.page.get_by_role("option")).to_have_count(3)
    await talk.page.keyboard.press("Escape")
    await expect(talk.page.locator("#suggest")).to_be_hidden()
    await talk.field.press_sequentially("t")
    await talk.page.keyboard.press("ArrowDown")
    await expect(talk.page.locator('[role=option][aria-selected="true"]')).to_contain_text("/streak")
    await talk.page.keyboard.press("Enter")
    assert (await talk.next_update()).message.text == "/streak"
    await expect(talk.field).to_have_value("")


async def test_it_puts_a_reply_keyboard_up_and_away(talk: Talk) -> None:
    """A one-time keyboard goes after a tap; a removed one goes at once; the placeholder is shown."""
    markup = ReplyKeyboardMarkup(
        [["0", "1"]], resize_keyboard=True, one_time_keyboard=True, input_field_placeholder="0 or 1"
    )
    await talk.send("How sore?", reply_markup=markup)
    await expect(talk.field).to_have_attribute("placeholder", "0 or 1")
    await talk.page.locator(".reply-key", has_text="1").click()
    assert (await talk.next_update()).message.text == "1"
    await expect(talk.page.locator(".reply-key")).to_have_count(0)
    await talk.send("Again", reply_markup=ReplyKeyboardMarkup([["x"]]))
    await expect(talk.page.locator(".reply-key")).to_have_count(1)
    await talk.send("Thanks", reply_markup=ReplyKeyboardRemove())
    await expect(talk.page.locator(".reply-key")).to_have_count(0)


async def test_it_answers_a_forced_reply(talk: Talk) -> None:
    """The next message is a reply."""
    asked = await talk.send("Which name?", reply_markup=ForceReply(input_field_placeholder="A name"))
    await expect(talk.page.locator(".target")).to_contain_text("Which name?")
    await talk.field.fill("Mornings")
    await talk.field.press("Enter")
    assert (await talk.next_update()).message.reply_to_message.message_id == asked.message_id


async def test_it_shows_what_the_bot_is_doing(talk: Talk) -> None:
    """Until the next message."""
    await talk.bot.send_chat_action(talk.person, ChatAction.TYPING)
    await expect(talk.page.locator(".subtitle")).to_contain_text("typing")
    await talk.send("done")
    await expect(talk.page.locator(".subtitle")).to_have_text("bot")


async def test_it_offers_inline_results(talk: Talk) -> None:
    """Typed after the bot's name, chosen by keyboard."""
    await talk.field.press_sequentially("@midback_bot cat")
    query = (await talk.next_update()).inline_query
    content = InputTextMessageContent("Cat-cow, please")
    await query.answer([InlineQueryResultArticle("1", "Cat-cow", content)], cache_time=0)
    await expect(talk.page.get_by_role("option", name="Cat-cow")).to_be_visible()
    await talk.page.keyboard.press("Enter")
    await expect(talk.page.locator(".row.mine").last).to_contain_text("Cat-cow, please")


async def test_it_blocks_and_restarts(talk: Talk) -> None:
    """A blocked chat offers one button, which says /start again."""
    await talk.page.get_by_role("button", name="More").click()
    await talk.page.get_by_role("menuitem", name="Block the bot").click()
    await talk.page.get_by_role("button", name="Restart bot").click()
    await expect(talk.page.locator(".row.mine .text").last).to_have_text("/start")
    await expect(talk.field).to_be_focused()


async def test_it_switches_people_and_groups(talk: Talk) -> None:
    """A second person, then a group of both, kept over a reload, then back."""
    await talk.page.get_by_role("button", name="Add a person").click()
    await talk.page.locator("[name=first_name]").fill("Berta")
    await talk.page.keyboard.press("Enter")
    await expect(talk.page.locator(".big-button")).to_be_visible()
    await talk.send_unseen("for Alex")
    await expect(talk.page.locator(".chat-line .badge")).to_have_text("1")
    await talk.page.get_by_role("button", name="Add a group").click()
    await talk.page.locator("[name=title]").fill("Back friends")
    await talk.page.keyboard.press("Enter")
    await expect(talk.page.locator(".title")).to_have_text("Back friends")
    await expect(talk.page.locator('.speaker[aria-pressed="true"]')).to_have_text("Berta")
    await expect(talk.page.get_by_text("2 members", exact=True).first).to_be_visible()
    await talk.page.reload()
    await expect(talk.page.locator(".title")).to_have_text("Back friends")
    await talk.page.locator(".chat-line", has_text="Alex").click()
    await expect(talk.page.locator(".row.theirs").last).to_contain_text("for Alex")


async def test_a_link_to_the_bot_leads_from_a_group_into_the_private_chat(talk: Talk) -> None:
    """START waits there, with what the link carries."""
    await talk.page.get_by_role("button", name="Add a group").click()
    await talk.page.locator("[name=title]").fill("Back friends")
    await talk.page.keyboard.press("Enter")
    await expect(talk.page.locator(".title")).to_have_text("Back friends")
    await expect(talk.page.get_by_text("1 member", exact=True).first).to_be_visible()
    group = int(await talk.page.evaluate("location.hash.split('/')[2]"))
    link = InlineKeyboardButton("Open", url=f"https://t.me/{talk.bot.username}?start=show_owl")
    await talk.bot.send_message(group, "come over", reply_markup=InlineKeyboardMarkup([[link]]))
    await talk.key("Open").click()
    await talk.page.locator(".big-button").click()
    await expect(talk.page.locator(".row.mine").last).to_contain_text("/start show_owl")


async def test_it_records_calls_with_refusals_in_red(talk: Talk) -> None:
    """The drawer shows the body of each call."""
    message = await talk.send("same")
    with pytest.raises(TelegramError):
        await talk.bot.edit_message_text("same", talk.person, message.message_id)
    await talk.page.get_by_role("button", name="Developer drawer").click()
    refused = talk.page.locator(".call.refused")
    await expect(refused).to_contain_text("message is not modified")
    await refused.locator("summary").click()
    await expect(refused.locator("pre").first).to_contain_text('"text": "same"')
    colour = await refused.locator(".call-error").evaluate("error => getComputedStyle(error).color")
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    assert red > 2 * max(green, blue)


async def test_it_orders_a_fault(talk: Talk) -> None:
    """One button, and the next call fails."""
    await talk.page.get_by_role("button", name="Developer drawer").click()
    await talk.page.get_by_role("tab", name="Faults").click()
    await talk.page.get_by_role("button", name="Refused: 400").click()
    await expect(talk.page.locator(".fault-list")).to_contain_text("any method: 400, 1 left")
    with pytest.raises(TelegramError):
        await talk.bot.get_me()
