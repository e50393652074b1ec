import GRDB

/// The tables, by the version that brought them.
enum SQLiteSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE terms (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

                    CREATE TABLE release (
                        id INTEGER PRIMARY KEY,
                        metric TEXT NOT NULL,
                        length TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        observed_from INTEGER NOT NULL,
                        released_at INTEGER NOT NULL,
                        expires_at INTEGER NOT NULL,
                        unit TEXT NOT NULL,
                        terms INTEGER NOT NULL REFERENCES terms,
                        UNIQUE (metric, length, start)
                    ) STRICT;
                    CREATE INDEX release_window ON release (length, start);
                    CREATE INDEX release_expires ON release (expires_at);

                    CREATE TABLE cell (
                        release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
                        position INTEGER NOT NULL,
                        labels TEXT NOT NULL,
                        contributors INTEGER NOT NULL,
                        figures TEXT NOT NULL,
                        PRIMARY KEY (release, position)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE ledger (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        metric TEXT NOT NULL,
                        length TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        unit TEXT NOT NULL,
                        epsilon_millionths INTEGER NOT NULL,
                        delta_units INTEGER NOT NULL,
                        charged_at INTEGER NOT NULL,
                        UNIQUE (metric, length, start)
                    ) STRICT;
                    CREATE INDEX ledger_window ON ledger (length, start);
                    CREATE TRIGGER ledger_is_append_only_1 BEFORE UPDATE ON ledger
                        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
                    CREATE TRIGGER ledger_is_append_only_2 BEFORE DELETE ON ledger
                        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

                    CREATE TABLE closed (length TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;

                    CREATE TABLE intake (
                        day INTEGER NOT NULL,
                        signal TEXT NOT NULL,
                        rule TEXT NOT NULL,
                        count INTEGER NOT NULL,
                        PRIMARY KEY (day, signal, rule)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE document (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
                    """)
        }
        // Counters were exact once: what one record did could be read from them.
        migrator.registerMigration("2") { db in try db.execute(sql: "DELETE FROM intake") }
        // The ledger has seals since. What was charged before has none, so it goes, with what it paid for.
        migrator.registerMigration("3") { db in
            try db.execute(
                sql: """
                    DELETE FROM cell;
                    DELETE FROM release;
                    DELETE FROM terms;
                    DROP TABLE ledger;

                    CREATE TABLE ledger (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        kind TEXT NOT NULL,
                        metric TEXT NOT NULL,
                        category TEXT NOT NULL,
                        partner TEXT,
                        length TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        unit TEXT NOT NULL,
                        epsilon_millionths INTEGER NOT NULL,
                        delta_units INTEGER NOT NULL,
                        rho_units INTEGER NOT NULL,
                        charged_at INTEGER NOT NULL,
                        note TEXT,
                        subject INTEGER,
                        fingerprint BLOB,
                        seal BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX ledger_window ON ledger (length, start);
                    CREATE UNIQUE INDEX ledger_release ON ledger (metric, length, start) WHERE kind = 'release';
                    CREATE TRIGGER ledger_is_append_only_1 BEFORE UPDATE ON ledger
                        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
                    CREATE TRIGGER ledger_is_append_only_2 BEFORE DELETE ON ledger
                        BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

                    CREATE TABLE ledger_head (
                        id INTEGER PRIMARY KEY CHECK (id = 1), line INTEGER NOT NULL, code BLOB NOT NULL
                    ) STRICT;
                    ALTER TABLE document ADD COLUMN code BLOB;

                    CREATE TABLE exact (
                        metric TEXT NOT NULL,
                        length TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        observed_from INTEGER NOT NULL,
                        sealed_at INTEGER NOT NULL,
                        expires_at INTEGER NOT NULL,
                        unit TEXT NOT NULL,
                        terms INTEGER NOT NULL REFERENCES terms,
                        key BLOB NOT NULL,
                        box BLOB NOT NULL,
                        PRIMARY KEY (metric, length, start)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX exact_expires ON exact (expires_at);

                    CREATE TABLE answer (
                        id INTEGER PRIMARY KEY,
                        question TEXT NOT NULL,
                        partner TEXT,
                        metric TEXT NOT NULL,
                        answered_at INTEGER NOT NULL,
                        expires_at INTEGER NOT NULL,
                        unit TEXT NOT NULL,
                        length TEXT NOT NULL,
                        starts TEXT NOT NULL,
                        epsilon_millionths INTEGER NOT NULL,
                        delta_units INTEGER NOT NULL,
                        terms INTEGER NOT NULL REFERENCES terms,
                        cells TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX answer_question ON answer (question);
                    """)
        }
        migrator.registerMigration("4") { db in
            try db.execute(
                sql: """
                    ALTER TABLE release ADD COLUMN step INTEGER;

                    CREATE TABLE steps (
                        metric TEXT PRIMARY KEY,
                        length TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        step INTEGER NOT NULL,
                        sealed_at INTEGER NOT NULL,
                        expires_at INTEGER NOT NULL,
                        terms INTEGER NOT NULL REFERENCES terms,
                        key BLOB NOT NULL,
                        box BLOB NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
