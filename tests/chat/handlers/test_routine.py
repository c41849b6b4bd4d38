"""The person's own routine, as handlers answer it."""

from dataclasses import replace

import pytest

from bot.chat.actions import AddEntry, AdoptRoutine, EditEntry, EntryChange, LookRoutine, PutBack, UndoAdopt
from bot.chat.handlers import routine as handlers
from bot.chat.screen import Screen, Toast
from bot.chat.screens import routine as screens
from bot.chat.turn import Turn
from bot.db.tables import Person
from bot.services import routines
from bot.services.routines import Line
from tests.chat.handlers.conftest import MakeTurn


async def lines(turn: Turn) -> list[Line]:
    """Return the person's lines as they are stored."""
    return await turn.run(routines.entries, turn.person_id)


@pytest.fixture
async def turn(make_turn: MakeTurn) -> Turn:
    """Give a turn of a person who adopted the first ready-made routine."""
    turn = make_turn()
    await turn.run(routines.adopt, turn.person_id, turn.library.routines["gentle-reset"])
    return turn


async def test_it_opens_the_routine(turn: Turn) -> None:
    assert await handlers.routine(turn) == screens.mine(turn.t, turn.library, await lines(turn))


async def test_it_meets_an_empty_routine_with_a_way_on(make_turn: MakeTurn) -> None:
    turn = make_turn()
    assert await handlers.routine(turn) == screens.mine(turn.t, turn.library, [])


async def test_it_adds_and_says_so_without_leaving_the_exercise(turn: Turn) -> None:
    reply = await handlers.add(turn, AddEntry("wall-angel", "seated"))
    assert reply == Toast(turn.t.plain("routine-added", name="Wall Angels"))
    assert (await lines(turn))[-1].entry.variation == "seated"


async def test_it_says_kindly_that_it_is_there_already(turn: Turn) -> None:
    reply = await handlers.add(turn, AddEntry("seated-cat-cow", "standard"))
    assert reply == Toast(turn.t.plain("routine-there", name="Seated Cat Cow"))
    assert len(await lines(turn)) == 5


async def test_it_says_that_an_exercise_is_gone(turn: Turn) -> None:
    assert await handlers.add(turn, AddEntry("headstand", "x")) == Toast(turn.t.plain("routine-gone"))


async def test_it_says_when_there_is_no_room(turn: Turn) -> None:
    replies = [
        await handlers.add(turn, AddEntry(exercise.slug, form.slug))
        for exercise in turn.library.exercises.values()
        for form in exercise.variations
    ]
    assert len(await lines(turn)) == routines.MOST
    assert replies[-1] == Toast(turn.t.plain("routine-full", count=routines.MOST), alert=True)


async def test_it_opens_a_line(turn: Turn) -> None:
    stored = await lines(turn)
    reply = await handlers.edit(turn, EditEntry(stored[1].id, EntryChange.OPEN))
    assert reply == screens.editor(turn.t, turn.library, stored, stored[1])


@pytest.mark.parametrize("change", [c for c in EntryChange if c not in ("open", "remove")])
async def test_every_change_shows_what_became_of_the_line(turn: Turn, change: EntryChange) -> None:
    before = await lines(turn)
    # Cat cow twice over, so that fewer sets and an easier form are possible too.
    await handlers.edit(turn, EditEntry(before[1].id, EntryChange.MORE_SETS))
    reply = await handlers.edit(turn, EditEntry(before[1].id, change))
    after = await lines(turn)
    line = next(line for line in after if line.id == before[1].id)
    assert reply == screens.editor(turn.t, turn.library, after, line)
    assert (line.position, line.entry) != (1, before[1].entry.with_dose(sets=2))


async def test_it_says_that_a_limit_is_reached(turn: Turn) -> None:
    first = (await lines(turn))[0]
    reply = await handlers.edit(turn, EditEntry(first.id, EntryChange.UP))
    assert isinstance(reply, Screen)
    assert reply.toast == turn.t.plain("routine-limit")


async def test_it_removes_a_line_and_shows_the_rest(turn: Turn) -> None:
    first = (await lines(turn))[0]
    reply = await handlers.edit(turn, EditEntry(first.id, EntryChange.REMOVE))
    rest = await lines(turn)
    assert len(rest) == 4
    shown = screens.mine(turn.t, turn.library, rest, taken=True)
    assert reply == shown.saying(turn.t.plain("routine-removed"))


async def test_a_line_that_was_taken_out_comes_back_with_one_tap(turn: Turn) -> None:
    before = await lines(turn)
    await handlers.edit(turn, EditEntry(before[1].id, EntryChange.REMOVE))
    back = await handlers.put_back(turn, PutBack())
    assert isinstance(back, Screen)
    assert back.toast == turn.t.plain("routine-put-back")
    assert [line.entry for line in await lines(turn)] == [line.entry for line in before]
    again = await handlers.put_back(turn, PutBack())
    assert isinstance(again, Screen)
    assert again.toast == turn.t.plain("routine-nothing-taken")
    assert len(await lines(turn)) == len(before)


async def test_a_line_that_was_gone_already_is_not_offered_back(turn: Turn) -> None:
    gone = await handlers.edit(turn, EditEntry(999, EntryChange.REMOVE))
    assert isinstance(gone, Screen)
    assert PutBack() not in [key.action for row in gone.keys for key in row]


async def test_a_line_that_is_gone_leads_to_the_list(turn: Turn) -> None:
    reply = await handlers.edit(turn, EditEntry(10**6, EntryChange.MORE))
    gone = turn.t.plain("routine-line-gone")
    assert reply == screens.mine(turn.t, turn.library, await lines(turn)).saying(gone)


async def test_nobody_edits_a_line_of_somebody_else(turn: Turn, make_turn: MakeTurn) -> None:
    before = await lines(turn)
    stranger = make_turn(who=Person(id=8, first_name="Bo", created_at=turn.now, first_day=turn.now.date()))
    for change in EntryChange:
        reply = await handlers.edit(stranger, EditEntry(before[1].id, change))
        assert isinstance(reply, Screen)
        assert reply.text == stranger.t("routine-empty")
    assert await lines(turn) == before


async def test_it_lists_and_shows_ready_made_routines(turn: Turn) -> None:
    assert await handlers.ready_made(turn) == screens.ready_made(turn.t, turn.library)
    for slug, routine in turn.library.routines.items():
        reply = await handlers.look(turn, LookRoutine(slug))
        assert reply == screens.look(turn.t, turn.library, routine)


@pytest.mark.parametrize("slug", ["marathon", "", "mine"])
async def test_a_routine_that_is_gone_leads_to_those_that_are_there(turn: Turn, slug: str) -> None:
    gone = screens.ready_made(turn.t, turn.library).saying(turn.t.plain("routine-gone"))
    assert await handlers.look(turn, LookRoutine(slug)) == gone
    assert await handlers.adopt(turn, AdoptRoutine(slug)) == gone


async def test_it_adopts_and_brings_back(turn: Turn) -> None:
    before = [line.entry for line in await lines(turn)]
    reply = await handlers.adopt(turn, AdoptRoutine("no-kit"))
    assert isinstance(reply, Screen)
    assert UndoAdopt() in [key.action for row in reply.keys for key in row]
    assert reply.toast == turn.t.plain("routine-adopted-kept", name="Ten minutes, no kit")
    assert [line.entry for line in await lines(turn)] == list(turn.library.routines["no-kit"].entries)
    back = await handlers.undo(turn, UndoAdopt())
    assert [line.entry for line in await lines(turn)] == before
    assert back == screens.mine(turn.t, turn.library, await lines(turn)).saying(turn.t.plain("routine-back"))


async def test_a_second_undo_changes_nothing(turn: Turn) -> None:
    await handlers.adopt(turn, AdoptRoutine("no-kit"))
    await handlers.undo(turn, UndoAdopt())
    stored = await lines(turn)
    reply = await handlers.undo(turn, UndoAdopt())
    assert isinstance(reply, Screen)
    assert reply.toast == turn.t.plain("routine-nothing-back")
    assert await lines(turn) == stored


async def test_adopting_first_of_all_has_nothing_to_bring_back(make_turn: MakeTurn) -> None:
    turn = make_turn()
    reply = await handlers.adopt(turn, AdoptRoutine("no-kit"))
    assert isinstance(reply, Screen)
    assert reply.toast == turn.t.plain("routine-adopted", name="Ten minutes, no kit")
    assert UndoAdopt() not in [key.action for row in reply.keys for key in row]


async def test_lines_whose_exercises_vanished_are_kept_but_not_shown(turn: Turn) -> None:
    left = dict(turn.library.exercises)
    gone = left.pop("seated-cat-cow")
    house = replace(turn.house, library=replace(turn.library, exercises=left))
    stored = await lines(turn)
    for reply in (
        await handlers.routine(replace(turn, house=house)),
        await handlers.edit(replace(turn, house=house), EditEntry(stored[0].id, EntryChange.OPEN)),
        await handlers.edit(replace(turn, house=house), EditEntry(stored[1].id, EntryChange.MORE)),
    ):
        assert isinstance(reply, Screen)
        assert gone.text("en").name not in reply.text
    assert await lines(turn) == stored
