"""Tables, queries and the one place where database work runs."""
