"""`python -m bot` is the same as the console script `midback`."""

from bot.cli import main

if __name__ == "__main__":
    main()
