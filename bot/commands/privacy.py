"""/privacy: what is stored about a person, and its removal."""

from __future__ import annotations

from discord import ButtonStyle, app_commands

from bot.acknowledge import acknowledge
from bot.app import Itx
from bot.asking import think
from bot.store import KEEP_DAYS
from bot.views import parts
from bot.views.notices import done_view
from bot.views.parts import Press, small


@app_commands.command(description="What this bot stores about you, and how to remove it")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def privacy(interaction: Itx) -> None:
    await think(interaction, private=True)
    bot = interaction.client
    counts = await bot.store.about(interaction.user.id)
    t = bot.texts.of(interaction.locale)
    told = parts.text(
        f"### {t('privacy.title')}",
        t("privacy.what", days=KEEP_DAYS),
        t("privacy.yours", asked=counts["asked"], feedback=counts["feedback"], watches=counts["watches"]),
        small(t("privacy.not")),
    )
    button = Press("forget", label=t("privacy.forget"), style=ButtonStyle.danger, disabled=not any(counts.values()))
    await interaction.edit_original_response(view=parts.layout([told, parts.row(button)], parts.PLAIN))


async def forget(interaction: Itx, args: tuple[str, ...]) -> None:
    """Remove everything that names the person."""
    del args
    await acknowledge(interaction)
    removed = await interaction.client.store.forget(interaction.user.id)
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("privacy.forgotten", n=removed)))


ACTIONS = {"forget": forget}
COMMANDS = (privacy,)
