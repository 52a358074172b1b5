#!/usr/bin/python3
"""Puts every screen as built beside its picture in the design: contact_sheet.py PICTURES MOCKUPS OUT.png

PICTURES is what test_screens leaves (build/dev/pictures), MOCKUPS the design's folder. One row a screen: the mockup, then the
screen in English and in Japanese; a screen without a mockup of its number stands alone.
"""

import sys
from pathlib import Path

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

WIDTH, HEIGHT, GAP = 640, 400, 8


def main(pictures, mockups, out):
    rows = []
    for english in sorted(Path(pictures).glob("*-en-1280.png")):
        number = english.name.split("-")[0]
        mockup = sorted(Path(mockups).glob(f"{number}-*.png"))[:1]
        rows.append([*(mockup or [None]), english, english.with_name(english.name.replace("-en-", "-ja-"))])
    if not rows:
        sys.exit(f"there are no pictures in {pictures}: run test_screens first")
    sheet = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, 3 * (WIDTH + GAP) + GAP, len(rows) * (HEIGHT + GAP) + GAP)
    sheet.fill(0x44564FFF)
    for y, row in enumerate(rows):
        for x, picture in enumerate(row):
            if picture is None or not picture.exists():
                continue
            small = GdkPixbuf.Pixbuf.new_from_file_at_scale(str(picture), WIDTH, HEIGHT, True)
            small.copy_area(0, 0, small.get_width(), small.get_height(), sheet, GAP + x * (WIDTH + GAP), GAP + y * (HEIGHT + GAP))
    sheet.savev(out, "png", [], [])
    print(f"{out}: {len(rows)} screens")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
