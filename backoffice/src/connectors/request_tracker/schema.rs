//! The connector's own tables, beside those of the record: which ticket holds which request, how far each was
//! followed, what was posted under which key. They hold numbers, no personal data.

use database::Migration;

/// Every change of the tables, oldest first.
pub(super) static MIGRATIONS: [Migration; 1] = [Migration {
    name: "0001-tickets",
    sql: TICKETS,
    only: None,
}];

/// A ticket is found by the key of the call that made it: its number is known before the request is recorded.
/// `seen` is the last transaction that was followed, `words` the last words of an agent that nothing used yet,
/// `speaker` who wrote last, `version` the ETag. `outcome` is the number of the ticket or transaction that a call
/// made; until `free_at` nobody else may try.
const TICKETS: &str = "
CREATE TABLE tracker_tickets (
    call_key TEXT NOT NULL PRIMARY KEY,
    ticket BIGINT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    seen BIGINT NOT NULL,
    words BIGINT NOT NULL,
    speaker TEXT NOT NULL,
    version TEXT NOT NULL,
    looked_at BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX tracker_tickets_looked ON tracker_tickets (looked_at);
CREATE TABLE tracker_posts (
    call_key TEXT NOT NULL PRIMARY KEY,
    free_at BIGINT NOT NULL,
    outcome BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX tracker_posts_outcome ON tracker_posts (outcome) WHERE outcome IS NOT NULL;
CREATE TABLE tracker_marks (
    name TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
";
