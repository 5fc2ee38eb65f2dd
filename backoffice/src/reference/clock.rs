//! The legal time of a request as it is kept: running, or paused since documents were asked for.

use database::{DatabaseError, Row, Write};
use domain::{
    legal_clock::Pause,
    procedure::{LegalDelay, Silence},
};
use jiff::{Timestamp, civil::Date};

use super::events::instant;
use crate::api::check::day_in_france;

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
    pub(super) fn deadline(&self, now: Timestamp) -> Option<Date> {
        match &self.pause {
            Some((_, pause)) => pause.deadline_on(day_in_france(now)),
            None => self.deadline,
        }
    }

    /// Since when the time stands still.
    pub(super) fn paused_since(&self, now: Timestamp) -> Option<Timestamp> {
        let lasting = |(_, pause): &&(Timestamp, Pause)| pause.lasts_on(day_in_france(now));
        self.pause.as_ref().filter(lasting).map(|(since, _)| *since)
    }

    /// The clock once documents were asked for.
    pub(super) fn paused(
        self,
        now: Timestamp,
        delay: Option<&LegalDelay>,
        due_on: Option<Date>,
    ) -> Self {
        if let (Some((since, pause)), Some(_)) = (self.pause, self.paused_since(now)) {
            let pause = Some((since, pause.prolonged(due_on)));
            return Self { pause, ..self };
        }
        let deadline = self.deadline(now);
        let pause = deadline.zip(delay).map(|(deadline, delay)| {
            let pause = Pause {
                deadline,
                months: delay.months,
                silence: delay.silence,
                asked_on: day_in_france(now),
                due_on,
            };
            (now, pause)
        });
        Self { deadline, pause }
    }

    /// The clock with another last day to give the documents; nothing changes once the time runs again.
    pub(super) fn extended(self, now: Timestamp, due_on: Date) -> Self {
        match (self.pause, self.paused_since(now)) {
            (Some((since, pause)), Some(_)) => Self {
                pause: Some((since, pause.prolonged(Some(due_on)))),
                ..self
            },
            _ => self,
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
