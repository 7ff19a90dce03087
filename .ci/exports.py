"""Reads what gijiroku exported with other people's programs, and compares it with the CSV of the same list.

    python3 .ci/exports.py GIJIROKU ARCHIVE

XLSX goes through LibreOffice and back to CSV; ICS through the Python package icalendar.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

program, archive = sys.argv[1:3]
folder = pathlib.Path(tempfile.mkdtemp())


def export(form):
    file = folder / f"actions.{form}"
    subprocess.run([program, "actions", "--archive", archive, "--format", form, "-o", file], check=True, capture_output=True)
    return file


def rows(file):
    with open(file, encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def day(text):
    """2024-08-31, however a spreadsheet shows it."""
    parts = text.replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4:
        parts = [parts[2], parts[0], parts[1]]
    return "-".join(part.zfill(2) for part in parts)


own = rows(export("csv"))
assert len(own) > 100, f"only {len(own)} items in the samples"

workbook = export("xlsx")
back = folder / "back"
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
     "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", back, workbook],
    check=True, capture_output=True, timeout=300)
read = rows(back / "actions.csv")
assert len(read) == len(own), f"{len(read)} rows in the workbook, {len(own)} in the list"
days = {"期限の日付", "開催日"}
cells = 0
for number, (theirs, ours) in enumerate(zip(read, own), 1):
    for column, value in theirs.items():
        wanted = ours[column]
        same = day(value) == day(wanted) if column in days else value == wanted.removeprefix("'")
        assert same, f"row {number}, {column}: {value!r} in the workbook, {wanted!r} in the list"
        cells += 1
print(f"XLSX: LibreOffice reads {len(read)} rows, {cells} cells as written")

import icalendar  # noqa: E402  (installed by .ci/run)

calendar = icalendar.Calendar.from_ical(export("ics").read_bytes())
tasks = {str(task["uid"]): task for task in calendar.walk("VTODO")}
wanted = {f"{row['ID']}@gijiroku": row for row in own if row["種別"] != "決定" or row["期限の日付"]}
assert tasks.keys() == wanted.keys(), "the calendar and the list hold different items"
for uid, row in wanted.items():
    task = tasks[uid]
    assert not task.errors, f"{uid}: {task.errors}"
    assert str(task["summary"]) == row["要旨"].removeprefix("'"), uid
    assert row["発言（原文）"].removeprefix("'") in str(task["description"]), uid
    due = task.get("due")
    assert (due.dt.isoformat() if due else "") == row["期限の日付"], uid
print(f"ICS: icalendar reads {len(tasks)} tasks as written")
