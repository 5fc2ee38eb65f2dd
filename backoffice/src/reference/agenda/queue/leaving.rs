//! Leaving the line without being called, and what is forgotten of it.

use database::{Database, DatabaseError, Write};
use domain::{booking::AppointmentStatus, queue::TicketStatus};
use jiff::Timestamp;

use super::line::REMEMBERED;

/// Ends the ticket of an appointment that ended, if there is one.
pub(in crate::reference::agenda) async fn left(
    tx: &mut Write<'_>,
    request: &str,
    status: AppointmentStatus,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    let becomes = match status {
        AppointmentStatus::Attended => TicketStatus::Served,
        AppointmentStatus::Missed => TicketStatus::Absent,
        _ => TicketStatus::Left,
    };
    let params = [
        request.into(),
        becomes.name().into(),
        now.as_microsecond().into(),
    ];
    let sql = "UPDATE backoffice_tickets SET status = $2, ended_at = $3
                WHERE request_id = $1 AND ended_at IS NULL";
    tx.execute(sql, &params).await?;
    Ok(())
}

/// Requests of those who were called without an answer before `than`, and came no more.
pub(in crate::reference::agenda) async fn absent_for_long(
    database: &Database,
    than: i64,
    most: i64,
) -> Result<Vec<String>, DatabaseError> {
    let rows = database
        .fetch_all(
            "SELECT t.request_id AS request_id FROM backoffice_tickets t
               JOIN backoffice_appointments a ON a.request_id = t.request_id AND a.status = 'missed'
               JOIN backoffice_requests r ON r.id = t.request_id AND r.delete_after IS NULL
              WHERE t.status = 'absent' AND t.ended_at < $1 ORDER BY t.ended_at LIMIT $2",
            &[than.into(), most.into()],
        )
        .await?;
    rows.iter().map(|row| row.text("request_id")).collect()
}

/// Forgets whose ticket it was; how long the visit took stays for the forecasts.
pub(in crate::reference) async fn forget_request(
    tx: &mut Write<'_>,
    request: &str,
) -> Result<(), DatabaseError> {
    let sql = "UPDATE backoffice_tickets SET request_id = NULL WHERE request_id = $1";
    tx.execute(sql, &[request.into()]).await?;
    Ok(())
}

/// Ends the tickets of earlier days that nobody ended, and deletes those that forecasts no longer need.
pub(in crate::reference) async fn forget_tickets(
    tx: &mut Write<'_>,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    let before = |hours| {
        let age = jiff::SignedDuration::from_hours(hours);
        let limit = now.saturating_sub(age);
        limit.map_or(i64::MIN, |limit| limit.as_microsecond())
    };
    let sql = "UPDATE backoffice_tickets SET status = 'left', ended_at = $2
                WHERE ended_at IS NULL AND arrived_at < $1";
    tx.execute(sql, &[before(24).into(), now.as_microsecond().into()])
        .await?;
    let sql = "DELETE FROM backoffice_tickets WHERE arrived_at < $1";
    tx.execute(sql, &[before(REMEMBERED.as_hours()).into()])
        .await?;
    Ok(())
}
