"""The display goes away over an open cart: the program ends, and the cart is there on the next one."""

SERVICE = "signature-head-spa"


def scenario(salon, desk):
    salon.does("mei", {"do": "open_day", "float": 30_000})
    client = salon.does("mei", {"do": "add_client", "name": "Naoko Kimura"})[0]["client"]
    visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi", "service": SERVICE})[0]["visit"]
    salon.does("mei", {"do": "hand_to_desk", "visit": visit})

    desk.opens()
    desk.signs_in("mei")
    desk.tap("Pay Naoko Kimura")
    desk.tap("Retail")
    desk.tap("Camellia Hair Mist")
    desk.sees("¥13,200")
    assert desk.loses_its_display() == 1
    salon.verifies()

    desk.opens()
    desk.signs_in("mei")
    desk.sees("¥13,200")
    desk.finds("Change Camellia Hair Mist")
    for name in ("Pay", "Exact ¥13,200", "Print and finish"):
        desk.tap(name)
    receipt = salon.printer.gives(1)["text"]
    assert "A-000001" in receipt and "13,200" in receipt, receipt
    desk.closes()

    salon.verifies()
    assert [sale["totals"]["total"] for sale in salon.lists("sales")] == [13_200]
    assert salon.day()["tenders"] == {"cash": 13_200}
