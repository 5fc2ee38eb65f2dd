//! The back office dies at each of its calls, one life after the other: residents are never hindered, and in the end
//! both sides know the same as when nothing happened.

use backoffice::api::requests::Outcome;

use super::{
    Life, Origin,
    account::Account,
    agents::Deed::{self, AsksForDocuments, Closes, Judges, MarksCopies, Takes, Writes},
};
use crate::support::{Death, Town};

/// Something that a resident and a service live through.
#[derive(Debug, Clone, Copy)]
enum Journey {
    CompletesWithDocuments,
    CorrectsOnRequest,
    CorrectsOfTheirOwn,
    WritesAndWithdraws,
    IsRefused,
    IsLateAndAsksForTime,
    IsHandedOver,
}

impl Journey {
    async fn live(self, life: &Life<'_>) -> Account {
        match self {
            Self::CompletesWithDocuments => {
                life.does(AsksForDocuments(vec!["Domicile", "Identité"]))
                    .await;
                life.sees_and_gives("facture.pdf").await;
                life.does(Judges { accepts: false }).await;
                life.sees_and_gives("facture-2.pdf").await;
                life.does(Judges { accepts: true }).await;
                life.does(Closes(Outcome::Accepted)).await;
            }
            Self::CorrectsOnRequest => {
                life.does(MarksCopies).await;
                assert!(life.resident_corrects("2").await);
                life.resident_writes("C’est corrigé.", false).await;
            }
            Self::CorrectsOfTheirOwn => {
                assert!(life.resident_corrects("2").await);
                life.settles().await;
                assert!(life.resident_corrects("3").await);
                life.does(Takes).await;
            }
            Self::WritesAndWithdraws => {
                life.resident_writes("Une question.", true).await;
                life.resident_writes("Une autre.", false).await;
                life.does(Writes("Une réponse.".to_owned())).await;
                life.thread().await;
                assert!(life.resident_withdraws().await);
            }
            Self::IsRefused => {
                life.does(Takes).await;
                life.does(Closes(Outcome::Rejected)).await;
                life.request().await;
                life.resident_writes("J’ai fait une erreur.", true).await;
            }
            Self::IsLateAndAsksForTime => {
                life.does(AsksForDocuments(vec!["Domicile"])).await;
                if !life.resident_asks_for_time().await {
                    life.settles().await;
                    assert!(life.resident_asks_for_time().await);
                }
                life.does(Deed::Extends { grants: true }).await;
                life.sees_and_gives("facture.pdf").await;
            }
            Self::IsHandedOver => {
                life.helper_writes("De la part de Rosalie.").await;
                life.does(Writes("Bien reçu.".to_owned())).await;
                life.thread().await;
            }
        }
        life.account().await
    }
}

impl Life<'_> {
    /// An agent does something once everything arrived, and the portal hears of it if it can.
    async fn does(&self, deed: Deed) {
        self.settles().await;
        assert!(self.agent(deed).await);
        self.goes_on().await;
        self.request().await;
    }

    /// Gives the documents asked for; looks again later when the page does not know of them yet.
    async fn sees_and_gives(&self, filename: &str) {
        if self.resident_gives(filename).await == 0 {
            self.settles().await;
            assert_ne!(self.resident_gives(filename).await, 0, "never asked for");
        }
    }
}

/// Deaths at each of so many calls: a call that is lost, and a long absence; a call that was done, and the next one
/// is answered.
pub(super) fn deaths(calls: usize) -> impl Iterator<Item = Death> {
    assert!(calls >= 8, "{calls} calls");
    (1..=calls).flat_map(|call| {
        [false, true].map(|done| Death {
            call,
            done,
            restarts: done,
        })
    })
}

#[tokio::test]
async fn a_request_that_is_sent_survives_a_back_office_that_dies_at_any_call() {
    let town = Town::open().await;
    town.back_office_dies(None);
    let expected = Life::begin(&town).await.account().await;
    for death in deaths(town.calls()) {
        let town = Town::open().await;
        town.back_office_dies(Some(death));
        let got = Life::begin(&town).await.account().await;
        assert_eq!(got, expected, "{death:?}");
    }
}

async fn survives(journey: Journey) {
    let origin = Origin::new().await;
    let town = origin.memory.town().await;
    town.back_office_dies(None);
    let expected = journey.live(&origin.life(&town)).await;
    for death in deaths(town.calls()) {
        let town = origin.memory.town().await;
        town.back_office_dies(Some(death));
        let got = journey.live(&origin.life(&town)).await;
        assert_eq!(got, expected, "{journey:?}, {death:?}");
    }
}

#[tokio::test]
async fn a_request_completed_with_documents_survives_a_back_office_that_dies_at_any_call() {
    survives(Journey::CompletesWithDocuments).await;
}

#[tokio::test]
async fn a_correction_on_request_survives_a_back_office_that_dies_at_any_call() {
    survives(Journey::CorrectsOnRequest).await;
}

#[tokio::test]
async fn a_correction_of_ones_own_survives_a_back_office_that_dies_at_any_call() {
    survives(Journey::CorrectsOfTheirOwn).await;
}

#[tokio::test]
async fn messages_and_a_withdrawal_survive_a_back_office_that_dies_at_any_call() {
    survives(Journey::WritesAndWithdraws).await;
}

#[tokio::test]
async fn a_refusal_and_what_is_written_after_it_survive_a_back_office_that_dies_at_any_call() {
    survives(Journey::IsRefused).await;
}

#[tokio::test]
async fn a_request_handed_over_survives_a_back_office_that_dies_at_any_call() {
    survives(Journey::IsHandedOver).await;
}

#[tokio::test]
async fn more_time_survives_a_back_office_that_dies_at_any_call() {
    survives(Journey::IsLateAndAsksForTime).await;
}
