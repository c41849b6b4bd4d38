"""The chat page in a real browser: one browser and one emulator for all tests, an empty world for each."""

import random
from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.emulator import Running, serve
from tests.browsers import chromium
from tests.emulator.page.talking import Talk

TOKEN = "123456:emulated-token"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The machine's Chromium."""
    async with chromium() as started:
        yield started


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running() -> AsyncIterator[Running]:
    """One emulator; each test begins by resetting it, which is quicker than a new one."""
    rng = random.Random(7)  # noqa: S311 - ids that repeat, not secrets
    async with serve(token=TOKEN, rng=rng, pace=0.001) as emulator:
        yield emulator


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def speaker(running: Running) -> AsyncIterator[Bot]:
    """The bot's connections."""
    base, files = f"{running.url}/bot", f"{running.url}/file/bot"
    request, polls = HTTPXRequest(connection_pool_size=4), HTTPXRequest(connection_pool_size=2)
    async with Bot(TOKEN, base, files, request=request, get_updates_request=polls) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def bot(running: Running, speaker: Bot) -> Bot:
    """The bot, spoken for by the test, in an empty world."""
    await running.world.reset()
    await speaker.set_my_commands([("start", "Begin"), ("session", "Move now"), ("streak", "Days kept")])
    await speaker.set_my_description("Kind to a stiff middle back.")
    return speaker


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A browser window of a person in Madrid who likes light pages."""
    made = await browser.new_context(
        viewport={"width": 1280, "height": 860},
        color_scheme="light",
        locale="en-GB",
        timezone_id="Europe/Madrid",
        reduced_motion="reduce",
    )
    made.set_default_timeout(5000)
    yield made
    await made.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext, running: Running, bot: Bot) -> AsyncIterator[Page]:
    """The page as it opens for the first time; an error in a script fails the test."""
    errors: list[str] = []
    opened = await context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    await opened.goto(running.url)
    await expect(opened.locator(".big-button")).to_be_visible()
    yield opened
    assert errors == []


@pytest_asyncio.fixture(loop_scope="session")
async def talk(page: Page, bot: Bot) -> Talk:
    """A chat in which START was pressed."""
    await page.locator(".big-button").click()
    await expect(page.locator(".row.mine")).to_have_count(1)
    person = await page.evaluate("Number(localStorage.getItem('emulator.person'))")
    found = Talk(page, bot, person)
    await found.next_update()
    return found
