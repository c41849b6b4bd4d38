"""Screens: pure functions from data to what a person sees."""
