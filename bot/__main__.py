"""`python -m bot` is the same as the console script `midback`."""

import gc

if __name__ == "__main__":
    # A start makes much and drops little: to look for garbage all the while would take a tenth of its time.
    gc.set_threshold(50_000, 20, 50)

    from bot.cli import main

    main()
