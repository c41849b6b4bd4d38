"""`python -m bot` is the same as the console script `midback`."""

if __name__ == "__main__":
    from bot.cli import main

    main()
