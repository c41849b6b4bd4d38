"""Whether words typed as an activity are one, or mean what they would mean at any other time."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.aside import turns_aside
from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding.understand import meaning
from bot.domain.understanding.vocabulary import Vocabulary
from bot.library.learnt import learnt_reader

TODAY = date(2026, 3, 2)

ACTIVITIES = {
    "en": (
        "an hour at my desk", "carrying my son", "sleeping through the night", "sitting", "sleep", "walking",
        "looking over my shoulder when driving", "reaching the top shelf", "playing the piano", "twisting",
        "going for a run at 7", "working 8 hours", "hold my daughter for 10 minutes", "stop slouching",
        "start running again", "get going in the morning", "breathing deeply", "change the sheets",
        "show my son how to swim", "delete emails without pain", "pause less at work", "skip rope",
        "play tennis on Sundays", "coughing without pain", "quiet sleep", "lifting boxes", "exercise",
    ),
    "es": (
        "una hora en el escritorio", "cargar a mi hijo", "dormir toda la noche", "caminar", "sentarme",
        "mirar hacia atrás al manejar", "tocar el piano", "correr a las 7", "trabajar 8 horas",
        "empezar a correr otra vez", "parar de encorvarme", "descansar mejor", "cambiar las sábanas",
        "pasear al perro cada mañana", "salir a caminar en la tarde", "respirar hondo",
    ),
}  # fmt: skip
OTHERS = {
    "en": (
        "show me cat cow", "cat cow", "stop", "stop the reminders", "help", "menu", "remind me at 7",
        "remind me every day at 18:00", "remind me to take my pills at 7", "delete my reminder", "start",
        "my reminders", "pause for a week", "I am ill", "show my routine", "quiet hours from 22 to 7",
        "add open book to my routine", "english please", "cancel", "no", "why did my streak end",
        "can I do this with a cold?", "erase everything", "pause",
    ),
    "es": (
        "muéstrame el gato vaca", "gato vaca", "parar", "ayuda", "recuérdame a las 7", "no", "menú",
        "borra mi recordatorio", "pausa una semana", "empezar", "mis recordatorios", "pausa",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary(real_library: Library) -> Vocabulary:
    """Give what the shipped content knows of both languages."""
    learnt = learnt_reader(Path(__file__).parents[2] / "content")
    return Vocabulary.build(real_library, {c: Index.build(real_library, c, ()) for c in ("en", "es")}, learnt)


def aside(vocabulary: Vocabulary, words: str, language: str) -> bool:
    """Return whether the words are about something else."""
    spoken = vocabulary.listen(words, language, TODAY)
    return turns_aside(spoken, meaning(spoken))


@pytest.mark.parametrize("language", ACTIVITIES)
def test_it_leaves_what_a_back_makes_hard_an_activity(vocabulary: Vocabulary, language: str) -> None:
    wrong = [words for words in ACTIVITIES[language] if aside(vocabulary, words, language)]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_it_hears_commands_changes_and_names_of_exercises(vocabulary: Vocabulary, language: str) -> None:
    wrong = [words for words in OTHERS[language] if not aside(vocabulary, words, language)]
    assert wrong == []
