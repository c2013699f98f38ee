// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlite_schema.h"

#include <array>

namespace store {

namespace {

/// The record. `n` is the index of the Merkle leaf. No secondary index: filters are answered from segment_block, and
/// identity is unique by the recorder's own index, because a unique index in random order costs half of the ingest.
/// The body is last, so that reading the other columns does not touch its pages.
constexpr std::string_view record_tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE source(
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
  highest INTEGER NOT NULL DEFAULT 0, contiguous INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0, conflicts INTEGER NOT NULL DEFAULT 0, quarantined INTEGER NOT NULL DEFAULT 0,
  last_received INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE entry(
  n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, source INTEGER NOT NULL, sequence INTEGER NOT NULL, id TEXT NOT NULL,
  type INTEGER NOT NULL, time INTEGER NOT NULL, received INTEGER NOT NULL, agent TEXT, txn TEXT,
  version INTEGER NOT NULL, supplier TEXT, category TEXT, tier INTEGER, amount INTEGER, currency TEXT,
  batch INTEGER NOT NULL, body_key TEXT, salt BLOB NOT NULL, leaf BLOB NOT NULL, body BLOB) STRICT;
CREATE TABLE segment(
  number INTEGER PRIMARY KEY, time_least INTEGER NOT NULL, time_most INTEGER NOT NULL) STRICT;
CREATE TABLE segment_block(
  segment INTEGER NOT NULL REFERENCES segment, dimension INTEGER NOT NULL, key INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY(segment, dimension, key)) STRICT, WITHOUT ROWID;
CREATE TABLE tree_node(
  level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(level, position)) STRICT,
  WITHOUT ROWID;
CREATE TABLE checkpoint(
  size INTEGER PRIMARY KEY, root BLOB NOT NULL, note TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
)sql";

/// What was set aside, and the life of imports.
constexpr std::string_view aside_tables = R"sql(
CREATE TABLE duplicate(
  n INTEGER PRIMARY KEY REFERENCES entry, times INTEGER NOT NULL, last_received INTEGER NOT NULL) STRICT;
CREATE TABLE conflict(
  n INTEGER PRIMARY KEY REFERENCES entry, other INTEGER NOT NULL REFERENCES entry, kind INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source, digest BLOB NOT NULL, times INTEGER NOT NULL,
  last_received INTEGER NOT NULL, UNIQUE(other, digest)) STRICT;
CREATE TABLE quarantine(
  n INTEGER PRIMARY KEY REFERENCES entry, source INTEGER NOT NULL REFERENCES source, code TEXT NOT NULL,
  detail TEXT NOT NULL, place TEXT NOT NULL, size INTEGER NOT NULL, kept INTEGER NOT NULL, digest BLOB NOT NULL,
  times INTEGER NOT NULL, last_received INTEGER NOT NULL, UNIQUE(digest, source)) STRICT;
CREATE TABLE gap(
  source INTEGER NOT NULL REFERENCES source, low INTEGER NOT NULL, high INTEGER NOT NULL CHECK(high >= low),
  filled INTEGER NOT NULL, noticed INTEGER NOT NULL, PRIMARY KEY(source, low)) STRICT, WITHOUT ROWID;
CREATE TABLE batch(
  number INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, content BLOB NOT NULL,
  state INTEGER NOT NULL, same_as INTEGER REFERENCES batch, events INTEGER NOT NULL, duplicates INTEGER NOT NULL,
  begun INTEGER NOT NULL, ended INTEGER NOT NULL) STRICT;
CREATE INDEX batch_content ON batch(content);
)sql";

/// People's side: cases, decisions with their rules as constraints, receipts, rosters.
constexpr std::string_view people_tables = R"sql(
CREATE TABLE work_case(
  source INTEGER NOT NULL REFERENCES source, txn TEXT NOT NULL, state INTEGER NOT NULL, origin INTEGER NOT NULL,
  version INTEGER NOT NULL, digest BLOB NOT NULL, agent TEXT NOT NULL, owner TEXT NOT NULL, supplier TEXT NOT NULL,
  supplier_name TEXT NOT NULL, category TEXT NOT NULL, amount INTEGER, currency TEXT, tier INTEGER NOT NULL,
  moment INTEGER NOT NULL, txn_state INTEGER NOT NULL, escalation TEXT NOT NULL, codes TEXT NOT NULL,
  if_nobody_acts TEXT NOT NULL, expires INTEGER, decision TEXT NOT NULL, claimed_by TEXT NOT NULL,
  claim_epoch INTEGER NOT NULL, claim_expires INTEGER, opened INTEGER NOT NULL, changed INTEGER NOT NULL,
  opened_index INTEGER NOT NULL, changed_index INTEGER NOT NULL, subject_index INTEGER NOT NULL,
  suspected INTEGER NOT NULL, is_open INTEGER NOT NULL, PRIMARY KEY(source, txn)) STRICT, WITHOUT ROWID;
CREATE INDEX case_open ON work_case(opened_index) WHERE is_open = 1;
CREATE INDEX case_by_opening ON work_case(opened_index, state);
CREATE TABLE decision_rule(from_state INTEGER NOT NULL, to_state INTEGER NOT NULL,
  PRIMARY KEY(from_state, to_state)) STRICT, WITHOUT ROWID;
CREATE TABLE decision(
  id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE REFERENCES entry, source INTEGER NOT NULL REFERENCES source,
  txn TEXT NOT NULL, version INTEGER NOT NULL, agent TEXT NOT NULL, verb INTEGER NOT NULL, person TEXT NOT NULL,
  state INTEGER NOT NULL, bytes BLOB NOT NULL, key BLOB NOT NULL, signature BLOB NOT NULL, attempts INTEGER NOT NULL,
  next_attempt INTEGER, not_before INTEGER NOT NULL, not_after INTEGER NOT NULL, created INTEGER NOT NULL,
  changed INTEGER NOT NULL, cause TEXT NOT NULL, receipt INTEGER REFERENCES entry) STRICT, WITHOUT ROWID;
CREATE INDEX decision_of_transaction ON decision(source, txn);
CREATE INDEX decision_by_state ON decision(state, n);
CREATE TRIGGER decision_follows_the_rules BEFORE UPDATE OF state ON decision
  WHEN NEW.state <> OLD.state AND NOT EXISTS
    (SELECT 1 FROM decision_rule WHERE from_state = OLD.state AND to_state = NEW.state)
  BEGIN SELECT RAISE(ABORT, 'a decision may not go from this state to that one'); END;
CREATE TRIGGER decision_keeps_its_bytes BEFORE UPDATE OF id, n, bytes, key, signature ON decision
  WHEN OLD.state <> 0 AND OLD.state <> 2
  BEGIN SELECT RAISE(ABORT, 'signed bytes never change'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;
CREATE TABLE receipt(
  n INTEGER PRIMARY KEY REFERENCES entry, id TEXT NOT NULL UNIQUE, decision TEXT NOT NULL REFERENCES decision,
  decision_digest BLOB NOT NULL, outcome INTEGER NOT NULL, code TEXT NOT NULL, advice TEXT NOT NULL,
  claim_epoch INTEGER NOT NULL, issued INTEGER NOT NULL, bytes BLOB NOT NULL, key BLOB NOT NULL,
  signature BLOB NOT NULL) STRICT;
CREATE INDEX receipt_of_decision ON receipt(decision);
CREATE TABLE roster(
  n INTEGER PRIMARY KEY REFERENCES entry, source INTEGER NOT NULL REFERENCES source, version INTEGER NOT NULL,
  bytes BLOB NOT NULL, key BLOB NOT NULL, signature BLOB NOT NULL, UNIQUE(source, version)) STRICT;
)sql";

/// What a source was asked for again and did not give.
constexpr std::string_view given_up_gaps = R"sql(
ALTER TABLE gap ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0;
)sql";

/// What a list of cases says without reading their orders, and which cases changed since an entry.
constexpr std::string_view fuller_cases = R"sql(
ALTER TABLE work_case ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE work_case ADD COLUMN policy_version TEXT NOT NULL DEFAULT '';
ALTER TABLE work_case ADD COLUMN awaited INTEGER NOT NULL DEFAULT 0;
CREATE INDEX case_by_change ON work_case(changed_index);
)sql";

/// What our own policy says of a case.
constexpr std::string_view judged_cases = R"sql(
ALTER TABLE work_case ADD COLUMN our_tier INTEGER;
ALTER TABLE work_case ADD COLUMN judged_version INTEGER NOT NULL DEFAULT 0;
)sql";

/// The blocks of a segment are written over some commits, its row with the last of them: they do not refer to it.
constexpr std::string_view blocks_before_segments = R"sql(
ALTER TABLE segment_block RENAME TO bound_block;
CREATE TABLE segment_block(
  segment INTEGER NOT NULL, dimension INTEGER NOT NULL, key INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY(segment, dimension, key)) STRICT, WITHOUT ROWID;
INSERT INTO segment_block SELECT segment, dimension, key, data FROM bound_block;
DROP TABLE bound_block;
)sql";

constexpr std::array<Migration, 7> all = {Migration{"record", record_tables},
                                          Migration{"set aside", aside_tables},
                                          Migration{"people", people_tables},
                                          Migration{"given-up gaps", given_up_gaps},
                                          Migration{"fuller cases", fuller_cases},
                                          Migration{"judged cases", judged_cases},
                                          Migration{"blocks before segments", blocks_before_segments}};

} // namespace

std::span<const Migration> sqlite_migrations() {
    return all;
}

} // namespace store
