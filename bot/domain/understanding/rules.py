"""Which concepts together mean what. One table, the same for every language.

``needs``: each row is one way, all of its concepts must be there. ``also``: concepts that belong to the
meaning as well. A rule that explains more of what was said wins; among equals the first of the table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.understanding import doing, looking
from bot.domain.understanding import meanings as m
from bot.domain.understanding.heard import HARD, Heard, Unit
from bot.domain.understanding.said import KINDS

TIMES: Final = "clock bare days without part count hourly between"
FACETS: Final = " ".join(looking.FACETS)
MARGIN: Final = 0.6
"""A meaning that changes something must be so far ahead of the next other one."""


@dataclass(frozen=True)
class Rule:
    """One meaning: its ways, what belongs to it, and how it is made."""

    needs: tuple[frozenset[str], ...]
    also: frozenset[str]
    make: Callable[[Heard], Sequence[m.Meaning]]
    bonus: float = 0

    def score(self, heard: Heard) -> float | None:
        """Return how well it explains what was said; None where it does not fit."""
        scores = [self._score(heard.units, need) for need in self.needs if need <= heard.names]
        return max(scores) + self.bonus if scores else None

    def rest(self, heard: Heard) -> list[Unit]:
        """Return the units that it does not explain."""
        ways = [need for need in self.needs if need <= heard.names]
        # "Not" belongs to the meaning only where no way without it fits: "don't delete" is no wish to delete.
        turned = frozenset[str]().union(*ways) & HARD if all(way & HARD for way in ways) else frozenset()
        known = self.also.union(*(way - HARD for way in ways), turned)
        return [unit for unit in heard.units if known.isdisjoint(unit.names) and not unit.soft]

    def _score(self, units: Sequence[Unit], need: frozenset[str]) -> float:
        return sum(self._worth(unit, need) for unit in units)

    def _worth(self, unit: Unit, need: frozenset[str]) -> float:
        if not need.isdisjoint(unit.names):
            return 1.5 + 0.5 * unit.weight
        if not self.also.isdisjoint(unit.names):
            return 1 + 0.1 * unit.weight
        if unit.soft:
            return 0
        return -0.4 if "unknown" in unit.names else -1.0


def _rule(
    needs: str, also: str, make: Callable[[Heard], Sequence[m.Meaning]] | m.Meaning, bonus: float = 0
) -> Rule:
    """Write a rule: ways are parted by ``|``, concepts by spaces."""
    made = make if callable(make) else lambda _: [make]
    ways = tuple(frozenset(way.split()) for way in needs.split("|"))
    return Rule(ways, frozenset(also.split()), made, bonus)


def _open(needs: str, also: str, page: m.Page, bonus: float = 0) -> Rule:
    return _rule(needs, also, m.Open(page), bonus)


def _do(needs: str, also: str, deed: m.Deed, bonus: float = 0) -> Rule:
    return _rule(needs, also, m.Do(deed), bonus)


RULES: Final = (
    _rule(
        "delete | change | drop | swap",
        "question",
        lambda _: [m.Open(m.Page.REMINDERS), m.Open(m.Page.ROUTINE)],
        -0.5,
    ),
    _rule(
        """hurts | of-ten | of-ten region | hurts region | hurts bare | hurts stop | hurts exercise""",
        f"stiff {FACETS} on not of-ten bare",
        looking.pain,
        0.3,
    ),
    _rule(
        "card card-word question | card card-word why",
        f"""help which remind card-word question hurts stiff exercise-word exercise span why show
        something {FACETS}""",
        looking.read,
        1.2,
    ),
    _rule("card", "card-word question", looking.read, 0.4),
    _rule("learn", "list something", m.Read()),
    # reminders
    _open(
        """reminders-list | list reminder | my reminder | which reminder | show reminder""",
        "list my which all show",
        m.Page.REMINDERS,
    ),
    _rule(
        """remind | add reminder | reminder | reminder clock | reminder days | reminder part | reminder
        count | remind clock | remind days | remind part | remind count | remind hourly | add clock
        | days clock | days bare | remind bare | reminder bare | reminder hourly between | remind
        hourly between | clock | hourly between | count | days part | remind rare | reminder rare |
        hourly | rare | add clock reminder""",
        f"{TIMES} add exercise-word rare routine start have",
        doing.add_reminder,
    ),
    _rule(
        """remind | reminder | remind clock | remind days | remind days clock | reminder clock""",
        f"{TIMES} add rare start have exercise-word exercise region kind stiff routine plan hurts",
        doing.add_reminder,
        -0.1,
    ),
    _rule(
        """change reminder | change clock | change remind | change days | change part | clock instead |
        days instead | change bare | change between | reminder between | earlier reminder""",
        f"""{TIMES} reminder remind change add instead of-the routine all exercise-word""",
        doing.change_reminder,
        0.2,
    ),
    _rule(
        """delete reminder | drop reminder | delete clock | drop clock | delete bare | drop bare | delete
        all reminder | not reminder | delete remind | off reminder""",
        f"{TIMES} all reminder remind of-the more",
        doing.delete_reminder,
        0.2,
    ),
    _rule(
        """later | snooze | span remind | ahead | ahead remind | later ahead | snooze ahead | reminder
        ahead | add reminder ahead | remind on | remind on clock | remind on part | later span |
        snooze span | later on | snooze on | later clock | later part | snooze clock | snooze part |
        snooze bare | reminder on | reminder span | on clock | on part | on-part | on-part remind""",
        """span ahead on clock part bare remind reminder later snooze days add""",
        doing.later,
        0.1,
    ),
    _rule(
        """pause | ill | holiday | pause span | pause until | pause on | not remind until | not
        reminder until | not remind span | not reminder span | stop until | stop span | ill span |
        ill until | holiday until | holiday span | stop reminder until | stop reminder span | stop
        remind until | away | away until | away span | off span | off until | reminder until off |
        not remind on | not reminder on | not start until | not start span | reminder off span | not
        exercise-word until | not exercise-word span | resume until | resume on""",
        """until span on ill holiday away reminder remind pause stop exercise-word all off routine""",
        doing.pause,
        0.2,
    ),
    _do(
        "resume | resume reminder",
        "reminder remind exercise-word all routine holiday ill start",
        m.Deed.RESUME,
        0.1,
    ),
    _do(
        """stop | stop reminder | stop remind | not remind more | not reminder more | stop all""",
        "reminder remind all exercise-word more stop",
        m.Deed.STOP,
    ),
    _rule(
        "not-today | skip on | skip exercise-word",
        "on exercise-word reminder remind start routine skip",
        doing.not_today,
    ),
    _rule(
        """quiet-hours | stop between | pause between | quiet between | not remind between | not
        reminder between | quiet-hours off | quiet-hours delete | not quiet-hours""",
        """between off delete change add quiet remind reminder stop pause part""",
        doing.quiet_hours,
        0.3,
    ),
    # the routine
    _rule("add exercise", "add exercise routine plan", doing.add_move, 0.4),
    _rule(
        "drop exercise | delete exercise | not exercise ",
        "exercise routine plan more delete drop of-the",
        doing.drop_move,
        0.3,
    ),
    _rule(
        """swap exercise | instead exercise | change exercise | swap instead exercise""",
        "exercise routine plan instead swap change add",
        doing.swap_move,
        0.5,
    ),
    _rule(
        """easier | harder | shorter | longer | easier exercise | harder exercise | shorter
        exercise-word""",
        """easier harder shorter longer exercise routine exercise-word version change plan something
        add easy hard have""",
        doing.adjust,
        0.2,
    ),
    _rule("easy", "exercise exercise-word on routine", m.Feedback(m.Feel.EASY)),
    _rule("hard", "exercise exercise-word on routine", m.Feedback(m.Feel.HARD)),
    _open(
        """routine | list routine | my routine | on exercise-word my | plan | todays-list""",
        "list my which on plan exercise-word show",
        m.Page.ROUTINE,
    ),
    _open("ready-made | list ready-made", "list desk start show something", m.Page.READY_MADE),
    # exercises
    _rule("exercise | show exercise", "show exercise exercise-word list question learn", looking.show, 0.3),
    _rule(
        """region | place | kit | no-kit | kind | level | quiet | desk | exercise-word | stiff | list |
        something span | exercise-word span | something | region something | help region | help
        stiff | stiff region | hurts something region | hurts something | hurts exercise-word region
        | hurts exercise-word""",
        f"""{FACETS} exercise-word something span stiff list all show hurts have more help""",
        looking.find,
    ),
    _rule(
        """start | start exercise | start span | have span | start routine | start exercise-word | have
        span start""",
        "start exercise span have routine exercise-word on plan",
        doing.start,
        0.2,
    ),
    _do("done", "done exercise-word routine todays-list on part exercise all start", m.Deed.DONE, 0.2),
    _do("undo", "undo done", m.Deed.UNDO),
    # how it goes
    _open("why streak | why ended | why streak ended", "why streak ended not on", m.Page.WHY_STREAK, 0.5),
    _open(
        "why reminder | why remind | why came not",
        "why not reminder remind on clock part came",
        m.Page.WHY_REMINDER,
        0.5,
    ),
    _open(
        "why plan | why routine | why exercise | why exercise-word",
        "why plan routine exercise exercise-word on not",
        m.Page.WHY_PLAN,
        0.4,
    ),
    _open("streak", "streak list my on which progress ended", m.Page.STREAK, 0.3),
    _open("progress", "progress list my on which", m.Page.PROGRESS, 0.1),
    # settings and the rest
    _rule(
        """speak | speak tongue | tongue | change tongue | language-word | language-word tongue |
        change language-word""",
        "speak tongue language-word change",
        doing.language,
    ),
    _rule(
        """zone | moved city | zone city | change zone | city | zone clock""",
        "zone city moved change clock span on",
        doing.zone,
    ),
    _rule(
        """still | moving | pictures | still pictures | moving pictures | not moving | not pictures |
        off moving | stop moving | not still""",
        "still moving pictures not off stop more show list change",
        doing.pictures,
    ),
    _do("export", "export", m.Deed.EXPORT, 0.3),
    _do("erase", "erase all", m.Deed.ERASE, 0.3),
    _open("privacy", "privacy", m.Page.PRIVACY),
    _open("safety", "safety exercise exercise-word question", m.Page.SAFETY, 0.1),
    _open("about", "about", m.Page.ABOUT),
    _open("help", "help list question", m.Page.HELP),
    _open("hello", "hello", m.Page.HELLO),
    _open("thanks", "thanks", m.Page.THANKS),
    _open("bye", "bye", m.Page.BYE),
    _rule("until", "until", doing.until, -0.5),
    _rule("on", "instead later", doing.on_a_day, -0.5),
    _rule("span", "", doing.for_a_while, -0.5),
    _rule("yes", "yes", m.Answer(yes=True)),
    _rule("no", "no", m.Answer(yes=False)),
)

_NO_WORDS: Final = frozenset(
    (*looking.FACETS, *KINDS.values(), "ahead", "on-part", "bare", "card", "card-word")
) | {"exercise", "tongue", "city"}
_BESIDE: Final = """not but either bygone correction pardon withdrawn keep spare also become event inquiry
    liked loosely others prefer where supposing unwanted condition described habit is moment when please
    reason purpose"""
CONCEPTS: Final = frozenset(
    {*_BESIDE.split(), *(name for rule in RULES for name in rule.also.union(*rule.needs))}
).difference(_NO_WORDS)
"""Every concept that a file of phrases must have words for."""
