"""Understanding what people type: words in, one of a closed set of meanings out.

``understand.understand`` is the door. It reads no clock and knows no language by itself: how people say things
is content (``phrases/<language>.yaml``). It never guesses at a change: where any word that could matter was
not read, where a time may be morning or evening, or where two readings are close, the answer is a question.
"""
