"""Keyboards, commands, names and menus around the messages."""

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ForceReply,
    MenuButtonWebApp,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)

from bot.emulator.client import Emulator, Person


async def test_reply_keyboards_belong_to_the_chat(bot: Bot, anna: Person) -> None:
    """Shown until replaced, removed, or used up."""
    sent = await bot.send_message(
        anna.id, "?", reply_markup=ReplyKeyboardMarkup([["Yes"]], one_time_keyboard=True)
    )
    assert sent.reply_markup is None
    assert (await anna.chat())["reply_markup"]["keyboard"] == [[{"text": "Yes"}]]
    await anna.say("Yes")
    assert (await anna.chat())["reply_markup"] is None
    await bot.send_message(anna.id, "?", reply_markup=ForceReply(input_field_placeholder="Your name"))
    assert (await anna.chat())["reply_markup"]["input_field_placeholder"] == "Your name"
    await bot.send_message(anna.id, "?", reply_markup=ReplyKeyboardRemove())
    assert (await anna.chat())["reply_markup"] is None


async def test_commands_go_by_scope_and_language(bot: Bot, emulator: Emulator, anna: Person) -> None:
    """The narrowest scope wins, the own language before the fallback."""
    bruno = await emulator.add_person("Bruno", language_code="es-MX")
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("go", "Go")], scope=scope)
    await bot.set_my_commands([BotCommand("go", "Vamos")], scope=scope, language_code="es")
    await bot.set_my_commands([BotCommand("mine", "Mine")], scope=BotCommandScopeChat(anna.id))
    assert (await anna.chat())["commands"] == [{"command": "mine", "description": "Mine"}]
    assert (await bruno.chat())["commands"] == [{"command": "go", "description": "Vamos"}]
    assert await bot.get_my_commands(language_code="es") == ()
    assert await bot.get_my_commands() == (BotCommand("help", "Help"),)
    await bot.delete_my_commands(scope=BotCommandScopeChat(anna.id))
    assert (await anna.chat())["commands"] == [{"command": "go", "description": "Go"}]


async def test_the_bot_names_and_describes_itself(bot: Bot, emulator: Emulator) -> None:
    """Per language, with a fallback."""
    await bot.set_my_name("Rücken", language_code="de")
    await bot.set_my_description("A coach")
    await bot.set_my_short_description("Coach")
    assert (await bot.get_my_name("de")).name == "Rücken"
    assert (await bot.get_my_name()).name == "Midback"
    assert (await bot.get_my_description("fr")).description == "A coach"
    state = (await emulator.state())["bot"]
    assert (state["description"], state["short_description"]) == ("A coach", "Coach")


async def test_the_menu_button(bot: Bot, anna: Person) -> None:
    """For one chat before that for all."""
    await bot.set_chat_menu_button(anna.id, MenuButtonWebApp("Open", WebAppInfo("https://a.io")))
    assert (await bot.get_chat_menu_button(anna.id)).type == "web_app"
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await anna.chat())["menu_button"]["text"] == "Open"
