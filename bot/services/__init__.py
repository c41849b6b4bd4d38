"""Use cases: synchronous functions over a Session, one transaction each. They return data and never send."""
