"""Mei's day at the desk: the float, who comes in, two who pay, and a printer that has no paper when the second receipt comes."""

# The pill looks at the printer every ten seconds.
PILL_S = 30
SERVICE = "signature-head-spa"


def scenario(salon, desk):
    naoko, rie, misaki = (answer["client"] for answer in salon.does(
        "mei", *({"do": "add_client", "name": name} for name in ("Naoko Kimura", "Rie Shimizu", "Misaki Sato"))))
    for client in (naoko, rie):
        visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi", "service": SERVICE})[0]["visit"]
        salon.does("mei", {"do": "hand_to_desk", "visit": visit})
    salon.does("mei", {"do": "book", "client": misaki, "therapist": "ren", "service": SERVICE, "start": salon.now()})

    desk.opens()
    desk.signs_in("mei")
    opens_the_day(desk)
    checks_in(desk)
    seats_a_walk_in(desk)

    for name in ("Pay Naoko Kimura", "Pay", "Exact ¥9,900", "Print and finish"):
        desk.tap(name)
    first = salon.printer.gives(1)
    assert "A-000001" in first["text"] and "9,900" in first["text"], first["text"]

    desk.tap("Pay Rie Shimizu")
    desk.tap("Retail")
    desk.tap("Camellia Hair Mist")
    desk.sees("¥13,200")
    desk.is_killed()
    desk.opens()
    desk.signs_in("mei")
    desk.sees("¥13,200")
    desk.tap("Tip")
    desk.tap("¥500")

    salon.printer.is_now("paper-out")
    desk.tap("Today")
    prints_again(desk, "Naoko Kimura")
    desk.sees("The printer has no paper", deadline_s=PILL_S)
    desk.tap("Pay Rie Shimizu")
    desk.tap("Pay")
    desk.tap("Card")
    desk.fills("Number of the slip", "0123")
    desk.tap("Take card")
    desk.tap("Finish, print later")
    desk.finds("Today", role="heading")
    assert len(salon.printer.sheets()) == 1, "paper came out of a printer without any"
    salon.printer.is_now("ok")
    copy, second = salon.printer.gives(2), salon.printer.gives(3)
    assert "A-000001" in copy["text"] and "再発行 1回目" in copy["text"], copy["text"]
    assert "A-000002" in second["text"] and "13,200" in second["text"], second["text"]
    desk.sees("The printer is ready", deadline_s=PILL_S)
    prints_again(desk, "Rie Shimizu")
    copy = salon.printer.gives(4)
    assert "A-000002" in copy["text"] and "再発行 1回目" in copy["text"], copy["text"]
    desk.closes()

    salon.verifies()
    sales = [(sale["number"], sale["totals"]["total"], sale["totals"].get("tip", 0), sale["tenders"][0]["type"])
             for sale in salon.lists("sales")]
    assert sales == [("A-000001", 9_900, 0, "cash"), ("A-000002", 13_200, 500, "card")], sales
    day = salon.day()
    assert day["tenders"] == {"cash": 9_900, "card": 13_700}, day["tenders"]
    assert day["drawer"]["expected"] == 39_900, day["drawer"]
    stages = sorted(visit["status"] for visit in salon.lists("visits"))
    assert stages == ["arrived", "in_chair", "paid", "paid"], stages
    assert len(salon.printer.sheets()) == 4


def opens_the_day(desk):
    desk.tap("Open the day")
    for digits in ("3", "00", "00"):
        desk.tap(digits)
    desk.sees("¥30,000")
    desk.tap("Open the day")
    desk.sees("The day is open")


def checks_in(desk):
    desk.tap("Check in Misaki Sato")
    desk.tap("Undo")
    desk.tap("Check in Misaki Sato")
    desk.sees("Waiting 0 min")


def seats_a_walk_in(desk):
    desk.tap("Walk-in")
    desk.tap("Head Massage")
    desk.tap("Seat now")
    desk.sees("Walk-in is in the chair")


def prints_again(desk, name):
    desk.tap(name, within="Done")
    desk.tap("Reprint")
    desk.sees("A copy is on its way to the printer")
    desk.tap("Today")
