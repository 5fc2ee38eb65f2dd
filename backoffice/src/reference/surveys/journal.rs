//! Who did what with what people said, and when: kept for the agents, twelve months.

use database::{Row, Write};
use jiff::{SignedDuration, Timestamp};

use crate::{
    api::{
        cursor::Cursor,
        opinions::{OpinionAct, OpinionActKind},
        page::Page,
    },
    reference::{Inner, Staff, StaffError, events, faults::WriteFault},
};

/// How long the journal is kept.
pub(in crate::reference) const JOURNAL: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Acts in one reading.
const READ: u16 = 1_000;

/// An act on its way into the journal, in the write that it belongs to.
pub(super) struct NewAct<'a> {
    pub(super) agent: &'a str,
    pub(super) kind: OpinionActKind,
    pub(super) about: &'a str,
    pub(super) detail: Option<&'a str>,
}

impl NewAct<'_> {
    pub(super) async fn add(&self, tx: &mut Write<'_>, office: &Inner) -> Result<(), WriteFault> {
        let position = events::next(tx, "opinion-acts").await?;
        let seal = |text: &str| {
            let (vault, randomness) = (&office.vault, &*office.randomness);
            vault.seal(&place(position), text.as_bytes(), randomness)
        };
        let detail = self.detail.map(seal).transpose()?;
        tx.execute(
            "INSERT INTO backoffice_opinion_acts (position, at, agent, act, about, detail)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                position.into(),
                office.clock.now().as_microsecond().into(),
                self.agent.into(),
                self.kind.name().into(),
                self.about.into(),
                detail.into(),
            ],
        )
        .await?;
        Ok(())
    }
}

impl Staff {
    /// What agents did with what people said, the latest first, a thousand acts at most.
    ///
    /// # Errors
    /// The database cannot be used, or an act cannot be read.
    pub async fn opinion_acts(&self) -> Result<Vec<OpinionAct>, StaffError> {
        Ok(self.opinion_acts_after(None, READ).await?.items)
    }

    /// Some of it, after a cursor.
    pub(in crate::reference) async fn opinion_acts_after(
        &self,
        after: Option<Cursor>,
        limit: u16,
    ) -> Result<Page<OpinionAct>, StaffError> {
        let sql = "SELECT position, at, agent, act, about, detail FROM backoffice_opinion_acts
                    WHERE position < $1 ORDER BY position DESC LIMIT $2";
        let before = after.map_or(i64::MAX, |it| it.number);
        // One more tells whether there is another page.
        let params = [before.into(), (i64::from(limit) + 1).into()];
        let mut rows = self.0.database.fetch_all(sql, &params).await?;
        let has_more = rows.len() > usize::from(limit);
        rows.truncate(limit.into());
        let last = rows.last().filter(|_| has_more);
        let last = last.map(|row| row.int("position")).transpose()?;
        let id = String::new();
        let next_cursor = last.map(|number| Cursor { number, id }.encode());
        let acts = rows.iter().map(|row| act(&self.0, row));
        let items = acts
            .filter_map(Result::transpose)
            .collect::<Result<_, _>>()?;
        Ok(Page { items, next_cursor })
    }
}

/// `None` for an act that this version does not know.
fn act(office: &Inner, row: &Row) -> Result<Option<OpinionAct>, StaffError> {
    let name = row.text("act")?;
    let mut known = OpinionActKind::ALL.into_iter();
    let Some(kind) = known.find(|kind| kind.name() == name) else {
        return Ok(None);
    };
    let place = place(row.int("position")?);
    let detail = row.optional_bytes("detail")?;
    let detail = detail.map(|sealed| office.vault.open_text(&place, &sealed));
    let at = Timestamp::from_microsecond(row.int("at")?);
    Ok(Some(OpinionAct {
        at: at.map_err(|_| database::DatabaseError::Column("at".to_owned()))?,
        agent: row.text("agent")?,
        kind,
        about: row.text("about")?,
        detail: detail.transpose()?,
    }))
}

/// Where its detail is sealed for.
fn place(position: i64) -> String {
    format!("opinion act:{position}")
}
