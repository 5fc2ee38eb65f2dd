//! Reading what is published: sums of a few hundred rows, however many have answered.

use std::collections::BTreeMap;

use database::{DatabaseError, Row};
use domain::{
    quality::{Count, Figures, Measure, MonthCount, Part},
    survey::Subject,
};
use jiff::{Timestamp, ToSpan, civil::Date};

use super::{answering::is_known, counting::month_of};
use crate::{
    api::{
        check::day_in_france,
        problem::{Answered, Problem},
    },
    reference::Inner,
};

/// The last twelve months, the present one among them.
pub(in crate::reference) async fn figures(
    office: &Inner,
    subject: Option<Subject>,
) -> Answered<Figures> {
    if subject.as_ref().is_some_and(|it| !is_known(office, it)) {
        return Err(Problem::not_found());
    }
    let now = office.clock.now();
    let until = day_in_france(now);
    let since = since(now);
    let from = month_of(since);
    let (kind, id) = subject
        .as_ref()
        .map_or(("", ""), |subject| (subject.kind(), subject.id()));
    let rows = office
        .database
        .fetch_all(
            "SELECT measure, month, value, count FROM backoffice_figures
              WHERE subject_kind = $1 AND subject_id = $2 AND month >= $3 ORDER BY month, measure, value",
            &[kind.into(), id.into(), from.into()],
        )
        .await?;
    let mut months = Vec::new();
    for row in &rows {
        let Some(count) = counted(row)? else { continue };
        months.push(MonthCount {
            month: first_day(row.int("month")?),
            count,
        });
    }
    let totals = sums(months.iter().map(|it| it.count));
    months.retain(|it| is_satisfaction(it.count.measure));
    let parts = match subject {
        None => parts(office, from).await?,
        Some(_) => Vec::new(),
    };
    Ok(Figures {
        subject,
        since,
        until,
        totals,
        months,
        parts,
    })
}

/// The first day of what is public: that of the twelfth month, the present one among them.
fn since(now: Timestamp) -> Date {
    let month = day_in_france(now).first_of_month();
    month.saturating_sub(11.months())
}

/// The month before which nothing is public: 202512.
pub(in crate::reference) fn oldest_month(now: Timestamp) -> i64 {
    month_of(since(now))
}

async fn parts(office: &Inner, from: i64) -> Result<Vec<Part>, DatabaseError> {
    let rows = office
        .database
        .fetch_all(
            "SELECT subject_kind, subject_id, measure, value, CAST(SUM(count) AS BIGINT) AS count
               FROM backoffice_figures
              WHERE subject_kind <> '' AND measure IN ('satisfaction', 'satisfaction_assistive') AND month >= $1
              GROUP BY subject_kind, subject_id, measure, value
              ORDER BY subject_kind, subject_id, measure, value",
            &[from.into()],
        )
        .await?;
    let mut parts: Vec<Part> = Vec::new();
    for row in &rows {
        let subject = Subject::new(&row.text("subject_kind")?, row.text("subject_id")?);
        let (Some(subject), Some(count)) = (subject, counted(row)?) else {
            continue;
        };
        match parts.last_mut() {
            Some(part) if part.subject == subject => part.totals.push(count),
            _ => parts.push(Part {
                subject,
                totals: vec![count],
            }),
        }
    }
    Ok(parts)
}

/// `None` for a measure that this version does not know.
fn counted(row: &Row) -> Result<Option<Count>, DatabaseError> {
    let Some(measure) = Measure::from_name(&row.text("measure")?) else {
        return Ok(None);
    };
    Ok(Some(Count {
        measure,
        value: u16::try_from(row.int("value")?).unwrap_or(u16::MAX),
        count: u64::try_from(row.int("count")?).unwrap_or_default(),
    }))
}

fn sums(counts: impl Iterator<Item = Count>) -> Vec<Count> {
    let mut sums: BTreeMap<(Measure, u16), u64> = BTreeMap::new();
    for count in counts {
        *sums.entry((count.measure, count.value)).or_default() += count.count;
    }
    let sums = sums.into_iter();
    sums.map(|((measure, value), count)| Count {
        measure,
        value,
        count,
    })
    .collect()
}

const fn is_satisfaction(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::Satisfaction | Measure::SatisfactionAssistive
    )
}

pub(super) fn first_day(month: i64) -> Date {
    let year = i16::try_from(month / 100).unwrap_or_default();
    let month = i8::try_from(month % 100).unwrap_or(1);
    Date::new(year, month, 1).unwrap_or_default()
}
