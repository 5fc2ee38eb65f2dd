//! "I am done": whatever a browser holds here ends, so that the next person at this computer finds nothing.

use super::{Desk, OwnerHash, SaveError, Visitor, change::Halt};
use crate::store::{accesses, changes, draft_grants, endings, envelopes, waits};

/// What becomes of the drafts of requests; what was begun about a request always goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// Others use this computer.
    Erased,
    /// It is this person's own.
    Kept,
}

impl Desk {
    /// Ends every access of this visitor, and what was begun about their requests; their drafts too, unless they are
    /// kept. What was sent goes on. Done twice is done.
    ///
    /// # Errors
    /// No database: nothing ended.
    pub async fn finish(&self, visitor: &Visitor, drafts: Drafts) -> Result<(), SaveError> {
        let Some(owner) = visitor.owner else {
            return Ok(());
        };
        let ended = self.end_all(owner, drafts).await;
        let (requests, files) = ended.map_err(|halt| halt.or(SaveError::Unavailable))?;
        for request in requests {
            self.0.live.wake(&request);
        }
        for file in files {
            self.0.files.delete(&file).await;
        }
        Ok(())
    }

    async fn end_all(
        &self,
        owner: OwnerHash,
        drafts: Drafts,
    ) -> Result<(Vec<String>, Vec<String>), Halt<SaveError>> {
        let now = self.now();
        self.0
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let owner = owner.bytes();
                    let requests = accesses::revoke_of(tx, owner).await?;
                    // Pages of these requests that are still open elsewhere in this browser end.
                    for request in &requests {
                        changes::note(tx, request, now).await?;
                    }
                    envelopes::delete_of(tx, owner).await?;
                    draft_grants::leave_all(tx, owner).await?;
                    let files = match drafts {
                        Drafts::Erased => endings::erase_of(tx, owner, now).await?,
                        Drafts::Kept => endings::erase_begun(tx, owner, now).await?,
                    };
                    endings::let_go(tx, owner).await?;
                    waits::let_go(tx, owner).await?;
                    Ok((requests, files))
                })
            })
            .await
    }
}
