//! Public figures of a million answers: what a page of them costs, and how long people wait for it. Counters are kept with
//! each answer; a page that reads the answers again would show here.

use std::time::Duration;

use anyhow::{Context, ensure};
use jiff::ToSpan;

use crate::{
    client::Client,
    machine, resident, rounds,
    server::Program,
    stopwatch::{self, Stopwatch},
    table::Table,
    tracking::{Cluster, Stored, Tables, engine},
};

/// Answers stored.
const ANSWERS: u32 = 1_000_000;
/// Residents who read at the same moment.
const AT_ONCE: u32 = 8;
/// Longest wait that meets the target, of 99 in 100 readers, in milliseconds.
const LONGEST: f64 = 50.0;

/// What is read, as rows name it.
const PAGES: [(&str, &str); 3] = [
    ("/fr/qualite", "the whole authority"),
    ("/fr/qualite/demarches/acte-de-naissance", "one procedure"),
    (
        "/fr/qualite/donnees.json",
        "the file of the whole authority",
    ),
];

/// What a page with published figures says, and no other; what the file does.
const SAID: [&str; 2] = [
    "des personnes sont satisfaites",
    "\"satisfaction_assistive\"",
];

struct Reader(Client);

impl rounds::Reader for Reader {
    type Page = &'static str;

    async fn read(&mut self, path: &'static str) -> anyhow::Result<()> {
        let answer = self.0.get(path).await?;
        resident::expect(&answer, 200, path)?;
        let text = answer.text();
        ensure!(
            SAID.iter().any(|words| text.contains(words)),
            "{path} shows no figures"
        );
        Ok(())
    }
}

/// Measures one engine; SQLite without a cluster. Tells whether server and generator had a core each.
pub(crate) async fn measure(
    program: &Program,
    cluster: Option<&Cluster>,
    time: Duration,
    table: &mut Table,
) -> anyhow::Result<bool> {
    let on = engine(cluster);
    crate::say(&format!("quality on {on}: a million answers are stored"));
    let name = format!("parvis_bench_{}_quality", std::process::id());
    let store = Stored::empty(program, cluster, &name).await?;
    // The first start makes the tables.
    store.serve_with(&[]).await?.stop()?;
    let mut tables = store.tables().await?;
    fill(&mut tables).await?;
    tables.close().await?;

    let alone = machine::on_first_core();
    let server = store.serve_with(&[]).await?;
    let alone = alone && machine::on_second_core();
    server.come_to_rest().await?;
    let mut readers = Vec::new();
    for person in 0..AT_ONCE {
        readers.push(Reader(Client::connect(server.address(), person).await?));
    }
    for (path, said) in PAGES {
        let first = readers.first_mut().context("nobody reads")?;
        let watch = Stopwatch::start();
        rounds::Reader::read(first, path).await?;
        let wait = watch.elapsed().as_secs_f64() * 1000.0;
        let what = |what: &str| format!("{what} on {on}, 1,000,000 answers: {said}");
        table.told(what("First reading"), Some(wait), "ms", 1);
        let used = || store.used(&server);
        let (read, seen) = rounds::run(used, readers, path, time).await?;
        readers = read;
        table.told(what("CPU of a page of figures"), seen.cpu.portal, "ms", 3);
        table.told(what("Pages of figures a second"), seen.rate, "/s", 0);
        let wait = |quantile| rounds::milliseconds(&seen.waits, quantile);
        let p50 = what(&format!("Wait, {AT_ONCE} readers, p50"));
        table.told(p50, wait(0.5), "ms", 1);
        let p99 = what(&format!("Wait, {AT_ONCE} readers, p99"));
        table.at_most(p99, wait(0.99), LONGEST, "ms", 1);
    }
    server.stop()?;
    store.remove().await?;
    Ok(alone)
}

/// Answers over a year, about three procedures and a place, and what was published of them.
async fn fill(tables: &mut Tables) -> anyhow::Result<()> {
    let numbers = format!(
        "WITH RECURSIVE answer (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM answer WHERE n < {ANSWERS})"
    );
    let kind = "CASE WHEN n % 4 = 3 THEN 'place' ELSE 'procedure' END";
    let id = "CASE n % 4 WHEN 0 THEN 'acte-de-naissance' WHEN 1 THEN 'inscription-scolaire' \
              WHEN 2 THEN 'signaler-un-probleme' ELSE 'mairie' END";
    let sealed = tables.bytes_and_text(
        "''",
        "'a text of some words, sealed, which nobody reads here'",
    );
    let first = stopwatch::today()
        .first_of_month()
        .saturating_sub(11.months());
    let months = (0..12).map(|ago| first.saturating_add(ago.months()));
    let months = months.zip(0..).map(|(month, rank)| {
        let number = i64::from(month.year()) * 100 + i64::from(month.month());
        format!("WHEN {rank} THEN {number}")
    });
    let month = format!(
        "CASE (n / 5) % 12 {} END",
        months.collect::<Vec<_>>().join(" ")
    );
    tables
        .run(format!(
            "INSERT INTO backoffice_survey_responses (id, questionnaire_id, version, subject_kind, subject_id, way, \
             language, revision, settled, digest, answers, observed, received_on, settles_at, delete_after) {numbers} \
             SELECT 'answer-' || CAST(n AS TEXT), 'demarche', '2026-11', {kind}, {id}, 'online', 'fr', 1, 1, '', \
             {sealed}, '', '2026-11-28', 0, 9000000000000000000 FROM answer"
        ))
        .await?;
    // Each of them says how it went, how easy and how clear it was, how long it took.
    let values = [
        ("satisfaction", "1 + n % 5"),
        ("satisfaction_assistive", "1 + n % 3"),
        ("ease", "1 + (n / 3) % 5"),
        ("clarity", "1 + (n / 7) % 5"),
        ("pace", "1 + (n / 2) % 5"),
        ("help", "n % 3"),
        ("reached_by_phone", "n % 2"),
        ("in_time", "n % 2"),
        ("days_taken", "n % 60"),
    ];
    for (measure, value) in values {
        for (kind, id) in [(kind, id), ("''", "''")] {
            tables
                .run(format!(
                    "INSERT INTO backoffice_figures (subject_kind, subject_id, measure, month, value, count) {numbers} \
                     SELECT kind, id, '{measure}', month, value, count(*) FROM (SELECT {kind} AS kind, {id} AS id, \
                     {month} AS month, {value} AS value FROM answer) AS said GROUP BY kind, id, month, value"
                ))
                .await?;
        }
    }
    let stored = tables
        .count("SELECT count(*) FROM backoffice_survey_responses")
        .await?;
    ensure!(stored == i64::from(ANSWERS), "{stored} answers were stored");
    Ok(())
}
