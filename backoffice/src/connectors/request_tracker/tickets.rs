//! Which ticket holds which request, and how far it was followed.

use database::{DatabaseError, Param, Row};

use super::Inner;
use crate::{
    api::problem::{Answered, Problem},
    reference::foreign::Also,
};

/// What is known of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Followed {
    /// The request that it holds.
    pub(super) request: String,
    pub(super) call_key: String,
    pub(super) ticket: i64,
    /// RT's own word for its status.
    pub(super) status: String,
    /// Last transaction that was followed.
    pub(super) seen: i64,
    /// Last words of an agent that nothing used yet; 0 when there are none.
    pub(super) words: i64,
    /// Who wrote last.
    pub(super) speaker: Speaker,
    /// Its ETag when it was last followed.
    pub(super) version: String,
}

/// Who wrote last in a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    Nobody,
    Agent,
    Resident,
}

impl Speaker {
    const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Agent => "agent",
            Self::Resident => "resident",
        }
    }

    fn from_name(name: &str) -> Self {
        [Self::Agent, Self::Resident]
            .into_iter()
            .find(|it| it.name() == name)
            .unwrap_or(Self::Nobody)
    }
}

/// Columns that [`Followed::of`] reads. A macro, because statements are constant texts.
macro_rules! followed {
    ($rest:literal) => {
        concat!(
            "SELECT r.id AS request, t.call_key AS call_key, ticket, t.status AS status, seen, words, speaker,
                    t.version AS version
               FROM tracker_tickets t JOIN backoffice_requests r ON r.call_key = t.call_key ",
            $rest
        )
    };
}

impl Followed {
    fn of(row: &Row) -> Result<Self, DatabaseError> {
        Ok(Self {
            request: row.text("request")?,
            call_key: row.text("call_key")?,
            ticket: row.int("ticket")?,
            status: row.text("status")?,
            seen: row.int("seen")?,
            words: row.int("words")?,
            speaker: Speaker::from_name(&row.text("speaker")?),
            version: row.text("version")?,
        })
    }

    /// The statement that writes down how far `self` was followed, unless somebody else did since `before`.
    pub(super) fn progress(&self, before: &Self) -> Also {
        let params: [Param<'static>; 7] = [
            self.call_key.clone().into(),
            before.seen.into(),
            self.status.clone().into(),
            self.seen.into(),
            self.words.into(),
            self.speaker.name().into(),
            self.version.clone().into(),
        ];
        Also {
            sql: "UPDATE tracker_tickets SET status = $3, seen = $4, words = $5, speaker = $6, version = $7
                   WHERE call_key = $1 AND seen = $2",
            params: params.into(),
        }
    }
}

impl Inner {
    /// The ticket of a request; `None` for a request that has none here.
    pub(super) async fn ticket_of(&self, request: &str) -> Result<Option<Followed>, DatabaseError> {
        let sql = followed!("WHERE r.id = $1");
        let params = [request.into()];
        let row = self.record.database().fetch_optional(sql, &params).await?;
        row.map(|row| Followed::of(&row)).transpose()
    }

    /// The ticket to write to.
    pub(super) async fn ticket_to_write(&self, request: &str) -> Answered<Followed> {
        let found = self.ticket_of(request).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// The request of a ticket.
    pub(super) async fn request_of(&self, ticket: i64) -> Result<Option<Followed>, DatabaseError> {
        let sql = followed!("WHERE ticket = $1");
        let params = [ticket.into()];
        let row = self.record.database().fetch_optional(sql, &params).await?;
        row.map(|row| Followed::of(&row)).transpose()
    }

    /// Requests that have not ended, the one that nobody looked at for longest first.
    pub(super) async fn least_looked_at(&self, most: i64) -> Result<Vec<Followed>, DatabaseError> {
        let sql = followed!("WHERE r.delete_after IS NULL ORDER BY looked_at LIMIT $1");
        let rows = self
            .record
            .database()
            .fetch_all(sql, &[most.into()])
            .await?;
        rows.iter().map(Followed::of).collect()
    }

    /// Writes down that a ticket was looked at, with or without success: the next round looks at others.
    pub(super) async fn looked(&self, followed: &Followed) -> Result<(), DatabaseError> {
        let (key, at) = (
            followed.call_key.clone(),
            self.record.now().as_microsecond(),
        );
        let database = self.record.database();
        let looked = database.write::<_, DatabaseError, _>(move |tx| {
            Box::pin(async move {
                let sql = "UPDATE tracker_tickets SET looked_at = $2 WHERE call_key = $1";
                tx.execute(sql, &[key.into(), at.into()]).await
            })
        });
        looked.await.map(drop)
    }

    /// Writes down that a call made a ticket.
    pub(super) async fn hold(
        &self,
        call_key: &str,
        ticket: i64,
        status: String,
    ) -> Result<(), DatabaseError> {
        let (key, at) = (call_key.to_owned(), self.record.now().as_microsecond());
        self.record
            .database()
            .write::<_, DatabaseError, _>(move |tx| {
                Box::pin(async move {
                    tx.execute(
                        "INSERT INTO tracker_tickets
                           (call_key, ticket, status, seen, words, speaker, version, looked_at, made_at)
                         VALUES ($1, $2, $3, 0, 0, 'nobody', '', $4, $4)
                         ON CONFLICT (call_key) DO NOTHING",
                        &[key.into(), ticket.into(), status.into(), at.into()],
                    )
                    .await
                })
            })
            .await
            .map(drop)
    }
}
