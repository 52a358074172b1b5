"""What comes back and how the day ends: a refund and a void with Haruka's PIN, then her count, the Z and the report."""

import uuid

SERVICE = "signature-head-spa"


def scenario(salon, desk):
    salon.does("mei", {"do": "open_day", "float": 30_000})
    sells(salon, "Naoko Kimura", {"type": "cash", "amount": 10_980}, more="hojicha-tea")
    sells(salon, "Rie Shimizu", {"type": "card", "amount": 9_900, "reference": "0123"})
    sells(salon, "Misaki Sato", {"type": "card", "amount": 9_900, "reference": "0124"})

    desk.opens()
    desk.signs_in("mei")
    gives_back_the_tea(salon, desk)
    takes_back_a_sale(salon, desk)
    desk.tap("Lock")

    desk.signs_in("haruka")
    closes_the_day(salon, desk)
    shown = reads_the_report(desk)
    desk.tap("More")
    desk.tap("Devices and queue")
    desk.sees("Every paper is out")
    desk.closes()

    salon.verifies()
    day = salon.day()
    assert day["closed"] and day["z"] == 1, day
    assert (day["net_incl"], day["refunds"], day["voids"]) == (19_800, 1_080, 9_900), day
    assert day["tenders"] == {"cash": 9_900, "card": 9_900}, day["tenders"]
    assert (day["drawer"]["expected"], day["drawer"]["over_short"]) == (39_900, -100), day["drawer"]
    for words in (f"“¥{day['net_incl']:,}”", f"“Tax ¥{day['tax_total']:,}”", f"Cash, 50%, ¥{day['tenders']['cash']:,}”",
                  f"Card, 50%, ¥{day['tenders']['card']:,}”", f"{day['first_number']} to {day['last_number']}"):
        assert words in shown, f"{words} is in the report of the day, and not on the screen: {shown}"
    assert len(salon.printer.sheets()) == 3


def sells(salon, name, tender, more=None):
    client = salon.does("mei", {"do": "add_client", "name": name})[0]["client"]
    visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi", "service": SERVICE})[0]["visit"]
    if more:
        salon.does("mei", {"do": "add_line", "visit": visit, "item": more})
    salon.does("mei", {"do": "checkout", "visit": visit, "key": str(uuid.uuid4()), "tenders": [tender], "print": False})


def is_approved(salon, desk):
    desk.tap(salon.name_of("haruka", "en"))
    desk.types_digits(salon.pin_of("haruka"))


def gives_back_the_tea(salon, desk):
    desk.tap("Naoko Kimura", within="Done")
    for name in ("Refund", "Hojicha Tea", "Changed mind", "Refund ¥1,080 in cash"):
        desk.tap(name)
    is_approved(salon, desk)
    desk.sees("Partly refunded")
    slip = salon.printer.gives(1)
    assert "A-000004" in slip["text"] and "1,080" in slip["text"], slip["text"]


def takes_back_a_sale(salon, desk):
    desk.tap("Today")
    desk.tap("Rie Shimizu", within="Done")
    for name in ("Void", "Wrong client", "Void ¥9,900"):
        desk.tap(name)
    is_approved(salon, desk)
    desk.finds("Today", role="heading")
    slip = salon.printer.gives(2)
    assert "A-000005" in slip["text"] and "9,900" in slip["text"], slip["text"]


def closes_the_day(salon, desk):
    """She counts a hundred yen less than there should be."""
    desk.tap("More")
    desk.tap("Close the day")
    desk.tap("Pieces of ¥10,000")
    for pieces in ("3", "0", "0", "9", "1", "3"):
        desk.tap(pieces, role="push button")
        desk.tap("Next")
    desk.sees("¥39,800")
    desk.sees_no("Float this morning")
    desk.tap("Next: the result")
    desk.sees("Short")
    desk.sees("¥39,900")
    desk.tap("Next: check tenders")
    desk.tap("Close and print Z")
    desk.sees("The day is closed: Z 1")
    paper = salon.printer.gives(3)["text"]
    for figure in ("第1号", "19,800", "39,900", "39,800", "－100"):
        assert figure in paper, f"the Z does not say {figure}: {paper}"


def reads_the_report(desk):
    desk.tap("More")
    desk.tap("Daily report")
    desk.sees("Closed, Z 1")
    return desk.tree()
