//! The tables of the reference back office. Their prefix lets them share a database with the portal's.
//! Times are microseconds since 1970 (UTC). Whatever names a person is sealed or digested.

use database::{Engine, Migration};

/// Every change of the tables, oldest first.
pub(super) static MIGRATIONS: [Migration; 15] = [
    Migration {
        name: "0001-requests",
        sql: REQUESTS,
        only: None,
    },
    Migration {
        name: "0002-messages",
        sql: MESSAGES,
        only: None,
    },
    Migration {
        name: "0003-demands",
        sql: DEMANDS,
        only: None,
    },
    Migration {
        name: "0004-decisions",
        sql: DECISIONS,
        only: None,
    },
    Migration {
        name: "0005-clocks",
        sql: CLOCKS,
        only: None,
    },
    Migration {
        name: "0006-ends",
        sql: ENDS,
        only: None,
    },
    Migration {
        name: "0007-agenda",
        sql: AGENDA,
        only: None,
    },
    Migration {
        name: "0008-confirmations",
        sql: CONFIRMATIONS,
        only: None,
    },
    Migration {
        name: "0009-waiting",
        sql: WAITING,
        only: None,
    },
    Migration {
        name: "0010-queue",
        sql: QUEUE,
        only: None,
    },
    Migration {
        name: "0011-surveys",
        sql: SURVEYS,
        only: None,
    },
    Migration {
        name: "0012-heard",
        sql: HEARD,
        only: None,
    },
    Migration {
        name: "0013-opinions-by-day",
        sql: OPINIONS_BY_DAY,
        only: None,
    },
    Migration {
        name: "0014-room-for-ticks",
        sql: ROOM_FOR_TICKS,
        only: Some(Engine::Postgres),
    },
    Migration {
        name: "0015-ticks-by-time",
        sql: TICKS_BY_TIME,
        only: None,
    },
];

const REQUESTS: &str = "
CREATE TABLE backoffice_forms (
    procedure_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    position BIGINT NOT NULL,
    digest TEXT NOT NULL,
    definition TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (procedure_id, form_version)
);
CREATE TABLE backoffice_counters (
    name TEXT NOT NULL PRIMARY KEY,
    last BIGINT NOT NULL
);
CREATE TABLE backoffice_requests (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    call_key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    locale TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL,
    expected_by TEXT,
    legal_deadline TEXT,
    decision TEXT,
    decision_text BYTEA,
    decided_at BIGINT,
    retention_days BIGINT NOT NULL,
    delete_after BIGINT,
    tracking BYTEA NOT NULL UNIQUE,
    email_proof BYTEA,
    birth_date_proof BYTEA,
    answers BYTEA NOT NULL,
    agent TEXT
);
CREATE INDEX backoffice_requests_updated ON backoffice_requests (updated_at, id);
CREATE INDEX backoffice_requests_ended ON backoffice_requests (delete_after) WHERE delete_after IS NOT NULL;
CREATE TABLE backoffice_timeline (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT,
    words BYTEA,
    author_kind TEXT NOT NULL,
    agent TEXT,
    PRIMARY KEY (request_id, position)
);
CREATE TABLE backoffice_uploads (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT REFERENCES backoffice_requests (id),
    filename BYTEA NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX backoffice_uploads_request ON backoffice_uploads (request_id);
CREATE TABLE backoffice_calls (
    call_key TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    resource TEXT NOT NULL,
    etag TEXT NOT NULL,
    body BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX backoffice_calls_resource ON backoffice_calls (resource);
CREATE TABLE backoffice_events (
    position BIGINT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    resource TEXT NOT NULL,
    etag TEXT,
    status TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX backoffice_events_resource ON backoffice_events (resource);
CREATE TABLE backoffice_attempts (
    code BYTEA NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL,
    count BIGINT NOT NULL
);
CREATE TABLE backoffice_accesses (
    token BYTEA NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
";

/// The last index holds all that delays need: they are counted without opening a request.
const MESSAGES: &str = "
CREATE TABLE backoffice_messages (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    author_kind TEXT NOT NULL,
    language TEXT,
    words BYTEA NOT NULL,
    agent TEXT,
    read_at BIGINT,
    PRIMARY KEY (request_id, position)
);
ALTER TABLE backoffice_uploads ADD COLUMN message BIGINT;
ALTER TABLE backoffice_timeline ADD COLUMN language TEXT;
CREATE INDEX backoffice_requests_delays ON backoffice_requests (procedure_id, decided_at, submitted_at);
";

/// `clock_…` say since when documents are missing and what the law makes of it; `legal_deadline` is then the
/// day that was known before.
const DEMANDS: &str = "
CREATE TABLE backoffice_info_requests (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    words BYTEA,
    language TEXT,
    due_on TEXT,
    extension TEXT,
    closed_at BIGINT,
    PRIMARY KEY (request_id, position)
);
CREATE TABLE backoffice_marks (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    info_request BIGINT NOT NULL,
    answer_key TEXT NOT NULL,
    reason TEXT NOT NULL,
    words BYTEA NOT NULL,
    corrected_at BIGINT,
    PRIMARY KEY (request_id, position)
);
CREATE TABLE backoffice_asked_documents (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    info_request BIGINT NOT NULL,
    words BYTEA NOT NULL,
    state TEXT NOT NULL,
    refusal BYTEA,
    PRIMARY KEY (request_id, position)
);
CREATE TABLE backoffice_corrections (
    request_id TEXT NOT NULL REFERENCES backoffice_requests (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    author_kind TEXT NOT NULL,
    changes BYTEA NOT NULL,
    PRIMARY KEY (request_id, position)
);
ALTER TABLE backoffice_uploads ADD COLUMN document BIGINT;
ALTER TABLE backoffice_requests ADD COLUMN answers_version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE backoffice_requests ADD COLUMN clock_paused_at BIGINT;
ALTER TABLE backoffice_requests ADD COLUMN clock_due TEXT;
ALTER TABLE backoffice_requests ADD COLUMN clock_months BIGINT;
ALTER TABLE backoffice_requests ADD COLUMN clock_silence TEXT;
";

/// Delivered files stand among the others; `delivered` gives their order.
const DECISIONS: &str = "
ALTER TABLE backoffice_requests ADD COLUMN decision_more BYTEA;
ALTER TABLE backoffice_uploads ADD COLUMN delivered BIGINT;
";

const CLOCKS: &str = "
CREATE INDEX backoffice_requests_clocks ON backoffice_requests (clock_due) WHERE clock_due IS NOT NULL;
";

/// What is forgotten is found by its time, without reading the rest.
const ENDS: &str = "
CREATE INDEX backoffice_calls_by_time ON backoffice_calls (at);
CREATE INDEX backoffice_events_by_time ON backoffice_events (at);
";

/// A tick that is held is soon taken for good: the changed row finds room on its page, and no index changes.
const ROOM_FOR_TICKS: &str = "
ALTER TABLE backoffice_ticks SET (fillfactor = 45);
";

/// An appointment knows of whom it has ticks and when: its ticks are found by their key, and a booking need not write them
/// into a second index.
const TICKS_BY_TIME: &str = "
DROP INDEX backoffice_ticks_of_appointment;
";

/// The primary key of ticks keeps two appointments apart. A tick is a number of five minutes since 1970; it is held
/// until `held_until`, or taken for good. Opening hours stand in the catalogue; those here come besides.
const AGENDA: &str = "
CREATE TABLE backoffice_appointments (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT UNIQUE,
    status TEXT NOT NULL,
    visit BYTEA NOT NULL,
    resource_id TEXT NOT NULL,
    place_id TEXT NOT NULL,
    zone TEXT NOT NULL,
    mode TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    free_at BIGINT NOT NULL,
    seats BIGINT NOT NULL,
    change_until BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    late_minutes BIGINT,
    held_until BIGINT,
    extended BIGINT NOT NULL
);
CREATE INDEX backoffice_appointments_by_day ON backoffice_appointments (place_id, starts_at);
CREATE INDEX backoffice_appointments_open ON backoffice_appointments (ends_at) WHERE status = 'confirmed';
CREATE INDEX backoffice_appointments_held ON backoffice_appointments (held_until) WHERE held_until IS NOT NULL;
CREATE TABLE backoffice_ticks (
    resource_id TEXT NOT NULL,
    tick BIGINT NOT NULL,
    seat BIGINT NOT NULL,
    appointment_id TEXT NOT NULL,
    held_until BIGINT,
    PRIMARY KEY (resource_id, tick, seat)
);
CREATE INDEX backoffice_ticks_of_appointment ON backoffice_ticks (appointment_id);
CREATE TABLE backoffice_openings (
    id TEXT NOT NULL PRIMARY KEY,
    resource_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    agent TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX backoffice_openings_by_day ON backoffice_openings (day);
";

/// When residents confirmed that they come.
const CONFIRMATIONS: &str = "
ALTER TABLE backoffice_appointments ADD COLUMN confirmed_at BIGINT;
";

/// Who waits is known to the portal alone. `position` is the order of entry; a time that was let go is not offered again
/// to the same entry, nor one that overlaps it.
const WAITING: &str = "
CREATE TABLE backoffice_waiting_entries (
    id TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    wish BYTEA NOT NULL,
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    lapses BIGINT NOT NULL,
    hold_id TEXT UNIQUE,
    offered_until BIGINT,
    ended_at BIGINT
);
CREATE INDEX backoffice_waiting_entries_open ON backoffice_waiting_entries (position) WHERE ended_at IS NULL;
CREATE INDEX backoffice_waiting_entries_ended ON backoffice_waiting_entries (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE backoffice_waiting_refusals (
    entry_id TEXT NOT NULL REFERENCES backoffice_waiting_entries (id) ON DELETE CASCADE,
    place_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    free_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id, place_id, starts_at)
);
";

/// Who is at a place, by ticket. `request_id` is none for those without an appointment, and for those whose request is
/// forgotten: what their visit took still counts in forecasts.
const QUEUE: &str = "
CREATE TABLE backoffice_tickets (
    id TEXT NOT NULL PRIMARY KEY,
    place_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    letter TEXT NOT NULL,
    number BIGINT NOT NULL,
    request_id TEXT,
    kinds TEXT NOT NULL,
    planned BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    arrived_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    resource_id TEXT,
    called_at BIGINT,
    served_at BIGINT,
    ended_at BIGINT,
    UNIQUE (place_id, day, letter, number)
);
CREATE INDEX backoffice_tickets_open ON backoffice_tickets (place_id, day) WHERE ended_at IS NULL;
CREATE INDEX backoffice_tickets_of_request ON backoffice_tickets (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX backoffice_tickets_served ON backoffice_tickets (place_id, ended_at) WHERE status = 'served';
CREATE INDEX backoffice_appointments_there ON backoffice_appointments (ends_at) WHERE status IN ('arrived', 'called');
";

/// What people answered, by an identifier that only their portal can make again, with its day and no hour once it counts; how often each value was observed, what waits to
/// be published apart from what is. The whole authority has an empty kind and identifier; `month` is 202611.
const SURVEYS: &str = "
CREATE TABLE backoffice_questionnaires (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    definition TEXT NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE backoffice_survey_responses (
    id TEXT NOT NULL PRIMARY KEY,
    questionnaire_id TEXT NOT NULL,
    version TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    way TEXT NOT NULL,
    language TEXT NOT NULL,
    revision BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    digest TEXT NOT NULL,
    answers BYTEA NOT NULL,
    observed TEXT NOT NULL,
    received_on TEXT NOT NULL,
    settles_at BIGINT NOT NULL,
    delete_after BIGINT NOT NULL
);
CREATE INDEX backoffice_survey_responses_open ON backoffice_survey_responses (settles_at) WHERE settled = 0;
CREATE INDEX backoffice_survey_responses_kept ON backoffice_survey_responses (delete_after);
CREATE TABLE backoffice_waiting_figures (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    value BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, measure, value)
);
CREATE TABLE backoffice_figures (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    month BIGINT NOT NULL,
    value BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, measure, month, value)
);
";

/// What agents make of answers. Tags and states go with the answer; a publication stands for itself, under an identifier of its
/// own, and the agents' table alone says of which answer it is. The journal names no publication beside an answer.
const HEARD: &str = "
CREATE TABLE backoffice_opinion_tags (
    response_id TEXT NOT NULL REFERENCES backoffice_survey_responses (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (response_id, tag)
);
CREATE INDEX backoffice_opinion_tags_by_tag ON backoffice_opinion_tags (tag);
CREATE TABLE backoffice_opinion_states (
    response_id TEXT NOT NULL PRIMARY KEY REFERENCES backoffice_survey_responses (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    publication_id TEXT UNIQUE,
    reason BYTEA
);
CREATE TABLE backoffice_published_opinions (
    id TEXT NOT NULL PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    month BIGINT NOT NULL,
    words TEXT NOT NULL,
    language TEXT NOT NULL,
    reply TEXT,
    reply_language TEXT
);
CREATE INDEX backoffice_published_opinions_by_month ON backoffice_published_opinions (month, id);
CREATE TABLE backoffice_opinion_acts (
    position BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    agent TEXT NOT NULL,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    detail BYTEA
);
CREATE INDEX backoffice_opinion_acts_by_time ON backoffice_opinion_acts (at);
";

/// Agents read opinions the latest day first, all of them or those about one thing, page after page.
const OPINIONS_BY_DAY: &str = "
CREATE INDEX backoffice_survey_responses_by_day
    ON backoffice_survey_responses (received_on DESC, id) WHERE settled = 1;
CREATE INDEX backoffice_survey_responses_by_subject
    ON backoffice_survey_responses (subject_kind, subject_id, received_on DESC, id) WHERE settled = 1;
";
