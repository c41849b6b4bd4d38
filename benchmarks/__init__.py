"""What Midback costs, measured beside its peers in the same run; started by ``./midback bench``."""
