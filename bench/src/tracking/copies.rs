//! Many requests out of some real ones: each row about a request is stored again under other identifiers. A copy
//! weighs what a real request weighs and is found the same way, but cannot be opened: what is sealed is bound to the
//! identifier that it was sealed for. So only real ones are read, and nothing about a copy is left to do.

use anyhow::ensure;

use super::tables::Tables;

/// How a column differs from one copy to the next. Where four signs give way to the number of the copy, those
/// before them are other random ones, so that copies lie scattered in an index as real rows do.
#[derive(Debug, Clone, Copy)]
enum Fresh {
    /// An identifier, or a key made of one.
    Id,
    /// The address of something in the back office, which ends with its identifier.
    Address,
    /// A digest.
    Digest,
    /// A number in a list. Copies come before the real ones: whoever has read the list reads none of them.
    Rank,
    /// A number that people read.
    Number,
}

use Fresh::{Address, Digest, Id, Number, Rank};

type Columns = &'static [(&'static str, Fresh)];

/// Tables that hold rows about requests, first those that others refer to; the portal's, then the back office's.
const TABLES: [(&str, Columns); 19] = [
    (
        "submissions",
        &[
            ("id", Id),
            ("draft_id", Id),
            ("code_index", Digest),
            ("backoffice_id", Id),
            ("number", Number),
        ],
    ),
    (
        "drafts",
        &[
            ("id", Id),
            ("owner", Digest),
            ("request_id", Id),
            ("about", Id),
        ],
    ),
    ("uploads", &[("id", Id), ("draft_id", Id)]),
    ("accesses", &[("owner", Digest), ("request_id", Id)]),
    (
        "outbox",
        &[("id", Id), ("subject", Id), ("idempotency_key", Id)],
    ),
    ("journal", &[("rank", Rank), ("subject", Id)]),
    ("acts", &[("id", Id), ("request_id", Id), ("files_of", Id)]),
    ("notice_choices", &[("request_id", Id)]),
    ("notices", &[("id", Id), ("request_id", Id)]),
    ("notice_events", &[("request_id", Id), ("notice_id", Id)]),
    ("changes", &[("request_id", Id)]),
    (
        "backoffice_requests",
        &[
            ("id", Id),
            ("number", Number),
            ("call_key", Id),
            ("tracking", Digest),
        ],
    ),
    ("backoffice_timeline", &[("request_id", Id)]),
    ("backoffice_messages", &[("request_id", Id)]),
    ("backoffice_corrections", &[("request_id", Id)]),
    ("backoffice_info_requests", &[("request_id", Id)]),
    ("backoffice_uploads", &[("id", Id), ("request_id", Id)]),
    (
        "backoffice_calls",
        &[("call_key", Id), ("resource", Address)],
    ),
    (
        "backoffice_events",
        &[("position", Rank), ("id", Id), ("resource", Address)],
    ),
];

/// Tables whose rows do not grow with requests, or are gone within the hour.
const OTHERS: [&str; 12] = [
    "forms",
    "copies",
    "journal_head",
    "attempts",
    "envelopes",
    "sms_turn",
    "backoffice_forms",
    "backoffice_counters",
    "backoffice_questionnaires",
    "backoffice_waiting_figures",
    "backoffice_figures",
    "applied_migrations",
];

/// What leaves later counts as gone: nothing is sent while pages are measured, and nothing of a copy ever.
const GONE: [&str; 2] = [
    "UPDATE outbox SET state = 'done', ended_at = created_at WHERE state = 'waiting'",
    "UPDATE notices SET state = 'sent', sent_at = opened_at WHERE state = 'waiting'",
];

/// Leaves no work to do about the requests that are stored.
pub(super) async fn end_what_waits(tables: &mut Tables) -> anyhow::Result<()> {
    for sql in GONE {
        tables.run(sql.to_owned()).await?;
    }
    Ok(())
}

/// Fills up to so many requests, rounded up to whole copies of what is there. The portal must not run.
pub(super) async fn fill_up(tables: &mut Tables, requests: u32) -> anyhow::Result<()> {
    for table in tables.names().await? {
        let known = TABLES.iter().any(|(known, _)| *known == table);
        let empty = tables
            .count(&format!("SELECT count(*) FROM {table}"))
            .await?
            == 0;
        ensure!(
            known || empty || OTHERS.contains(&&*table),
            "nobody said how rows of {table} are copied"
        );
    }
    let real = u32::try_from(tables.count(REQUESTS).await?)?;
    ensure!(real > 0, "there is no request to copy");
    let copies = requests.div_ceil(real) - 1;
    for (table, fresh) in TABLES {
        let columns = tables.columns(table).await?;
        let sql = copy(tables, table, &columns, fresh, copies);
        tables.run(sql).await?;
    }
    for count in [REQUESTS, "SELECT count(*) FROM backoffice_requests"] {
        let stored = tables.count(count).await?;
        ensure!(stored >= requests.into(), "{stored} requests were stored");
    }
    Ok(())
}

const REQUESTS: &str = "SELECT count(*) FROM submissions";

/// The statement that copies a table so many times.
fn copy(tables: &Tables, table: &str, columns: &[String], fresh: Columns, copies: u32) -> String {
    let values = columns.iter().map(|column| {
        let how = fresh.iter().find(|(name, _)| name == column);
        how.map_or_else(
            || column.clone(),
            |(_, how)| value(tables, table, column, *how),
        )
    });
    let (names, values) = (columns.join(", "), values.collect::<Vec<_>>().join(", "));
    // The first column leads the first index: rows come in its order, as a loaded table is best filled.
    format!(
        "INSERT INTO {table} ({names}) \
         WITH RECURSIVE copy (n) AS (SELECT 1 WHERE {copies} > 0 UNION ALL SELECT n + 1 FROM copy WHERE n < {copies}) \
         SELECT {values} FROM {table}, copy ORDER BY 1"
    )
}

/// A column of copy `n` in SQL.
fn value(tables: &Tables, table: &str, column: &str, fresh: Fresh) -> String {
    // 10,000 copies at most: four digits.
    let number = "substr(CAST(10000 + n AS TEXT), 2)";
    let text = |column: &str, from: u32| {
        let (kept, rest) = (from + 4, from + 8);
        format!("substr({column}, {kept}, 4) || {number} || substr({column}, {rest})")
    };
    match fresh {
        Id => text(column, 1),
        Address => {
            let under = |folder: &str| {
                let from = u32::try_from(folder.len()).unwrap_or_default() + 1;
                format!("'{folder}' || {}", text(column, from))
            };
            let (requests, files) = (under("/v1/requests/"), under("/v1/uploads/"));
            format!("CASE WHEN {column} LIKE '/v1/requests/%' THEN {requests} ELSE {files} END")
        }
        Digest => tables.bytes_and_text(&format!("substr({column}, 5)"), number),
        Rank => format!("{column} - n * (SELECT max({column}) FROM {table})"),
        Number => format!("{column} || '-' || {number}"),
    }
}
