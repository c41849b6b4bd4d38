"""Pain around a session: asked before, told during, asked after; stored, and what follows from it."""

from sqlmodel import Session, col, select

from bot.db.tables import PainScore
from bot.domain.pain import Score


def scores(session: Session, person_id: int) -> list[Score]:
    """Return every score that a person gave, in the order in which they gave them."""
    query = select(col(PainScore.day), col(PainScore.score)).where(PainScore.person_id == person_id)
    found = session.exec(query.order_by(col(PainScore.id))).all()
    return [Score(day, score) for day, score in found if score is not None]
