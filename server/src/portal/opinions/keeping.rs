//! Keeping a page of an opinion, once: whoever sends the last one twice is thanked twice.

use std::sync::Arc;

use app::ports::{Absence, Ending};
use domain::survey::Questionnaire;

use super::{Given, Giving, OpinionError, pages::Page};
use crate::{
    portal::{Desk, change::Halt, reading::unavailable},
    store::{
        opinions::{self, Content, PageMark},
        outbox::{self, NewParcel, Topic},
    },
    worker::follow_up_key,
};

impl Desk {
    /// Whoever presses the last button twice is thanked twice; anything else comes too late.
    pub(super) async fn given_again(
        &self,
        id: &str,
        given: &Given,
        absence: Absence,
    ) -> Result<Giving, OpinionError> {
        if absence == Absence::Ended(Ending::Given) {
            let (database, vault) = (&self.0.database, &self.0.vault);
            let found = opinions::find(database, vault, id).await;
            let found = found.map_err(unavailable)?;
            let mark = PageMark::of(vault, &given.typed);
            if found.is_some_and(|it| it.is_closed_by(&mark)) {
                return Ok(Giving::done(opinions::word(vault, id)));
            }
        }
        Err(absence.into())
    }

    /// Keeps a page with those before, and what leaves for the back office.
    pub(super) async fn keep_page(
        &self,
        id: String,
        mut content: Content,
        (page, (mark, is_complete)): (Page, (PageMark, bool)),
        questionnaire: &Arc<Questionnaire>,
    ) -> Result<(), OpinionError> {
        let (vault, now, today) = (self.0.vault.clone(), self.now(), self.today());
        let questionnaire = Arc::clone(questionnaire);
        let parcel = vault.new_id();
        let key = follow_up_key(&parcel);
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                content.pages.insert(page.step.clone(), page.typed.clone());
                content.answers = questionnaire.answers(&content.pages, None, today);
                let closed_by = is_complete.then_some(&mark);
                if !opinions::insert(tx, &vault, &id, (&content, closed_by), now).await? {
                    let there = opinions::take(tx, &vault, &id).await?;
                    if there.as_ref().is_some_and(|it| it.is_closed_by(&mark)) {
                        return Ok(());
                    }
                    let open = there.filter(|it| it.is_open(now));
                    let there = open.and_then(|it| it.content);
                    // What was said of former questions counts as it is.
                    let there = there.filter(|it| it.version == content.version);
                    let mut there =
                        there.ok_or(Halt::Refused(OpinionError::Ended(Ending::Given)))?;
                    there.pages.insert(page.step, page.typed);
                    there.answers = questionnaire.answers(&there.pages, None, today);
                    opinions::revise(tx, &vault, &id, (&there, closed_by)).await?;
                    content = there;
                }
                // Nothing was answered yet: there is nothing to tell.
                if !content.answers.0.is_empty() {
                    let new = NewParcel {
                        id: parcel,
                        topic: Topic::Opinion,
                        subject: &id,
                        idempotency_key: key,
                    };
                    outbox::insert(tx, new, now).await?;
                }
                Ok::<_, Halt<OpinionError>>(())
            })
        });
        write
            .await
            .map_err(|halt| halt.or(OpinionError::Unavailable))?;
        self.0.bells.delivery.notify_one();
        Ok(())
    }
}
