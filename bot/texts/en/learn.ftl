# Short things to read: what helps, and how sure anybody can be of it.

learn-title = <b>Good to know</b>

    One minute each, with an honest word on how sure anybody can be.
learn-next = Next ›
learn-all = All of them
learn-gone = That one is gone. Here is what there is.
