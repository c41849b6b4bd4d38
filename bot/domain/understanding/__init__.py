"""Understanding what people type: words in, one of a closed set of meanings out.

``understand.understand`` is the door. It reads no clock and knows no language by itself: how people say
things is content (``phrases/<language>.yaml``). It never guesses at a change: where a word that could matter
was not read, where a time may be morning or evening, or where two readings are close, it asks.

One-off moments are read by a small grammar as well. ``dateparser`` takes what it can from a text and drops
the rest, and a word that is dropped in silence is what must not happen here.
"""
