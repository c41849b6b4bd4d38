"""Moving pictures drawn from pose data: only authors need it; the running coach sends what it made.

The way of the data: ``files`` reads a figure.yaml -> ``timeline`` says which pose each frame shows ->
``skeleton`` places the joints -> ``body`` and ``scenery`` put shapes around them -> ``tracing`` and
``painting`` turn those into pixels -> ``build`` writes stills, loops and pacers.
``inspection`` tests the data on the way.
"""
