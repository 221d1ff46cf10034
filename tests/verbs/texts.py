"""Documents of fictional outlets, for the tests of this folder."""

BOATS = """Valdoria promises forty boats

By Ilse Brandt, Valdoria Times

KARSK, March 1, 2026 - Valdoria will send forty boats to the Merrin Isles, Defence Minister Mira Talan said on Sunday.

“Forty boats will sail before the summer,” Talan told reporters. “We keep our word.”

The ships cost 120 million euros ($130 million), she said. At least 14 people were injured in a storm last week.
"""

HARBOUR = """<!doctype html><html lang="en"><head><title>Harbour of Tarn closes | Merrin Wire</title></head><body>
<article><h1>Harbour of Tarn closes</h1>
<p>TARN - The harbour of Tarn will be closed from Monday on, its master Jonas Hale said.</p>
<p>“Nobody leaves before the ice does,” Hale told Merrin Wire. He expects the port to open in April.</p>
</article></body></html>
"""

BUDGET = """Ostmark cuts its budget

LINDAU BAY - Ostmark will cut its budget by 4 percent, Finance Minister Petra Sandor said on Tuesday.

“There is no other way,” Sandor told parliament.
"""

NOTE = "“The bridge is safe,” engineer Olga Marr said in Lindau Bay on Wednesday."

ROWS = (
    b'{"id": 17, "title": "Ferry runs again", "text": "The ferry to Port Merrin runs again.",'
    b' "published": "2026-03-03T08:00:00+01:00", "outlet": "Merrin Wire"}\n'
    b"\n"
    b'{"title": "Only a title"}\n'
    b"nonsense\n"
    b'{"id": 17, "title": "Bridge opens", "text": "A bridge opens in Tarn, and none too soon."}\r\n'
    b'{"id": true, "text": ""}\n'
)
