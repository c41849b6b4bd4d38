"""For everybody: themes, contrast, small screens, keyboard, screen readers."""

import pytest
from playwright.async_api import Page, expect
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.emulator import Running
from tests.emulator.page.talking import Talk, in_session_loop

pytestmark = [pytest.mark.browser, in_session_loop]

# Colours are read through a canvas, which understands every notation; see-through grounds are laid on
# what is below them. The formula is the one of WCAG 2.
CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    if (!element) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = (colour) => {
    const linear = (c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const [r, g, b] = colour.map((part) => linear(part / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (element) => {
    const below = ground(element);
    const words = over(parse(getComputedStyle(element).color), below);
    const [brighter, darker] = [light(words), light(below)].sort((x, y) => y - x);
    return (brighter + .05) / (darker + .05);
  };
  const shown = [...document.querySelectorAll('body *')].filter((element) =>
    element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && !element.closest('.unseen, .skip, svg')
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return shown.map((element) => [`${element.className} ${element.textContent.slice(0, 30)}`, ratio(element)]);
}"""

OVERFLOW = """() => {
  const log = document.getElementById('log');
  return [document.documentElement.scrollWidth - innerWidth, log.scrollWidth - log.clientWidth];
}"""


async def fill(talk: Talk) -> None:
    """Some of everything."""
    styles = [("Plain", None), ("Primary", "primary"), ("Fine", "success"), ("Stop", "danger")]
    buttons = [
        InlineKeyboardButton(words, callback_data=words, api_kwargs={"style": style} if style else None)
        for words, style in styles
    ]
    scale = ReplyKeyboardMarkup([["none", "a little"]], resize_keyboard=True)
    await talk.send("How sore?", reply_markup=scale)
    words = "<b>Bold</b> /start <a href='https://example.org/'>link</a> <code>code</code>\n"
    words += "<blockquote>quoted</blockquote>" + "unbreakable" * 30
    keyboard = InlineKeyboardMarkup([buttons[:2], buttons[2:]])
    await talk.send(words, parse_mode="HTML", reply_markup=keyboard)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_it_has_enough_contrast(talk: Talk, theme: str) -> None:
    """Every visible text has 4.5 to 1 at least, in the chat, the side list and the drawer."""
    await talk.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    await fill(talk)
    await talk.page.get_by_role("button", name="Developer drawer").click()
    await talk.field.press_sequentially("/")
    await expect(talk.page.get_by_role("option")).to_have_count(3)
    found = await talk.page.evaluate(CONTRASTS)
    assert len(found) > 30
    assert [entry for entry in found if entry[1] < 4.5] == []


async def test_it_follows_the_system_and_keeps_a_chosen_theme(talk: Talk) -> None:
    """Dark as the system at first, light when chosen, and still after a reload."""
    root = talk.page.locator("html")
    await talk.page.emulate_media(color_scheme="dark")
    await expect(root).to_have_attribute("data-theme", "dark")
    await talk.page.get_by_role("button", name="More").click()
    await talk.page.get_by_role("menuitem", name="Theme").click()
    await expect(root).to_have_attribute("data-theme", "light")
    await talk.page.reload()
    await expect(root).to_have_attribute("data-theme", "light")


async def test_it_fits_360_pixels(talk: Talk) -> None:
    """Nothing is wider than the screen; the side list and the drawer are sheets over the chat."""
    await talk.page.set_viewport_size({"width": 360, "height": 740})
    await fill(talk)
    assert max(await talk.page.evaluate(OVERFLOW)) <= 0
    sidebar = talk.page.locator("#sidebar")
    await expect(sidebar).to_be_hidden()
    await talk.page.get_by_role("button", name="People and chats").click()
    await expect(sidebar).to_be_visible()
    await talk.page.keyboard.press("Escape")
    await expect(sidebar).to_be_hidden()
    await talk.page.get_by_role("button", name="More").click()
    await talk.page.get_by_role("menuitem", name="Developer drawer").click()
    await expect(talk.page.locator("#drawer")).to_be_visible()
    assert max(await talk.page.evaluate(OVERFLOW)) <= 0


async def test_it_works_by_keyboard_alone(page: Page, bot: object) -> None:
    """START, a message, a menu: without a pointer, with a visible focus."""
    await page.keyboard.press("Tab")
    await expect(page.locator("#skip")).to_be_focused()
    await page.locator(".big-button").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#input")).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.mine").last).to_contain_text("hello")
    await page.locator(".clock-chip").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Tomorrow, same time")).to_be_focused()
    assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(page.locator(".clock-chip")).to_be_focused()


async def test_it_speaks_to_screen_readers(talk: Talk) -> None:
    """The log is live, and every control has a name."""
    await fill(talk)
    await expect(talk.page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    nameless = "bs => bs.filter(b => !(b.getAttribute('aria-label') || b.textContent).trim()).length"
    assert await talk.page.locator("button").evaluate_all(nameless) == 0
    assert await talk.page.locator("img:not([alt])").count() == 0


async def test_it_asks_nothing_of_other_machines(page: Page, running: Running) -> None:
    """Every request goes to the emulator."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await expect(page.locator(".big-button")).to_be_visible()
    assert asked
    assert [url for url in asked if not url.startswith(running.url)] == []
