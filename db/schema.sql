-- Generated from db/migrations and db/apply/tables.ts by build/generate.ts; do not edit.

CREATE TABLE admissions (
      case_id TEXT PRIMARY KEY, unit_id TEXT NOT NULL, keeper TEXT NOT NULL, day TEXT NOT NULL, sex TEXT, birth TEXT,
      ethnicity TEXT, religion TEXT, education TEXT, qualification TEXT, political_theory TEXT, occupation TEXT,
      source TEXT, youth_union INTEGER NOT NULL, again INTEGER NOT NULL, taken_over INTEGER NOT NULL, identity_number TEXT
    ) STRICT, WITHOUT ROWID;

CREATE INDEX admissions_by_day ON admissions (day, unit_id, keeper);

CREATE TABLE bundles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        office TEXT NOT NULL,
        at TEXT NOT NULL,
        report TEXT NOT NULL,
        UNIQUE (id, direction)
      ) STRICT;

CREATE TABLE cache_assessments (
        case_row INTEGER PRIMARY KEY,
        revision TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        next_step TEXT,
        due TEXT,
        due_limit TEXT,
        due_provisional INTEGER NOT NULL,
        moving TEXT
      ) STRICT;

CREATE INDEX cache_assessments_by_due ON cache_assessments (due) WHERE due IS NOT NULL;

CREATE INDEX cache_assessments_by_end ON cache_assessments (revision, valid_until);

CREATE INDEX cache_assessments_moving ON cache_assessments (due) WHERE moving IS NOT NULL;

CREATE TABLE cache_findings (
        case_row INTEGER PRIMARY KEY REFERENCES cache_assessments ON DELETE CASCADE,
        ended INTEGER NOT NULL,
        blocks INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        codes TEXT NOT NULL
      ) STRICT;

CREATE INDEX cache_findings_lifts ON cache_findings (case_row) WHERE instr(' ' || codes || ' ', ' P2 ') > 0;

CREATE INDEX cache_findings_numbers ON cache_findings (ended) WHERE instr(codes, 'C38') > 0;

CREATE TABLE calls (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        input_hash TEXT NOT NULL,
        result TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

CREATE TABLE case_acts (
      case_id TEXT NOT NULL, act TEXT NOT NULL, place INTEGER NOT NULL, day TEXT NOT NULL, unit_id TEXT NOT NULL,
      keeper TEXT NOT NULL, PRIMARY KEY (case_id, act, place)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX case_acts_by_day ON case_acts (day, act, unit_id, keeper);

CREATE TABLE case_helpers (
      member_id TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (member_id, case_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX case_helpers_by_case ON case_helpers (case_id);

CREATE VIRTUAL TABLE case_words USING fts5 (
      folded, exact, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
    );

CREATE TABLE cases (
      id INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE, keeper TEXT NOT NULL, unit_id TEXT NOT NULL,
      known TEXT NOT NULL, on_paper INTEGER NOT NULL, stage TEXT NOT NULL, ended INTEGER NOT NULL,
      name TEXT NOT NULL, sort_key TEXT NOT NULL, folded TEXT NOT NULL, exact TEXT NOT NULL,
      birth TEXT, birth_year INTEGER, sex TEXT, ethnicity TEXT, religion TEXT, education TEXT, qualification TEXT,
      occupation TEXT, source TEXT, identity_number TEXT, helper_id TEXT, helper_name TEXT,
      registered_on TEXT, voted_on TEXT, submitted_on TEXT, returned_on TEXT, decided_on TEXT, decision_number TEXT,
      decision_body TEXT, outcome TEXT, certificate_number TEXT, nominated_for TEXT, nominated_on TEXT, receipt_on TEXT, ceremony_on TEXT, ended_on TEXT, conflicts INTEGER NOT NULL,
      stage_on TEXT, certificate_on TEXT, helper_on TEXT, previously TEXT, introduced_on TEXT, introduced_by TEXT
    ) STRICT;

CREATE INDEX cases_by_admission ON cases (unit_id, decided_on) WHERE outcome = 'admit' AND stage <> 'cancelled';

CREATE INDEX cases_by_age ON cases (ended, birth_year, education, stage) WHERE birth_year IS NOT NULL;

CREATE INDEX cases_by_ceremony ON cases (ceremony_on) WHERE ceremony_on IS NOT NULL;

CREATE INDEX cases_by_certificate ON cases (ended, certificate_on, stage, keeper) WHERE certificate_on IS NOT NULL;

CREATE INDEX cases_by_certificate_number ON cases (certificate_number) WHERE certificate_number IS NOT NULL;

CREATE INDEX cases_by_decision ON cases (decision_number) WHERE decision_number IS NOT NULL;

CREATE INDEX cases_by_education ON cases (ended, education, stage) WHERE education IS NOT NULL;

CREATE INDEX cases_by_folded ON cases (folded, birth, unit_id);

CREATE INDEX cases_by_heard ON cases (ended, helper_on, stage, keeper) WHERE helper_on IS NOT NULL;

CREATE INDEX cases_by_helper ON cases (helper_id, ended) WHERE helper_id IS NOT NULL;

CREATE INDEX cases_by_identity ON cases (identity_number) WHERE identity_number IS NOT NULL;

CREATE INDEX cases_by_keeper ON cases (keeper, ended, stage, source);

CREATE INDEX cases_by_name ON cases (sort_key, case_id, folded, exact);

CREATE INDEX cases_by_outcome ON cases (outcome, decided_on) WHERE outcome IS NOT NULL;

CREATE INDEX cases_by_previous ON cases (previously) WHERE previously IS NOT NULL;

CREATE INDEX cases_by_registration ON cases (registered_on) WHERE registered_on IS NOT NULL;

CREATE INDEX cases_by_row ON cases (id, ended);

CREATE INDEX cases_by_stage ON cases (ended, stage, stage_on, source);

CREATE INDEX cases_by_submission ON cases (submitted_on) WHERE submitted_on IS NOT NULL;

CREATE INDEX cases_by_unit ON cases (unit_id, ended, stage, source, keeper, stage_on);

CREATE INDEX cases_in_conflict ON cases (ended, keeper) WHERE conflicts > 0;

CREATE INDEX cases_in_order ON cases (ended, sort_key, case_id);

CREATE TABLE channels (
        id INTEGER PRIMARY KEY,
        channel TEXT NOT NULL UNIQUE,
        office TEXT NOT NULL,
        device TEXT NOT NULL,
        audience TEXT NOT NULL,
        seq INTEGER NOT NULL,
        head TEXT NOT NULL
      ) STRICT;

CREATE TABLE class_asks (
      case_id TEXT NOT NULL, kind TEXT NOT NULL, asked_on TEXT NOT NULL, office TEXT NOT NULL, name TEXT NOT NULL,
      sort_key TEXT NOT NULL, birth TEXT, sex TEXT, unit_id TEXT, unit_name TEXT, forwarded_by TEXT, forwarded_to TEXT,
      forwarded_on TEXT, forwarded TEXT, standing TEXT NOT NULL, PRIMARY KEY (case_id, kind)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX class_asks_by_standing ON class_asks (standing, kind, sort_key);

CREATE TABLE class_seats (
      case_id TEXT NOT NULL, class_id TEXT NOT NULL, kind TEXT NOT NULL, class_name TEXT NOT NULL, from_day TEXT NOT NULL,
      to_day TEXT NOT NULL, office TEXT NOT NULL, name TEXT NOT NULL, sort_key TEXT NOT NULL, birth TEXT, sex TEXT,
      unit_name TEXT NOT NULL, enrolled_on TEXT NOT NULL, held INTEGER NOT NULL, present INTEGER NOT NULL, outcome TEXT,
      ended_on TEXT, certificate_number TEXT, first_number TEXT, certificate_on TEXT, valid_until TEXT, issuer TEXT,
      signer TEXT, reissued_on TEXT, seat TEXT NOT NULL, PRIMARY KEY (case_id, class_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX class_seats_by_certificate ON class_seats (certificate_on, kind) WHERE certificate_on IS NOT NULL;

CREATE INDEX class_seats_by_class ON class_seats (class_id, sort_key);

CREATE INDEX class_seats_by_day ON class_seats (from_day, kind);

CREATE INDEX class_seats_by_first ON class_seats (first_number) WHERE first_number IS NOT NULL;

CREATE INDEX class_seats_by_number ON class_seats (certificate_number) WHERE certificate_number IS NOT NULL;

CREATE TABLE classes (
      class_id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, sort_key TEXT NOT NULL, from_day TEXT NOT NULL,
      to_day TEXT NOT NULL, places INTEGER NOT NULL, school_year TEXT, pupils INTEGER NOT NULL, office TEXT NOT NULL,
      via INTEGER NOT NULL, facts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX classes_by_day ON classes (from_day, to_day);

CREATE TABLE consents (
      case_id TEXT NOT NULL, entry_id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT, paper TEXT, asked_on TEXT,
      asked_of TEXT, asked_number TEXT, number TEXT, answered_on TEXT, issuer TEXT, granted INTEGER,
      PRIMARY KEY (case_id, entry_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
      case_id TEXT NOT NULL, matter TEXT NOT NULL, entry_id TEXT NOT NULL, number TEXT NOT NULL, body TEXT NOT NULL,
      body_key TEXT NOT NULL, decided_on TEXT NOT NULL, outcome TEXT NOT NULL, stands INTEGER NOT NULL,
      receipt_on TEXT, on_paper INTEGER NOT NULL, PRIMARY KEY (case_id, matter, entry_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX decisions_by_day ON decisions (decided_on);

CREATE INDEX decisions_by_number ON decisions (number, body_key);

CREATE TABLE devices (device_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
        page TEXT NOT NULL,
        user_id TEXT NOT NULL,
        value TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (page, user_id)
      ) STRICT, WITHOUT ROWID;

CREATE TABLE duplicates (
      case_id TEXT NOT NULL, other_id TEXT NOT NULL, judgement TEXT NOT NULL, note TEXT, judged_by TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (case_id, other_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE erased_cases (
      case_id TEXT PRIMARY KEY, year INTEGER NOT NULL, unit_id TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE follow_ups (
      type TEXT NOT NULL, subject_id TEXT NOT NULL, what TEXT NOT NULL, office TEXT NOT NULL, place_id TEXT,
      day TEXT NOT NULL, due TEXT, state TEXT NOT NULL, PRIMARY KEY (type, subject_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX follow_ups_by_day ON follow_ups (type, day);

CREATE INDEX follow_ups_by_place ON follow_ups (place_id, type) WHERE place_id IS NOT NULL;

CREATE TABLE head_proofs (
        channel TEXT PRIMARY KEY,
        seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        bundle_json TEXT NOT NULL,
        tag_manifest TEXT NOT NULL,
        signature TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

CREATE TABLE holiday_tables (year TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL REFERENCES channels (id),
        seq INTEGER NOT NULL,
        entry_id TEXT,
        kind TEXT,
        subject_type TEXT,
        subject_id TEXT,
        status TEXT NOT NULL CHECK (status IN ('applied', 'waiting', 'held', 'voided', 'erased')),
        reason TEXT,
        tick INTEGER,
        head TEXT NOT NULL,
        line TEXT NOT NULL,
        UNIQUE (channel_id, seq)
      ) STRICT;

CREATE INDEX journal_by_entry ON journal (entry_id);

CREATE INDEX journal_by_subject ON journal (subject_id, subject_type);

CREATE INDEX journal_open ON journal (channel_id, seq) WHERE status IN ('waiting', 'held');

CREATE TABLE marks (
        office TEXT NOT NULL,
        channel TEXT NOT NULL,
        exported INTEGER NOT NULL DEFAULT 0,
        acknowledged INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (office, channel)
      ) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_cases (
      meeting_id TEXT NOT NULL, place INTEGER NOT NULL, case_id TEXT NOT NULL, matter TEXT NOT NULL,
      PRIMARY KEY (meeting_id, place)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_cases_by_case ON meeting_cases (case_id);

CREATE TABLE meeting_votes (
      case_id TEXT NOT NULL, meeting_id TEXT NOT NULL, matter TEXT NOT NULL, entry_id TEXT NOT NULL,
      present INTEGER NOT NULL, agree INTEGER NOT NULL, disagree INTEGER NOT NULL, blank INTEGER NOT NULL,
      outcome TEXT NOT NULL, remarks TEXT, PRIMARY KEY (case_id, meeting_id, matter)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_votes_by_meeting ON meeting_votes (meeting_id);

CREATE TABLE meetings (
      meeting_id TEXT PRIMARY KEY, day TEXT NOT NULL, status TEXT NOT NULL, state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE members (
      id INTEGER PRIMARY KEY, member_id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL, name TEXT NOT NULL,
      sort_key TEXT NOT NULL, folded TEXT NOT NULL, admitted_on TEXT, official_on TEXT, post TEXT, status TEXT
    ) STRICT;

CREATE INDEX members_by_name ON members (sort_key);

CREATE INDEX members_by_unit ON members (unit_id, admitted_on);

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE migrations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL, replayed INTEGER NOT NULL DEFAULT 0 CHECK (replayed IN (0, 1))) STRICT;

CREATE TABLE missing_scans (
        office TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (office, sha256)
      ) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
      subject_id TEXT NOT NULL, place INTEGER NOT NULL, series TEXT NOT NULL, type TEXT NOT NULL, count INTEGER NOT NULL,
      day TEXT NOT NULL, number TEXT NOT NULL, matter TEXT NOT NULL, unit_id TEXT NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('branchVote', 'committeeVote', 'decision', 'list', 'undatedList')),
      PRIMARY KEY (subject_id, place)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX numbers_in_order ON numbers (series, type, count, day, act, matter, number, unit_id);

CREATE TABLE offices (office_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE owed_answers (
        office TEXT PRIMARY KEY,
        since TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

CREATE TABLE peers (
      office_id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL,
      age_recipient TEXT NOT NULL, sign_key TEXT NOT NULL, unit_id TEXT, since TEXT NOT NULL, revoked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE pupils (
      case_id TEXT PRIMARY KEY, school_year TEXT NOT NULL, class TEXT NOT NULL, leaves_on TEXT NOT NULL, evaluated TEXT,
      evaluated_on TEXT, summary TEXT
    ) STRICT, WITHOUT ROWID;

CREATE INDEX pupils_by_year ON pupils (school_year, class);

CREATE TABLE read_log (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        subject_type TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        head TEXT NOT NULL
      ) STRICT;

CREATE TABLE read_log_end (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        cut INTEGER NOT NULL CHECK (cut IN (0, 1))
      ) STRICT;

CREATE TABLE report_definitions (definition_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE returns (
      case_id TEXT NOT NULL, matter TEXT NOT NULL, entry_id TEXT NOT NULL, returned_on TEXT NOT NULL,
      number TEXT, answer_by TEXT, remarks TEXT NOT NULL, resent_on TEXT, PRIMARY KEY (case_id, matter, entry_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX returns_by_day ON returns (returned_on);

CREATE TABLE review_work (
      case_id TEXT PRIMARY KEY, reviewer TEXT, looked_at INTEGER NOT NULL, wanting INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE rule_sets (set_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE scans (
      sha256 TEXT NOT NULL, case_id TEXT NOT NULL, entry_id TEXT NOT NULL, bytes INTEGER NOT NULL, type TEXT NOT NULL,
      PRIMARY KEY (sha256, case_id, entry_id)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX scans_by_case ON scans (case_id);

CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sent_reports (
      report_id TEXT PRIMARY KEY, entry_id TEXT NOT NULL, office TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
      report TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside (
        number INTEGER PRIMARY KEY,
        channel TEXT NOT NULL,
        seq INTEGER NOT NULL,
        line TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
      owner TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, own INTEGER, given INTEGER NOT NULL,
      revisions INTEGER NOT NULL, entry_id TEXT NOT NULL, paper TEXT, PRIMARY KEY (owner, year)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE typed_totals (
      owner TEXT NOT NULL, year INTEGER NOT NULL, admitted INTEGER, members INTEGER, last_admission TEXT,
      PRIMARY KEY (owner, year)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE unit_counts (
      unit_id TEXT NOT NULL, day TEXT NOT NULL, official INTEGER NOT NULL, probationary INTEGER NOT NULL,
      excluded INTEGER NOT NULL, PRIMARY KEY (unit_id, day)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE units (
      id INTEGER PRIMARY KEY, unit_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, sort_key TEXT NOT NULL, code TEXT,
      type TEXT NOT NULL, parent_id TEXT, sector TEXT, area TEXT, keeper TEXT NOT NULL,
      from_day TEXT, to_day TEXT, on_paper INTEGER NOT NULL, listed INTEGER NOT NULL, reviewed TEXT,
      successors TEXT, same_as TEXT
    ) STRICT;

CREATE TABLE users (
      user_id TEXT PRIMARY KEY, login TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL,
      roles TEXT NOT NULL, disabled INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE views (
        page TEXT NOT NULL,
        user_id TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (page, user_id, name)
      ) STRICT, WITHOUT ROWID;

CREATE TABLE wanted_scans (
        office TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (office, sha256)
      ) STRICT, WITHOUT ROWID;
