//! Tables of the portal, in the common subset of SQLite and PostgreSQL. Instants are milliseconds since
//! 1970. Columns `data_key` hold a wrapped key; what it seals is unreadable once it is erased.

use database::Migration;

/// In order; never changed once released, only added to.
pub(super) const MIGRATIONS: &[Migration] = &[
    FIRST,
    FOLLOW_UP,
    NOTICES,
    HAND_OVER,
    LIVE,
    ENDS,
    VISITS,
    REMINDERS,
    WAITS,
    OPINIONS,
    INVITATIONS,
    IRRITANTS,
    CLOSED_OPINIONS,
];

const FIRST: Migration = Migration {
    name: "0001-first-tables",
    sql: "
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    owner BYTEA NOT NULL,
    procedure_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    locale TEXT NOT NULL,
    data_key BYTEA,
    content BYTEA,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    request_id TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX drafts_of_owner ON drafts (owner, state, updated_at);
CREATE INDEX drafts_by_end ON drafts (state, expires_at);

CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL UNIQUE,
    procedure_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    locale TEXT NOT NULL,
    code_index BYTEA NOT NULL UNIQUE,
    email_proof BYTEA,
    birth_date_proof BYTEA,
    data_key BYTEA NOT NULL,
    payload BYTEA,
    holder BYTEA NOT NULL,
    known BYTEA,
    known_at BIGINT,
    state TEXT NOT NULL,
    backoffice_id TEXT UNIQUE,
    number TEXT,
    recorded_at BIGINT NOT NULL,
    delivered_at BIGINT
);
CREATE INDEX submissions_by_delivery ON submissions (state, delivered_at);

CREATE TABLE forms (
    procedure_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (procedure_id, form_version)
);

CREATE TABLE accesses (
    owner BYTEA NOT NULL,
    request_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (owner, request_id)
);
CREATE INDEX accesses_by_end ON accesses (expires_at);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    doubtful BIGINT NOT NULL,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX outbox_due ON outbox (topic, state, next_at);
CREATE INDEX outbox_of_subject ON outbox (subject);

CREATE TABLE journal (
    rank BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE TABLE journal_head (
    id BIGINT PRIMARY KEY,
    rank BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE attempts (
    blind_key BYTEA PRIMARY KEY,
    started_at BIGINT NOT NULL,
    wrong BIGINT NOT NULL
);

CREATE TABLE copies (
    kind TEXT PRIMARY KEY,
    etag TEXT,
    body BYTEA NOT NULL,
    fetched_at BIGINT NOT NULL
);

CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    draft_id TEXT NOT NULL,
    field TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    data_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX uploads_of_draft ON uploads (draft_id);
",
    only: None,
};

/// What a resident does about a request once sent. A draft may be of a message about a request.
const FOLLOW_UP: Migration = Migration {
    name: "0002-follow-up",
    sql: "
ALTER TABLE drafts ADD COLUMN purpose TEXT NOT NULL DEFAULT 'request';
ALTER TABLE drafts ADD COLUMN about TEXT;
CREATE INDEX drafts_about ON drafts (about) WHERE about IS NOT NULL;

CREATE TABLE acts (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL,
    rank BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    files_of TEXT,
    state TEXT NOT NULL,
    foreign_id TEXT,
    done_at BIGINT NOT NULL,
    ended_at BIGINT,
    UNIQUE (request_id, rank)
);
CREATE INDEX acts_by_end ON acts (state, ended_at);
",
    only: None,
};

/// What residents are told of, and where.
const NOTICES: Migration = Migration {
    name: "0003-notices",
    sql: "
CREATE TABLE notice_choices (
    request_id TEXT PRIMARY KEY,
    data_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    email_refused BIGINT NOT NULL,
    sms_refused BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX notice_choices_by_end ON notice_choices (ended_at);

CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL,
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    instead_of TEXT,
    due_at BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    sent_at BIGINT,
    check_at BIGINT
);
CREATE INDEX notices_of_request ON notices (request_id, opened_at);
CREATE INDEX notices_to_check ON notices (check_at) WHERE check_at IS NOT NULL;

CREATE TABLE notice_events (
    request_id TEXT NOT NULL,
    event TEXT NOT NULL,
    topic TEXT NOT NULL,
    notice_id TEXT,
    PRIMARY KEY (request_id, event)
);
CREATE INDEX notice_events_of_notice ON notice_events (notice_id);

CREATE TABLE sms_places (
    notice_id TEXT PRIMARY KEY,
    recipient BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sms_places_of_recipient ON sms_places (recipient, at);
CREATE INDEX sms_places_by_time ON sms_places (at);
CREATE TABLE sms_turn (id BIGINT PRIMARY KEY, at BIGINT NOT NULL);
",
    only: None,
};

/// Codes that carry a request or a draft elsewhere, their uses, and what they opened. `scope` of an access: `whole` for
/// who sent the request or proved it is theirs; `ends_by`: the end of the code, which the access never outlives.
const HAND_OVER: Migration = Migration {
    name: "0004-hand-over",
    sql: "
CREATE TABLE hand_overs (
    id TEXT PRIMARY KEY,
    request_id TEXT,
    draft_id TEXT,
    purpose TEXT NOT NULL,
    scope TEXT NOT NULL,
    code_index BYTEA NOT NULL UNIQUE,
    data_key BYTEA,
    code BYTEA,
    uses BIGINT NOT NULL,
    given_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX hand_overs_of_request ON hand_overs (request_id);
CREATE INDEX hand_overs_of_draft ON hand_overs (draft_id);
CREATE INDEX hand_overs_by_end ON hand_overs (expires_at);

CREATE TABLE hand_over_uses (
    hand_over_id TEXT NOT NULL,
    rank BIGINT NOT NULL,
    device TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (hand_over_id, rank)
);

ALTER TABLE accesses ADD COLUMN scope TEXT NOT NULL DEFAULT 'whole';
ALTER TABLE accesses ADD COLUMN hand_over_id TEXT;
ALTER TABLE accesses ADD COLUMN ends_by BIGINT;
CREATE INDEX accesses_of_hand_over ON accesses (hand_over_id) WHERE hand_over_id IS NOT NULL;

CREATE TABLE draft_grants (
    owner BYTEA NOT NULL,
    draft_id TEXT NOT NULL,
    hand_over_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (owner, draft_id)
);
CREATE INDEX draft_grants_of_draft ON draft_grants (draft_id);
CREATE INDEX draft_grants_of_hand_over ON draft_grants (hand_over_id);
ALTER TABLE drafts ADD COLUMN sent_through TEXT;
",
    only: None,
};

/// Pages left open: which requests changed, and what was typed for longer than the access lasted.
const LIVE: Migration = Migration {
    name: "0005-live",
    sql: "
CREATE TABLE changes (
    request_id TEXT PRIMARY KEY,
    rank BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX changes_by_time ON changes (at);

CREATE TABLE envelopes (
    owner BYTEA NOT NULL,
    request_id TEXT NOT NULL,
    data_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (owner, request_id)
);
CREATE INDEX envelopes_by_end ON envelopes (expires_at);
CREATE INDEX envelopes_of_request ON envelopes (request_id);
",
    only: None,
};

/// What waits for an operator, what is forgotten and who may see a request are found without reading the rest.
const ENDS: Migration = Migration {
    name: "0006-ends",
    sql: "
CREATE INDEX outbox_stopped ON outbox (created_at, id) WHERE state = 'needs_human';
CREATE INDEX outbox_by_end ON outbox (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX accesses_of_request ON accesses (request_id);
",
    only: None,
};

/// The visit that a request was sent with.
const VISITS: Migration = Migration {
    name: "0007-visits",
    sql: "
ALTER TABLE submissions ADD COLUMN visit BYTEA;
",
    only: None,
};

/// Reminders of appointments, and the links of messages that confirm or cancel one.
const REMINDERS: Migration = Migration {
    name: "0008-reminders",
    sql: "
CREATE TABLE reminders (
    request_id TEXT NOT NULL,
    lead TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (request_id, lead, starts_at)
);
CREATE INDEX reminders_due ON reminders (due_at, request_id) WHERE state = 'planned';
CREATE INDEX reminders_by_end ON reminders (starts_at);
CREATE TABLE visit_links (
    word_index BYTEA PRIMARY KEY,
    request_id TEXT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX visit_links_of_request ON visit_links (request_id);
CREATE INDEX visit_links_by_end ON visit_links (ends_at);
",
    only: None,
};

const WAITS: Migration = Migration {
    name: "0009-waits",
    sql: "
CREATE TABLE waits (
    id TEXT PRIMARY KEY,
    owner BYTEA NOT NULL,
    word_index BYTEA NOT NULL UNIQUE,
    entry_index BYTEA NOT NULL UNIQUE,
    data_key BYTEA NOT NULL,
    content BYTEA NOT NULL,
    known BYTEA NOT NULL,
    known_at BIGINT NOT NULL,
    is_open BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX waits_of_owner ON waits (owner, created_at);
CREATE INDEX waits_by_end ON waits (ends_at);
CREATE TABLE wait_messages (
    id TEXT PRIMARY KEY,
    wait_id TEXT NOT NULL,
    about TEXT NOT NULL,
    way TEXT NOT NULL,
    UNIQUE (wait_id, about, way)
);
",
    only: None,
};

/// Opinions on their way to the back office; `content` goes once it has them and nothing more may be said.
const OPINIONS: Migration = Migration {
    name: "0010-opinions",
    sql: "
CREATE TABLE opinions (
    id TEXT PRIMARY KEY,
    word_index BYTEA NOT NULL UNIQUE,
    data_key BYTEA NOT NULL,
    content BYTEA,
    revision BIGINT NOT NULL,
    sent_revision BIGINT NOT NULL DEFAULT 0,
    is_complete BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    forget_at BIGINT NOT NULL
);
CREATE INDEX opinions_kept ON opinions (ends_at) WHERE content IS NOT NULL;
CREATE INDEX opinions_by_end ON opinions (forget_at);
",
    only: None,
};

/// Links of messages that ask how it went. `remind_at`: when their reader wants to be reminded, 0 once they were.
const INVITATIONS: Migration = Migration {
    name: "0011-invitations",
    sql: "
CREATE TABLE invitations (
    word_index BYTEA PRIMARY KEY,
    request_id TEXT NOT NULL,
    moment TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    remind_at BIGINT,
    ends_at BIGINT NOT NULL,
    forget_at BIGINT NOT NULL
);
CREATE INDEX invitations_by_reminder ON invitations (remind_at);
CREATE INDEX invitations_of_request ON invitations (request_id);
CREATE INDEX invitations_by_end ON invitations (forget_at);
",
    only: None,
};

/// Counts without anybody behind them.
const IRRITANTS: Migration = Migration {
    name: "0012-irritants",
    sql: "
CREATE TABLE irritants (
    week TEXT NOT NULL,
    trouble TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (week, trouble, procedure_id, detail)
);

CREATE TABLE service_letters (
    id TEXT PRIMARY KEY,
    told_at BIGINT NOT NULL
);
",
    only: None,
};

/// A digest of the page with which an opinion ended, as long as someone may press its button again.
const CLOSED_OPINIONS: Migration = Migration {
    name: "0013-closed-opinions",
    sql: "ALTER TABLE opinions ADD COLUMN closed_by BYTEA;",
    only: None,
};
