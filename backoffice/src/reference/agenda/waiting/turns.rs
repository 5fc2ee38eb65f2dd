//! What passes by itself: offers that nobody answered go on to the next one, days that are over end an entry, times
//! that are free without anybody's doing are offered, ended entries are forgotten.

use std::sync::Arc;

use database::{DatabaseError, Write};
use domain::waiting::WaitingStatus;

use super::{
    entries::{Entry, entry_columns},
    leaving::{End, let_go},
    offering::{self, BATCH, Scope},
};
use crate::{
    api::{
        events::EventKind,
        problem::{Answered, Problem, ProblemCode},
    },
    ports::new_id,
    reference::{Inner, events, view::View},
};

/// How often a turn is tried again when it meets people who take times; each try takes a few milliseconds.
const TRIES: usize = 10;

/// Lets every offer and entry go whose time has come, and offers what is free; how many offers that made. Several
/// offices on one database may do it at once.
pub(in crate::reference) async fn turn(office: &Arc<Inner>) -> Answered<usize> {
    let mut made = 0;
    let mut tries = 0;
    while over(office, &mut View::Committed(&office.database))
        .await?
        .is_some()
        || offering::due(office).await?
    {
        let inner = Arc::clone(office);
        let step = office
            .database
            .write(move |tx| Box::pin(async move { step(&inner, tx).await }))
            .await;
        match step {
            Ok(offers) => {
                made += offers;
                if offers < BATCH {
                    break;
                }
            }
            Err(problem) if met_others(&problem) && tries < TRIES => tries += 1,
            Err(problem) => return Err(problem),
        }
    }
    Ok(made)
}

fn met_others(problem: &Problem) -> bool {
    problem.code == ProblemCode::RequestInProgress
}

async fn step(office: &Inner, tx: &mut Write<'_>) -> Answered<usize> {
    events::in_turn(tx).await?;
    while let Some(mut entry) = over(office, &mut View::Within(tx)).await? {
        if entry.status == WaitingStatus::Offered {
            let_go(office, tx, entry, End::Lapsed).await?;
        } else {
            entry.status = WaitingStatus::Expired;
            entry.keep(office, tx).await?;
        }
    }
    offering::offer(office, tx, &Scope::everything()).await
}

/// The first entry whose offer, or whose days, are over.
async fn over(office: &Inner, view: &mut View<'_, '_>) -> Answered<Option<Entry>> {
    let sql = concat!(
        "SELECT ",
        entry_columns!(),
        " FROM backoffice_waiting_entries
          WHERE ended_at IS NULL
            AND ((status = 'offered' AND offered_until <= $1) OR (status = 'waiting' AND expires_at <= $1))
          ORDER BY position LIMIT 1"
    );
    let now = office.clock.now().as_microsecond();
    let row = view.row(sql, &[now.into()]).await?;
    row.map(|row| Entry::of(office, &row)).transpose()
}

/// Deletes entries that ended before an instant, with what was told of them.
pub(in crate::reference) async fn forget_entries(
    office: &Inner,
    tx: &mut Write<'_>,
    before: i64,
) -> Result<(), DatabaseError> {
    let sql = "SELECT id FROM backoffice_waiting_entries WHERE ended_at < $1 ORDER BY position";
    for row in tx.fetch_all(sql, &[before.into()]).await? {
        let id = row.text("id")?;
        let resource = super::resource(&id);
        for sql in [
            "DELETE FROM backoffice_waiting_refusals WHERE entry_id = $1",
            "DELETE FROM backoffice_waiting_entries WHERE id = $1",
        ] {
            tx.execute(sql, &[(&id).into()]).await?;
        }
        for sql in [
            "DELETE FROM backoffice_events WHERE resource = $1",
            "DELETE FROM backoffice_calls WHERE resource = $1 OR resource = $1 || '/decline'",
        ] {
            tx.execute(sql, &[(&resource).into()]).await?;
        }
        let event = events::New {
            id: new_id(&*office.randomness),
            kind: EventKind::WaitingEntryDeleted,
            resource,
            etag: None,
            status: None,
            at: office.clock.now().as_microsecond(),
        };
        event.tell(tx).await?;
    }
    Ok(())
}
