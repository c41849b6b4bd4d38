"""Take the pictures of the chat that README shows: `.venv/bin/python docs/screenshots/take.py`.

Runs the demo, walks through it in a headless Chromium as a person would, and saves what it sees as PNG files
beside this script. With a folder as argument, every stop in every look is saved there, to be looked at.
Needs a Chromium on this machine (`apt-get install chromium`).
"""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Error, Page, async_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PHONE = {"width": 390, "height": 780}
SMALL = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 860}
LOOKS = (
    ("light", PHONE, "light"),
    ("dark", PHONE, "dark"),
    ("small", SMALL, "light"),
    ("desk", DESK, "dark"),
)
PORT = 8497
SHOWN = {"1-welcome-light", "2-session-light", "9-reminder-light", "10-week-dark"}
"""The pictures that README shows."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


async def press(page: Page, label: str) -> None:
    """Press the newest button with this label."""
    await page.locator("#log button", has_text=label).last.click()


async def see(page: Page, words: str) -> None:
    """Wait until the chat shows these words."""
    await page.locator("#log", has_text=words).wait_for(timeout=8000)


async def say(page: Page, words: str) -> None:
    """Type words and send them."""
    box = page.get_by_role("combobox", name="Message")
    await box.fill(words)
    await box.press("Enter")


async def walk(page: Page, save: Callable[[str], Awaitable[None]]) -> None:
    """Do what a new person does in the first minutes, saving a picture at each stop."""
    await save("0-hello")
    await page.get_by_role("button", name="START").click()
    await see(page, "not medical advice")
    await save("1-welcome")
    await press(page, "Morning")
    await see(page, "Is it")
    await press(page, "Yes,")
    await see(page, "Which days")
    await press(page, "Every day")
    await see(page, "All set")
    await press(page, "Start now")
    await press(page, "Later, gentle start now")
    await see(page, "1 of 5")
    await save("2-session")
    await press(page, "Next")
    await see(page, "Step 2 of")
    await press(page, "Tip")
    await see(page, "💡")
    await save("3-tip")
    for number in range(1, 6):
        await press(page, "Done")
        await see(page, f"{number + 1} of 5" if number < 5 else "well moved")
    await save("4-done")
    await say(page, "show me cat cow")
    await see(page, "Do it now")
    await save("5-exercise")
    await say(page, "/exercises")
    await page.wait_for_timeout(500)
    await save("6-library")
    await say(page, "/routine")
    await page.wait_for_timeout(500)
    await save("7-routine")
    await say(page, "/reminders")
    await page.wait_for_timeout(500)
    await save("8-reminders")
    await page.get_by_role("button", name="Time travel").click()
    await page.get_by_role("menuitem", name="Next reminder").click()
    await see(page, "In 20 minutes")
    await page.wait_for_timeout(4000)
    await save("9-reminder")
    await press(page, "Did it already")
    await say(page, "/streak")
    await see(page, "Your week")
    await save("10-week")


@asynccontextmanager
async def demo(port: int) -> AsyncIterator[str]:
    """Run the demo as its own process."""
    command = [sys.executable, "-m", "bot", "demo", "--port", str(port), "--no-browser"]
    env = {**os.environ, "MIDBACK_ZONE": "Europe/Madrid", "MIDBACK_LOG_LEVEL": "warning"}
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


@asynccontextmanager
async def tab(
    browser: Browser, size: dict[str, int], scheme: str
) -> AsyncIterator[tuple[BrowserContext, Error, Page]]:
    """Open a page of a size in a colour scheme."""
    phone = size is not DESK
    context = await browser.new_context(
        viewport=size,
        color_scheme=scheme,
        has_touch=phone,
        is_mobile=phone,
        timezone_id="Europe/Madrid",
        locale="en-GB",
    )
    yield context, await context.new_page()
    await context.close()


async def main(folder: Path) -> None:
    """Take the pictures; each look gets a demo of its own, so that everybody is new."""
    chromium = os.environ.get("MIDBACK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    looks = [look for look in LOOKS if folder != HERE or any(name.endswith(look[0]) for name in SHOWN)]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for number, (name, size, scheme) in enumerate(looks):
            async with demo(PORT + number) as url, tab(browser, size, scheme) as (_, page):
                await open_(page, url)
                await walk(page, partial(shoot, page, name, folder))
        await browser.close()


async def open_(page: Page, url: str) -> None:
    """Open the page as soon as the demo answers."""
    for _ in range(100):
        try:
            await page.goto(url)
        except Error:
            await asyncio.sleep(0.2)
        else:
            return
    raise TimeoutError(f"nothing answers at {url}")


async def shoot(page: Page, look: str, folder: Path, stop: str) -> None:
    """Save what the page shows, once it has come to rest."""
    if folder == HERE and f"{stop}-{look}" not in SHOWN:
        return
    await page.wait_for_timeout(700)
    await page.screenshot(path=folder / f"{stop}-{look}.png")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
