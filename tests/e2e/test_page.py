"""The whole coach through the chat page, in a real browser, as a newcomer plays it."""

import pytest
from playwright.async_api import Page, expect

from tests.browsers import chromium
from tests.e2e.conftest import Stage

pytestmark = pytest.mark.browser


async def press(page: Page, label: str) -> None:
    """Press the newest button with this label."""
    await page.locator("#log .key", has_text=label).last.click()


async def say(page: Page, words: str) -> None:
    """Type words and send them."""
    await page.locator("#input").fill(words)
    await page.locator("#input").press("Enter")


async def sees(page: Page, words: str) -> None:
    """Wait until the chat shows these words."""
    await expect(page.locator("#log .row").filter(has_text=words).last).to_be_visible(timeout=8000)


async def test_a_newcomer_meets_the_coach_does_a_session_and_asks_for_an_exercise(stage: Stage) -> None:
    """START, four answers, a session with a tip, a pause and an interruption, then "show me cat cow"."""
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(stage.emulator.url)
        await page.locator(".big-button").click()
        await sees(page, "not medical advice")
        for label, words in (
            ("Morning", "Is it"),
            ("Yes,", "Which days"),
            ("Every day", "All set"),
            ("Start now", "Question 1 of 9"),
            ("gentle start now", "1 of 5"),
            ("Next", "Step 2 of"),
            ("More", "Step 2 of"),
            ("Tip", "💡"),
            ("Done", "2 of 5"),
            ("More", "2 of 5"),
            ("Easier", "Hands on your thighs"),
            ("More", "Hands on your thighs"),
            ("Pause", "Your place is kept"),
        ):
            await press(page, label)
            await sees(page, words)
        await page.reload()
        await say(page, "/today")
        await sees(page, "Paused at 2 of 5")
        await press(page, "Go on")
        for number in range(2, 6):
            await sees(page, f"{number} of 5")
            await press(page, "Done")
        await sees(page, "Done, well moved")
        await say(page, "show me cat cow")
        await sees(page, "Seated Cat Cow")
        await press(page, "Add to my routine")
        await say(page, "pizza")
        await expect(page.locator("#log .row").last).to_be_visible()
        assert errors == []
