"""Aoi's new client, from the consent to the products that were used, with a power cut in the middle of the ritual."""

import re

NEXT = re.compile("Next: .*")
SIGNATURE = [(0.1 + 0.7 * i / 30, 0.5 + 0.3 * (-1) ** i * (1 - i / 40)) for i in range(31)]


def scenario(salon, desk):
    client = salon.does("mei", {"do": "add_client", "name": "Hanako Test"})[0]["client"]
    visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi"})[0]["visit"]
    before = left_in(salon, "R0926")

    desk.opens()
    desk.signs_in("aoi")
    desk.tap("Start consultation Hanako Test")
    consents(desk)
    answers_all_questions(desk)
    tells_concerns_and_life(desk)
    maps_the_scalp(desk)
    desk.sees("Deep Cleanse Spa")
    desk.tap("Start this treatment")

    treats_to(desk, "Rice bran exfoliant")
    desk.tap("More Rice Bran Exfoliant")
    desk.sees("9 g")
    desk.is_killed()
    desk.opens()
    desk.signs_in("aoi")
    desk.finds("Rice bran exfoliant", role="heading")
    if desk.reads("Rice Bran Exfoliant", role="spin button") != "9 g":
        raise AssertionError("the amount that was set right did not outlive the power cut")
    desk.tap("Pause")
    desk.finds("Resume")
    desk.tap("+1 min")
    desk.sees("6 minutes left")
    desk.tap("Resume")
    desk.finds("Pause")
    treats_to(desk, "Finish and dry")
    desk.tap("Finish")
    desk.tap("Confirm 7 products")
    desk.finds("Today", role="heading")
    desk.finds("Hanako Test", within="Ready to pay")
    desk.closes()

    salon.verifies()
    record = salon.does("aoi", {"do": "show", "what": "visit", "id": visit})[0]["visit"]
    assert record["status"] == "ready_to_pay", record["status"]
    assert record["plan"]["service"] == "deep-cleanse-spa", record["plan"]
    assert record["zones"]["crown"]["conditions"]["buildup"] == 3, record["zones"]
    assert [step["state"] for step in record["steps"]] == ["done"] * 10, record["steps"]
    assert {use["product"]: use["amount"] for use in record["products"]}["rice-bran-exfoliant"] == "9", record["products"]
    assert before - left_in(salon, "R0926") == 9, "the shelf lost another amount than was recorded"
    assert not salon.printer.sheets(), "nothing of the chair is printed"


def left_in(salon, lot):
    return next(float(row["left"]) for row in salon.lists("lots") if row["lot"] == lot)


def consents(desk):
    desk.sees_off("Accept", because=re.compile("."))
    desk.tap("I agree: The treatment")
    desk.tap("I agree: Keeping my health data and photos")
    desk.draws_on("Signature of Hanako Test", SIGNATURE)
    desk.tap("Accept")


def answers_all_questions(desk):
    desk.tap("All no")
    desk.sees("more, still empty")
    desk.scrolls_to_the_end("Safety check")
    desk.tap("All no")
    desk.sees_chosen("No: Implants or extensions")
    desk.tap("Yes, aloud")


def tells_concerns_and_life(desk):
    for name in ["Oily", "Buildup", "Scalp type: Oily", "Clean scalp", "Next: Life and tension", "Sport: Often", "Neck"]:
        desk.tap(name)
    desk.tap("Scalp map", role="push button")


def maps_the_scalp(desk):
    desk.tap("Frontal, not looked at")
    desk.tap("Oily 1")
    desk.tap_at("Scalp map", 0.5, 0.5, role="panel")
    desk.finds("Crown", role="heading")
    desk.tap("Buildup 3")
    desk.tap("See plan")


def treats_to(desk, last):
    """Taps Next until the step of that name runs."""
    while True:
        follows = desk.finds(NEXT).name.removeprefix("Next: ")
        desk.tap("Next: " + follows)
        desk.finds(follows, role="heading")
        if follows == last:
            return
