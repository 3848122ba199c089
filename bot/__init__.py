"""The Discord face of the archive. Importing it does no work; `bot.build.build_bot` makes a bot."""
