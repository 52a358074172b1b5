"""A printer that is pulled out in the middle of a receipt: nobody knows what is on its paper, so the desk is asked."""

SERVICE = "signature-head-spa"


def scenario(salon, desk):
    salon.does("mei", {"do": "open_day", "float": 30_000})
    client = salon.does("mei", {"do": "add_client", "name": "Naoko Kimura"})[0]["client"]
    visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi", "service": SERVICE})[0]["visit"]
    salon.does("mei", {"do": "hand_to_desk", "visit": visit})
    salon.printer.is_now("slow")

    desk.opens()
    desk.signs_in("mei")
    for name in ("Pay Naoko Kimura", "Pay", "Exact ¥9,900", "Print and finish"):
        desk.tap(name)
    desk.finds("Today", role="heading")
    desk.tap("More")
    desk.tap("Devices and queue")
    desk.sees("going to")
    salon.printer.stop()
    desk.sees("Did it print? Look at the paper.", deadline_s=30)
    torn = salon.printer.sheets()
    assert len(torn) == 1 and "A-000001" in torn[0]["text"] and "照合" not in torn[0]["text"], torn

    salon.printer.is_now("ok")
    desk.tap("Print Receipt A-000001 again")
    ending, copy = salon.printer.gives(2)["text"], salon.printer.gives(3)["text"]
    assert "ここまで無効" in ending and "9,900" not in ending, f"what was torn is not said to be void: {ending}"
    assert "A-000001" in copy and "再発行 1回目" in copy and "照合" in copy, copy
    desk.sees("Every paper is out", deadline_s=30)
    desk.closes()

    salon.verifies()
    assert [sale["totals"]["total"] for sale in salon.lists("sales")] == [9_900]
    assert salon.day()["tenders"] == {"cash": 9_900}
    assert len(salon.printer.sheets()) == 3
