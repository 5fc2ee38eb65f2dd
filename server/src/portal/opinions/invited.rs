//! Opinions by the link of a message: of its holder, without the code of the request.

use app::ports::{Absence, Asking, Invited};
use domain::locale::Locale;

use super::{Given, Giving, OpinionError};
use crate::{
    portal::{Desk, change::Halt, reading::unavailable},
    store::{invitations, opinions},
};

impl Desk {
    /// What the link of a message asks. Used, or too old, it says so.
    pub(in crate::portal) async fn invited_by(&self, word: &str) -> Result<Invited, Absence> {
        self.invitation(word).await.map(|(_, invited)| invited)
    }

    /// The identifier of the opinion that a link asks for, and what it asks.
    async fn invitation(&self, word: &str) -> Result<(String, Invited), Absence> {
        let (database, vault) = (&self.0.database, &self.0.vault);
        let found = invitations::find(database, vault, word).await;
        let invitation = found.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        let catalogue = self.0.catalogue.load_full().ok_or(Absence::Unavailable)?;
        let questionnaire = catalogue.questionnaire(invitation.moment);
        let questionnaire = questionnaire.cloned().ok_or(Absence::Unknown)?;
        let id = opinions::id_of(vault, &invitation.request_id, invitation.moment);
        let given = opinions::find(database, vault, &id).await;
        let is_over = invitation.ends_at <= self.now();
        let said = self.said(&questionnaire, given.map_err(unavailable)?, is_over)?;
        let planned = invitation.remind_at;
        let invited = Invited {
            asking: Asking {
                questionnaire,
                subject: invitation.subject,
                said,
            },
            remind_on: planned.map(|at| at.to_zoned(self.0.zone.clone()).date()),
            may_remind: planned.is_none() && !invitation.is_reminded,
        };
        Ok((id, invited))
    }

    /// The first page, by the link of a message.
    ///
    /// # Errors
    /// See [`OpinionError`].
    pub async fn say_by_link(
        &self,
        word: &str,
        given: Given,
        language: Locale,
    ) -> Result<Giving, OpinionError> {
        let (id, invited) = match self.invitation(word).await {
            Ok(invitation) => invitation,
            Err(absence) => {
                let (database, vault) = (&self.0.database, &self.0.vault);
                let found = invitations::find(database, vault, word).await;
                let found = found.map_err(unavailable)?;
                let id = found.map(|it| opinions::id_of(vault, &it.request_id, it.moment));
                return self
                    .given_again(&id.unwrap_or_default(), &given, absence)
                    .await;
            }
        };
        self.begin_opinion(id, invited.asking, given, language)
            .await
    }

    /// Its reader wants to be reminded, once.
    ///
    /// # Errors
    /// See [`OpinionError`].
    pub async fn ask_me_later(&self, word: &str) -> Result<(), OpinionError> {
        self.invitation(word).await?;
        let (vault, word, now) = (self.0.vault.clone(), word.to_owned(), self.now());
        let write = self.0.database.write(move |tx| {
            Box::pin(async move {
                invitations::remind(tx, &vault, &word, now).await?;
                Ok::<_, Halt<OpinionError>>(())
            })
        });
        write
            .await
            .map_err(|halt| halt.or(OpinionError::Unavailable))
    }
}
