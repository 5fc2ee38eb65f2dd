//! Days of an agenda, and the hours that agents opened on them besides those of the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use database::Row;
use domain::agenda::Hours;
use jiff::{ToSpan, civil::Date};

use crate::{api::problem::Answered, reference::view::View};

/// Days, the last one included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) from: Date,
    pub(super) to: Date,
}

impl Days {
    pub(super) fn each(self) -> impl Iterator<Item = Date> {
        self.from
            .series(1.day())
            .take_while(move |day| *day <= self.to)
    }

    /// The same days, so many at a time.
    pub(super) fn in_strides(self, count: i32) -> impl Iterator<Item = Self> {
        self.from
            .series(count.days())
            .take_while(move |day| *day <= self.to)
            .map(move |from| Self {
                from,
                to: from.saturating_add((count - 1).days()).min(self.to),
            })
    }
}

/// Hours that agents opened besides, by resource.
pub(super) async fn openings(
    view: &mut View<'_, '_>,
    days: Days,
) -> Answered<BTreeMap<String, Vec<Hours>>> {
    let rows = view
        .rows(
            "SELECT resource_id, day, opens, closes FROM backoffice_openings
              WHERE day >= $1 AND day <= $2",
            &[day_number(days.from).into(), day_number(days.to).into()],
        )
        .await?;
    of_rows(&rows)
}

/// The same, on days that need not follow each other (PostgreSQL only).
pub(super) async fn openings_on(
    view: &mut View<'_, '_>,
    days: &BTreeSet<Date>,
) -> Answered<BTreeMap<String, Vec<Hours>>> {
    let days: Vec<i64> = days.iter().map(|day| day_number(*day)).collect();
    let sql = "SELECT resource_id, day, opens, closes FROM backoffice_openings WHERE day = ANY($1)";
    of_rows(&view.rows(sql, &[days.into()]).await?)
}

fn of_rows(rows: &[Row]) -> Answered<BTreeMap<String, Vec<Hours>>> {
    let mut extra: BTreeMap<String, Vec<Hours>> = BTreeMap::new();
    for row in rows {
        let day = day_of(row.int("day")?);
        let (from, to) = (row.text("opens")?.parse(), row.text("closes")?.parse());
        if let (Some(day), Ok(from), Ok(to)) = (day, from, to) {
            let hours = Hours { day, from, to };
            extra
                .entry(row.text("resource_id")?)
                .or_default()
                .push(hours);
        }
    }
    Ok(extra)
}

/// A day as it is stored: 20261207, which sorts on both engines.
pub(super) fn day_number(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

fn day_of(number: i64) -> Option<Date> {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}
