"""From a kind, as the statistics name it, to meanings with what was heard in them.

A kind is what people want; some carry a choice: ``pictures-still``. The same words name the examples in
``content/phrases/examples``.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from bot.domain.understanding import doing, looking
from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import Heard

_Maker: TypeAlias = Callable[[Heard], Sequence[m.Meaning]]
UNSURE: Final = "unsure"
UNKNOWN: Final = "unknown"
_HEARD: Final[Mapping[str, _Maker]] = {
    "exercise": looking.show,
    "list": looking.find,
    "learn": looking.read,
    "pain": looking.pain,
    "start": doing.start,
    "later": doing.later,
    "pause": doing.pause,
    "add-reminder": doing.add_reminder,
    "change-reminder": doing.change_reminder,
    "delete-reminder": doing.delete_reminder,
    "quiet-hours": doing.quiet_hours,
    "add": doing.add_move,
    "drop": doing.drop_move,
    "replace": doing.swap_move,
    "language": doing.language,
    "zone": doing.zone,
}
_SAID: Final[Mapping[str, m.Meaning]] = {
    **{page.value: m.Open(page) for page in m.Page},
    **{deed.value: m.Do(deed) for deed in m.Deed},
    **{f"feedback-{feel.value}": m.Feedback(feel) for feel in m.Feel},
    "yes": m.Answer(yes=True),
    "no": m.Answer(yes=False),
    "quiet-hours-off": m.QuietHours(off=True),
    "pictures": m.Pictures(),
    "pictures-still": m.Pictures(still=True),
    "pictures-moving": m.Pictures(still=False),
}
_ADJUST: Final = {f"adjust-{how.value}": how for how in m.How}
KINDS: Final = frozenset({*_HEARD, *_SAID, *_ADJUST, UNSURE, UNKNOWN})
"""Every kind that examples may be given for."""


def make(kind: str, heard: Heard) -> list[m.Looking | m.Doing]:
    """Return the meanings of a kind that fit what was heard; several are a question, none is a refusal."""
    if kind in _ADJUST:
        made: Sequence[m.Meaning] = _adjusted(_ADJUST[kind], heard)
    elif kind in _SAID:
        made = [_contrasted(kind, heard) or _SAID[kind]]
    else:
        made = _HEARD[kind](heard) if kind in _HEARD else []
    return [one for one in made if not isinstance(one, m.Unsure | m.Unknown)]


def kind_of(meaning: m.Meaning) -> str:
    """Return the kind of a meaning."""
    match meaning:
        case m.Open(choice) | m.Do(choice):
            return choice.value
        case m.Adjust(how):
            return f"adjust-{how.value}"
        case m.Feedback(feels):
            return f"feedback-{feels.value}"
    return _KINDS_SAID.get(meaning) or _TYPES[type(meaning)]


_KINDS_SAID: Final = {said: kind for kind, said in _SAID.items()}
_TYPES: Final[Mapping[type, str]] = {
    m.Show: "exercise",
    m.Find: "list",
    m.Read: "learn",
    m.Pain: "pain",
    m.Start: "start",
    m.Later: "later",
    m.Pause: "pause",
    m.AddReminder: "add-reminder",
    m.ChangeReminder: "change-reminder",
    m.DeleteReminder: "delete-reminder",
    m.QuietHours: "quiet-hours",
    m.AddMove: "add",
    m.DropMove: "drop",
    m.SwapMove: "replace",
    m.SetLanguage: "language",
    m.SetZone: "zone",
    m.Unsure: UNSURE,
    m.Unknown: UNKNOWN,
}


def _contrasted(kind: str, heard: Heard) -> m.Meaning | None:
    """Return the pictures that are wanted where others were ruled out: "still ones, not moving ones"."""
    if not kind.startswith("pictures-") or not {"still", "moving"} <= heard.names:
        return None
    made = doing.pictures(heard)[0]
    return made if isinstance(made, m.Pictures) and made.still is not None else None


def _adjusted(how: m.How, heard: Heard) -> list[m.Meaning]:
    """Return the wish for this, or for another where this was ruled out: "not easier but shorter"."""
    said = doing.adjust(heard)
    if said and how.value in heard.names and not doing.is_wanted(heard, how.value):
        return list(said)
    return [m.Adjust(how, slug) for slug in doing.adjusted(heard)[:3]] or [m.Adjust(how)]
