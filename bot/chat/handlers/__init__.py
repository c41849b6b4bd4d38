"""Handlers: read the press, call one service, return one screen."""
