"""The day begins: the terminal tells who works here, takes a PIN, and says what was wrong with one."""


def scenario(salon, desk):
    desk.opens()
    desk.sees("Who is working?")
    desk.sees_off("1", because="Tap your name first")

    desk.tap(salon.name_of("mei", "en"))
    desk.sees("Hello, Mei")
    desk.sees_chosen(salon.name_of("mei", "en"))

    wrong = "000000" if salon.pin_of("mei") != "000000" else "111111"
    desk.types_digits(wrong)
    desk.sees("Try again")

    desk.tap("日本語")
    desk.sees(salon.name_of("mei", "ja"))

    desk.is_killed()
    desk.opens()
    desk.sees("Tap your name first")
    desk.tap_though_off("1", role="push button")
    desk.hears("Tap your name first")
    desk.closes()
    salon.verifies()
