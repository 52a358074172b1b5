"""美咲の二度目の来店: checked in, asked what is new, treated in less time than planned and paid, all of it in Japanese."""

import re
import uuid

LANGUAGE = "ja"
SERVICE = "signature-head-spa"
NAME = "佐藤 美咲"
CALLED = NAME + " 様"
SAFE = dict.fromkeys(["broken_skin", "infection", "lice_or_ringworm", "fever", "high_blood_pressure", "pregnant", "surgery",
                      "recent_colour", "medication", "extensions"], False)


def scenario(salon, desk):
    was_here_before(salon)

    desk.opens()
    desk.signs_in("mei")
    desk.tap(CALLED + " 受付")
    desk.sees("来店済 0分")
    desk.tap("ロック")
    desk.signs_in("aoi")
    desk.tap(CALLED + " カウンセリング開始")
    desk.tap("すべていいえ")
    desk.scrolls_to_the_end("安全確認")
    desk.tap("すべていいえ")
    desk.sees_chosen(re.compile("いいえ.*インプラント・エクステ"))
    desk.tap("口頭で確認済み")
    desk.tap("前回と同じ")
    desk.tap("頭皮マップ", role="page tab")
    desk.tap("頭頂部、未確認、前回3")
    desk.tap("べたつき 2")
    desk.tap("プランへ")
    desk.tap("この施術を開始")

    desk.tap("この工程を省く")
    desk.tap("時間が足りない")
    desk.tap("省く", role="push button")
    treats_to_the_end(desk)
    desk.tap("終了")
    desk.tap("7品を確定")
    desk.finds("本日", role="heading")
    desk.tap("ロック")

    desk.signs_in("mei")
    desk.tap(CALLED + " 会計")
    desk.tap("会計", role="push button")
    desk.tap(re.compile("ちょうど .*"))
    desk.tap("印刷して完了")
    receipt = salon.printer.gives(1)["text"]
    for words in ("会計 A-000002", "ディープクレンズ", "担当 田中 葵", "合計(税込)", "¥12,100", "内消費税"):
        assert words in receipt, f"the receipt does not say {words}: {receipt}"
    desk.finds("本日", role="heading")
    desk.closes()

    salon.verifies()
    sale = salon.lists("sales")[-1]
    assert (sale["number"], sale["totals"]["total"]) == ("A-000002", 12_100), sale
    assert salon.day()["tenders"] == {"cash": 9_900 + 12_100}
    record = salon.does("aoi", {"do": "show", "what": "visit", "id": sale["visit"]})[0]["visit"]
    assert [step["state"] for step in record["steps"]] == ["skipped"] + ["done"] * 9, record["steps"]
    assert record["consultation"]["life"] == {"sport": "often"}, "what she said last time is not there"
    assert record["zones"]["crown"]["conditions"] == {"oily": 2}, record["zones"]
    assert len(record["products"]) == 7, record["products"]


def was_here_before(salon):
    salon.does("mei", {"do": "open_day", "float": 30_000})
    client = salon.does("mei", {"do": "add_client", "name": NAME, "reading": "さとう みさき"})[0]["client"]
    visit = salon.does("mei", {"do": "check_in", "client": client, "therapist": "aoi", "service": SERVICE})[0]["visit"]
    salon.does("aoi", {"do": "consent", "visit": visit, "parts": ["treatment", "health_data"], "on_paper": True},
               {"do": "consult", "visit": visit, "consultation": {
                   "concerns": ["oily"], "scalp_type": "oily", "life": {"sport": "often"}, "safety": SAFE}},
               {"do": "scalp_map", "visit": visit, "moment": "before", "zones": {"crown": {"conditions": {"oily": 3}}}})
    salon.does("mei", {"do": "checkout", "visit": visit, "key": str(uuid.uuid4()), "print": False,
                       "tenders": [{"type": "cash", "amount": 9_900}]},
               {"do": "book", "client": client, "therapist": "aoi", "service": SERVICE, "start": salon.now()})


def treats_to_the_end(desk):
    """Taps Next until there is none."""
    following = re.compile("次へ：.*")
    while True:
        step = desk.finds(re.compile("次へ：.*|終了"), role="push button").name
        if not following.fullmatch(step):
            return
        desk.tap(step)
        desk.finds(step.removeprefix("次へ："), role="heading")
