import GRDB

/// The store's shape, version by version; a version that was released never changes.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases") { database in
            try database.execute(sql: firstVersion)
        }
        migrator.registerMigration("2 daemon") { database in
            try database.execute(sql: secondVersion)
        }
        migrator.registerMigration("3 life cycle") { database in
            try database.execute(sql: thirdVersion)
            try CourseMigration.run(database)
        }
        migrator.registerMigration("4 ledger", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: fourthVersion)
            try ColumnMigration.run(database)
        }
        migrator.registerMigration("5 verdicts") { database in
            try database.execute(sql: fifthVersion)
        }
        migrator.registerMigration("6 extents") { database in
            try database.execute(sql: sixthVersion)
        }
        return migrator
    }

    /// How large what was seen is on the ground, as JSON; nothing where that is not told.
    private static let sixthVersion = """
        ALTER TABLE hit ADD COLUMN extent TEXT;
        ALTER TABLE case_file ADD COLUMN extent TEXT;
        PRAGMA user_version = 6;
        """

    /// `verdict` is the one that holds. `data` are the figures that a mode changed by, as JSON.
    private static let fifthVersion = """
        ALTER TABLE case_file ADD COLUMN verdict TEXT;
        CREATE INDEX case_by_hit ON case_file (hit_at);
        CREATE INDEX case_by_verdict ON case_file (camera, algorithm, hit_at) WHERE verdict IS NOT NULL;
        CREATE TABLE mode_event (
            line INTEGER PRIMARY KEY, camera TEXT NOT NULL, algorithm TEXT NOT NULL, at INTEGER NOT NULL,
            actor TEXT NOT NULL, from_mode TEXT NOT NULL, to_mode TEXT NOT NULL, cause TEXT NOT NULL,
            note TEXT NOT NULL, data TEXT NOT NULL
        ) STRICT;
        CREATE INDEX mode_event_by_pair ON mode_event (camera, algorithm, line);
        CREATE TRIGGER mode_event_never_changes BEFORE UPDATE ON mode_event
            BEGIN SELECT RAISE(ABORT, 'the log of modes is append-only'); END;
        CREATE TRIGGER mode_event_never_goes BEFORE DELETE ON mode_event
            BEGIN SELECT RAISE(ABORT, 'the log of modes is append-only'); END;
        PRAGMA user_version = 5;
        """

    /// Whatever runs, ails or crashes does so on a node. `after_pictures` are paths, one a line.
    private static let fourthVersion = """
        ALTER TABLE case_file ADD COLUMN lead TEXT;
        ALTER TABLE case_file ADD COLUMN person TEXT;
        ALTER TABLE case_file ADD COLUMN grid_path TEXT NOT NULL DEFAULT '';
        ALTER TABLE case_file ADD COLUMN after_pictures TEXT;
        CREATE INDEX case_open ON case_file (started_at, number) WHERE ended_at IS NULL;
        CREATE INDEX case_by_start ON case_file (started_at, number);
        CREATE INDEX case_by_grid ON case_file (grid_path, started_at);
        CREATE INDEX case_by_lead ON case_file (lead, started_at) WHERE lead IS NOT NULL;
        CREATE INDEX case_by_person ON case_file (person, started_at) WHERE person IS NOT NULL;
        CREATE INDEX case_by_type ON case_file (algorithm, camera, zone, ended_at);
        ALTER TABLE health_event ADD COLUMN node TEXT NOT NULL DEFAULT 'main';
        DROP INDEX health_event_one_lasts;
        CREATE UNIQUE INDEX health_event_one_lasts ON health_event (node, camera) WHERE to_at IS NULL;
        ALTER TABLE daemon_run ADD COLUMN node TEXT NOT NULL DEFAULT 'main';
        ALTER TABLE crash RENAME TO crash_of_one;
        CREATE TABLE crash (
            node TEXT NOT NULL DEFAULT 'main', camera TEXT NOT NULL, in_a_row INTEGER NOT NULL,
            quarantined_at INTEGER, source TEXT, PRIMARY KEY (node, camera)
        ) STRICT;
        INSERT INTO crash SELECT 'main', camera, in_a_row, quarantined_at, NULL FROM crash_of_one;
        DROP TABLE crash_of_one;
        CREATE TABLE parked (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
            content TEXT NOT NULL, reason TEXT NOT NULL
        ) STRICT;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        PRAGMA user_version = 4;
        """

    /// `course` and `policy` are what the case came to and went by as JSON, `data` what was done as JSON, `due_at` when something happens by itself.
    private static let thirdVersion = """
        ALTER TABLE case_file ADD COLUMN course TEXT NOT NULL DEFAULT '';
        ALTER TABLE case_file ADD COLUMN policy TEXT NOT NULL DEFAULT '';
        ALTER TABLE case_file ADD COLUMN due_at INTEGER;
        ALTER TABLE case_event ADD COLUMN data TEXT;
        CREATE INDEX case_by_due ON case_file (due_at) WHERE due_at IS NOT NULL;
        CREATE TABLE scheme (id INTEGER PRIMARY KEY CHECK (id = 1), data TEXT NOT NULL) STRICT;
        CREATE TABLE calendar (version TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
        """

    private static let secondVersion = """
        CREATE TABLE health_event (
            id INTEGER PRIMARY KEY, camera TEXT NOT NULL, state TEXT NOT NULL, from_at INTEGER NOT NULL,
            to_at INTEGER, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL
        ) STRICT;
        CREATE INDEX health_event_by_camera ON health_event (camera, from_at);
        CREATE INDEX health_event_by_time ON health_event (from_at);
        CREATE UNIQUE INDEX health_event_one_lasts ON health_event (camera) WHERE to_at IS NULL;
        CREATE TABLE daemon_run (
            id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ended_at INTEGER
        ) STRICT;
        CREATE TABLE crash (
            camera TEXT PRIMARY KEY, in_a_row INTEGER NOT NULL, quarantined_at INTEGER
        ) STRICT;
        """

    private static let firstVersion = """
        CREATE TABLE incident (
            key TEXT PRIMARY KEY, camera TEXT NOT NULL, algorithm TEXT NOT NULL, zone TEXT NOT NULL,
            phase TEXT NOT NULL, sustained_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE hit (
            incident TEXT NOT NULL REFERENCES incident (key), hit_at INTEGER NOT NULL, started_at INTEGER NOT NULL,
            x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
            measure REAL NOT NULL, score REAL NOT NULL,
            PRIMARY KEY (incident, hit_at)
        ) STRICT;
        CREATE TABLE case_file (
            number TEXT PRIMARY KEY, incident TEXT NOT NULL UNIQUE REFERENCES incident (key),
            algorithm TEXT NOT NULL, camera TEXT NOT NULL, camera_name TEXT NOT NULL, zone TEXT NOT NULL,
            assignment TEXT NOT NULL, started_at INTEGER NOT NULL, hit_at INTEGER NOT NULL, ended_at INTEGER,
            x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
            measure REAL NOT NULL, score REAL NOT NULL, state TEXT NOT NULL,
            original TEXT, sha256 TEXT, marked TEXT, missing TEXT
        ) STRICT;
        CREATE TABLE case_event (
            number TEXT NOT NULL REFERENCES case_file (number), sequence INTEGER NOT NULL, at INTEGER NOT NULL,
            actor TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
            PRIMARY KEY (number, sequence)
        ) STRICT;
        CREATE TRIGGER case_event_never_changes BEFORE UPDATE ON case_event
            BEGIN SELECT RAISE(ABORT, 'the log of a case is append-only'); END;
        CREATE TRIGGER case_event_never_goes BEFORE DELETE ON case_event
            BEGIN SELECT RAISE(ABORT, 'the log of a case is append-only'); END;
        CREATE INDEX case_by_state ON case_file (state, started_at);
        CREATE TABLE replay (inputs TEXT NOT NULL, finished INTEGER NOT NULL) STRICT;
        """
}
