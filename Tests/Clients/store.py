"""Looks into a copy of a collector's store with Python's own SQLite, as somebody would who found the disk.

    store.py STATE_FOLDER

One JSON line on standard output tells whether SQLite finds the file whole, and what it holds: each release with all of
its cells, and each entry of the ledger. The copy has the write-ahead log too; the folder itself stays as it is.
"""

import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name in ["tacit.sqlite", "tacit.sqlite-wal"]:
            if (Path(sys.argv[1]) / name).exists():
                shutil.copy(Path(sys.argv[1]) / name, folder)
        store = sqlite3.connect(Path(folder) / "tacit.sqlite")
        integrity = [row[0] for row in store.execute("PRAGMA integrity_check")]
        broken = store.execute("PRAGMA foreign_key_check").fetchall()
        cells = {}
        for release, *cell in store.execute("SELECT * FROM cell ORDER BY release, position"):
            cells.setdefault(release, []).append(cell)
        releases = [
            {"window": f"{metric} {length} {start}", "text": json.dumps([rest, cells.get(number, [])])}
            for number, metric, length, start, *rest in store.execute("SELECT * FROM release ORDER BY id")
        ]
        ledger = [
            f"{metric} {length} {start}"
            for metric, length, start in store.execute("SELECT metric, length, start FROM ledger ORDER BY id")
        ]
        store.close()
    print(json.dumps({"whole": integrity == ["ok"] and not broken, "releases": releases, "ledger": ledger}))


if __name__ == "__main__":
    main()
