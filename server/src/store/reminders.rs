//! Reminders of appointments: planned as soon as an appointment is known, anew whenever it or its resident's choice
//! changes; each becomes a notice once, when its time has come and the appointment still stands.

use database::{Database, Write};
use domain::{
    booking::{Appointment, AppointmentStatus},
    notice::{Topic, Way},
    reminder::{self, Lead},
};
use jiff::Timestamp;

use super::{
    StoreError, acts, instant, millis, notice_choices,
    notices::{self, Post},
    submissions::{StoredSubmission, find_in},
};

/// A reminder whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The submission.
    pub request_id: String,
    lead: Lead,
    starts_at: Timestamp,
}

impl Due {
    /// Its name among the events that a resident is told of.
    fn event(&self) -> String {
        format!("reminder-{}-{}", self.lead.name(), millis(self.starts_at))
    }
}

/// Plans the reminders of an appointment; one that does not stand has none. `usual`: when its resident chose nothing. One
/// whose time has come waits for the worker: it is not planned again, since its time would be over.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn plan(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    appointment: &Appointment,
    usual: &[Lead],
    now: Timestamp,
) -> Result<(), StoreError> {
    let stands = appointment.status == AppointmentStatus::Confirmed;
    let sql = "DELETE FROM reminders WHERE request_id = $1 AND state = 'planned' \
               AND NOT (due_at <= $2 AND starts_at = $3 AND $4 = 1)";
    let params = [
        request.into(),
        millis(now).into(),
        millis(appointment.slot.start).into(),
        i64::from(stands).into(),
    ];
    tx.execute(sql, &params).await?;
    if !stands {
        return Ok(());
    }
    let Some(choice) = notice_choices::find_in(tx, &post.vault, request).await? else {
        return Ok(());
    };
    let Some(way) = choice.way(&post.ways) else {
        return Ok(());
    };
    let leads = choice.reach.reminders.as_deref().unwrap_or(usual);
    let slot = &appointment.slot;
    let start = slot.start.to_zoned(slot.time_zone());
    for planned in reminder::plan(leads, &start, way, &post.manners, now) {
        let sql = "INSERT INTO reminders (request_id, lead, starts_at, due_at, state) \
                   VALUES ($1, $2, $3, $4, 'planned') ON CONFLICT DO NOTHING";
        let params = [
            request.into(),
            planned.lead.name().into(),
            millis(slot.start).into(),
            millis(planned.due_at).into(),
        ];
        tx.execute(sql, &params).await?;
    }
    Ok(())
}

/// Tells by text message that an appointment is booked, where no receipt by e-mail tells it.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn tell_booked(
    tx: &mut Write<'_>,
    post: &Post,
    request: &str,
    appointment: &Appointment,
    now: Timestamp,
) -> Result<(), StoreError> {
    if appointment.status != AppointmentStatus::Confirmed || appointment.slot.start <= now {
        return Ok(());
    }
    let choice = notice_choices::find_in(tx, &post.vault, request).await?;
    let Some(choice) = choice.filter(|choice| choice.reach.email.is_none()) else {
        return Ok(());
    };
    if choice.way(&post.ways) != Some(Way::Sms) {
        return Ok(());
    }
    let event = format!("booked-{}", appointment.id);
    notices::announce(tx, post, request, (&event, Topic::Booked), Way::Sms, now).await
}

/// Reminders whose time has come, the earliest first, 100 at most.
///
/// # Errors
/// The database refuses.
pub async fn due(database: &Database, now: Timestamp) -> Result<Vec<Due>, StoreError> {
    let sql = "SELECT request_id, lead, starts_at FROM reminders WHERE state = 'planned' AND due_at <= $1 \
               ORDER BY due_at, request_id LIMIT 100";
    let rows = database.fetch_all(sql, &[millis(now).into()]).await?;
    rows.iter()
        .map(|row| {
            let lead = Lead::from_name(&row.text("lead")?);
            Ok(Due {
                request_id: row.text("request_id")?,
                lead: lead.ok_or(StoreError::Unreadable("reminders.lead"))?,
                starts_at: instant(row.int("starts_at")?)?,
            })
        })
        .collect()
}

/// Makes a notice of a reminder, if the appointment still stands at that time. Raised twice, it is told once.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn raise(
    tx: &mut Write<'_>,
    post: &Post,
    due: &Due,
    now: Timestamp,
) -> Result<(), StoreError> {
    let request = &*due.request_id;
    if !pass(tx, due).await? {
        return Ok(());
    }
    let Some(submission) = find_in(tx, request).await? else {
        return Ok(());
    };
    let appointment = standing(tx, post, &submission, now).await?;
    if appointment.is_none_or(|it| it.slot.start != due.starts_at) {
        return Ok(());
    }
    let choice = notice_choices::find_in(tx, &post.vault, request).await?;
    match choice.and_then(|choice| choice.way(&post.ways)) {
        Some(way) => {
            notices::announce(tx, post, request, (&due.event(), Topic::Reminder), way, now).await
        }
        None => Ok(()),
    }
}

/// The time of a reminder is over, whatever became of it; `false`: another worker said so.
///
/// # Errors
/// The database refuses.
pub async fn pass(tx: &mut Write<'_>, due: &Due) -> Result<bool, StoreError> {
    let sql = "UPDATE reminders SET state = 'raised' WHERE request_id = $1 AND lead = $2 AND starts_at = $3 \
               AND state = 'planned'";
    let params = [
        (&due.request_id).into(),
        due.lead.name().into(),
        millis(due.starts_at).into(),
    ];
    Ok(tx.execute(sql, &params).await? == 1)
}

/// The appointment of a request as far as known, when it is still to come and nobody cancelled it.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn standing(
    tx: &mut Write<'_>,
    post: &Post,
    submission: &StoredSubmission,
    now: Timestamp,
) -> Result<Option<Appointment>, StoreError> {
    let known = submission.known(&post.vault)?;
    let appointment = known.and_then(|known| known.appointment().cloned());
    let stands =
        |it: &Appointment| it.status == AppointmentStatus::Confirmed && it.slot.start > now;
    let Some(appointment) = appointment.filter(stands) else {
        return Ok(None);
    };
    let is_cancelled = acts::is_withdrawn(tx, &submission.id).await?;
    Ok((!is_cancelled).then_some(appointment))
}

/// Deletes the reminders of a request.
///
/// # Errors
/// The database refuses.
pub async fn delete_of(tx: &mut Write<'_>, request: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM reminders WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Deletes those of appointments that were before `limit`.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, limit: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM reminders WHERE starts_at <= $1";
    tx.execute(sql, &[millis(limit).into()]).await?;
    Ok(())
}
