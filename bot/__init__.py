"""The Discord face of the archive. Importing it does no work; `bot.app.build_bot` makes a bot."""
