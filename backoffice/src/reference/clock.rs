//! The legal time of a request as it is kept: running, or paused since documents were asked for.

use std::sync::Arc;

use database::{DatabaseError, Row, Write};
use domain::{
    legal_clock::Pause,
    procedure::{LegalDelay, Silence},
};
use jiff::{Timestamp, civil::Date};

use super::{Inner, events::instant, taking};
use crate::api::{check::day_in_france, events::EventKind};

/// Columns that [`Clock::of`] reads. A macro, because statements are constant texts.
macro_rules! clock_columns {
    () => {
        "legal_deadline, clock_paused_at, clock_due, clock_months, clock_silence"
    };
}
pub(super) use clock_columns;

/// The legal time of a request; for one without legal delay, nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clock {
    /// The day known before the pause, if there is one.
    deadline: Option<Date>,
    pause: Option<(Timestamp, Pause)>,
}

fn day(text: Option<String>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

impl Clock {
    pub(super) fn of(row: &Row) -> Result<Self, DatabaseError> {
        let deadline = day(row.optional_text("legal_deadline")?);
        let since = row.optional_int("clock_paused_at")?.map(instant);
        let silence = row.optional_text("clock_silence")?;
        let silence = silence.as_deref().and_then(Silence::from_name);
        let months = row.optional_int("clock_months")?.unwrap_or_default();
        let due_on = day(row.optional_text("clock_due")?);
        let pause = match (deadline, since, silence) {
            (Some(deadline), Some(since), Some(silence)) => Some((
                since,
                Pause {
                    deadline,
                    months: u16::try_from(months).unwrap_or_default(),
                    silence,
                    asked_on: day_in_france(since),
                    due_on,
                },
            )),
            _ => None,
        };
        Ok(Self { deadline, pause })
    }

    /// Day on which silence takes its meaning; nobody knows it while the time stands still.
    pub(super) fn deadline(&self) -> Option<Date> {
        self.deadline.filter(|_| self.pause.is_none())
    }

    /// Since when the time stands still.
    pub(super) fn paused_since(&self) -> Option<Timestamp> {
        self.pause.map(|(since, _)| since)
    }

    /// The clock on this day: the time goes on by itself once the last day to give documents has passed, even
    /// where [`run_on`] did not write it yet.
    fn on(self, now: Timestamp) -> Self {
        match self.pause {
            Some((_, pause)) if !pause.lasts_on(day_in_france(now)) => self.resumed(now),
            _ => self,
        }
    }

    /// The clock once documents were asked for.
    pub(super) fn paused(
        self,
        now: Timestamp,
        delay: Option<&LegalDelay>,
        due_on: Option<Date>,
    ) -> Self {
        let present = self.on(now);
        let pause = match (present.pause, present.deadline.zip(delay)) {
            (Some((since, pause)), _) => Some((since, pause.prolonged(due_on))),
            (None, None) => None,
            (None, Some((deadline, delay))) => Some((
                now,
                Pause {
                    deadline,
                    months: delay.months,
                    silence: delay.silence,
                    asked_on: day_in_france(now),
                    due_on,
                },
            )),
        };
        Self { pause, ..present }
    }

    /// The clock with another last day to give the documents; nothing changes once the time runs again.
    pub(super) fn extended(self, now: Timestamp, due_on: Date) -> Self {
        let present = self.on(now);
        let prolong = |(since, pause): (Timestamp, Pause)| (since, pause.prolonged(Some(due_on)));
        Self {
            pause: present.pause.map(prolong),
            ..present
        }
    }

    /// The clock once all documents were received, or are no longer expected.
    pub(super) fn resumed(self, now: Timestamp) -> Self {
        let received =
            |(_, pause): (Timestamp, Pause)| pause.deadline_once_received(day_in_france(now));
        Self {
            deadline: self.pause.map(received).or(self.deadline),
            pause: None,
        }
    }

    /// Keeps the clock of a request.
    pub(super) async fn keep(
        &self,
        tx: &mut Write<'_>,
        request_id: &str,
    ) -> Result<(), DatabaseError> {
        let pause = self.pause.map(|(_, pause)| pause);
        tx.execute(
            "UPDATE backoffice_requests SET legal_deadline = $2, clock_paused_at = $3, clock_due = $4,
               clock_months = $5, clock_silence = $6 WHERE id = $1",
            &[
                request_id.into(),
                self.deadline.map(|day| day.to_string()).into(),
                self.pause.map(|(since, _)| since.as_microsecond()).into(),
                pause.and_then(|it| it.due_on).map(|day| day.to_string()).into(),
                pause.map(|it| it.months).into(),
                pause.map(|it| it.silence.name()).into(),
            ],
        )
        .await?;
        Ok(())
    }
}

/// Lets the legal time go on where the last day to give documents has passed without them, and tells of it: what
/// is read never changes without a new version.
pub(super) async fn run_on(office: &Arc<Inner>) -> Result<(), DatabaseError> {
    let today = day_in_france(office.clock.now()).to_string();
    let rows = office
        .database
        .fetch_all(
            "SELECT id FROM backoffice_requests
              WHERE clock_due IS NOT NULL AND clock_due < $1 AND clock_silence = $2",
            &[today.into(), Silence::Refusal.name().into()],
        )
        .await?;
    for row in rows {
        let (inner, id) = (Arc::clone(office), row.text("id")?);
        office
            .database
            .write::<_, DatabaseError, _>(move |tx| {
                Box::pin(async move {
                    let Some(taken) = taking::present(&inner, tx, &id).await? else {
                        return Ok(());
                    };
                    taken.clock.on(instant(taken.at)).keep(tx, &id).await?;
                    let event = EventKind::RequestUpdated;
                    taken.tell(&inner, tx, event, taken.status).await
                })
            })
            .await?;
    }
    Ok(())
}
