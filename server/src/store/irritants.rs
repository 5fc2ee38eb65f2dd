//! Where people stumble, counted by week: which page of a form a draft was left on, which question was answered wrong, which
//! word was searched for in vain. Nobody is behind a count.

use database::{Database, Write};
use jiff::civil::Date;

use super::StoreError;

/// What people stumble over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// A draft was left on this page of this procedure until it ended.
    Abandoned,
    /// This question of this procedure was answered wrong.
    Wrong,
    /// This word found no procedure.
    NothingFound,
}

impl Trouble {
    /// Every trouble.
    pub const ALL: [Self; 3] = [Self::Abandoned, Self::Wrong, Self::NothingFound];

    /// Name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Abandoned => "abandoned",
            Self::Wrong => "wrong",
            Self::NothingFound => "nothing_found",
        }
    }
}

/// Something that people stumble over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Irritant {
    /// What it is.
    pub trouble: Trouble,
    /// The procedure; empty for a search.
    pub procedure: String,
    /// The page, the key of the question, or the word.
    pub detail: String,
}

/// Searches of a word before it is told: one alone may be a name.
const OFTEN: u64 = 3;

impl Irritant {
    /// Whether so many of it are told to anybody.
    #[must_use]
    pub fn is_told(&self, times: u64) -> bool {
        self.trouble != Trouble::NothingFound || times >= OFTEN
    }
}

/// Adds to the count of a week, which is named by its Monday.
///
/// # Errors
/// The database refuses.
pub async fn add(
    tx: &mut Write<'_>,
    week: Date,
    irritant: &Irritant,
    count: u64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO irritants (week, trouble, procedure_id, detail, count) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (week, trouble, procedure_id, detail) DO UPDATE SET count = irritants.count + excluded.count";
    let params = [
        week.to_string().into(),
        irritant.trouble.name().into(),
        (&irritant.procedure).into(),
        (&irritant.detail).into(),
        i64::try_from(count).unwrap_or(i64::MAX).into(),
    ];
    tx.execute(sql, &params).await?;
    Ok(())
}

/// What is told of what people stumbled over since a week, the most frequent first.
///
/// # Errors
/// The database refuses.
pub async fn since(database: &Database, week: Date) -> Result<Vec<(Irritant, u64)>, StoreError> {
    let sql = "SELECT trouble, procedure_id, detail, CAST(SUM(count) AS BIGINT) AS times FROM irritants WHERE week >= $1 \
               GROUP BY trouble, procedure_id, detail ORDER BY times DESC, procedure_id, detail";
    let rows = database.fetch_all(sql, &[week.to_string().into()]).await?;
    let mut found = Vec::new();
    for row in &rows {
        let name = row.text("trouble")?;
        let trouble = Trouble::ALL.into_iter().find(|it| it.name() == name);
        let irritant = Irritant {
            trouble: trouble.ok_or(StoreError::Unreadable("irritants.trouble"))?,
            procedure: row.text("procedure_id")?,
            detail: row.text("detail")?,
        };
        let times = u64::try_from(row.int("times")?).unwrap_or(0);
        if irritant.is_told(times) {
            found.push((irritant, times));
        }
    }
    Ok(found)
}

/// Deletes the counts of weeks before one.
///
/// # Errors
/// The database refuses.
pub async fn forget(tx: &mut Write<'_>, week: Date) -> Result<(), StoreError> {
    let sql = "DELETE FROM irritants WHERE week < $1";
    tx.execute(sql, &[week.to_string().into()]).await?;
    Ok(())
}
