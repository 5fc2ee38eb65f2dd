//! The waiting list: entering it, the page of a place on it, taking what is offered, letting it go, leaving. The back
//! office keeps the list; whose a place is, and how they are told, is known here alone.

use app::ports::{Absence, HeldWait, Search, Unavailable, Waited};
use backoffice::api::{problem::ProblemCode, waiting_list::NewWaitingEntry};
use domain::{
    booking::Hold,
    locale::Locale,
    notice::Way,
    waiting::{WaitingEntry, WaitingStatus, Wish},
};

use super::{
    Desk, OwnerHash, VisitError, Visitor,
    change::{Halt, log_store},
    follow_up::Beginning,
    reading::unavailable,
    times::possible,
    visits::{refused, types},
};
use crate::{
    contract::{ContractError, Patience},
    pii::masked,
    store::{
        StoreError, Vault,
        drafts::{Content, Purpose, Visit},
        wait_messages,
        waits::{self, Contact, NewWait, StoredWait},
    },
    worker::time_key,
};

impl Desk {
    /// Enters the list under the key of the form: once, whatever is pressed twice. Gives the word of its link.
    ///
    /// # Errors
    /// The wish makes no sense, or someone does not answer: nothing was entered, or the same form enters it.
    pub async fn join_waiting_list(
        &self,
        visitor: &Visitor,
        search: &Search,
        wish: Wish,
        contact: Contact,
        key: &str,
    ) -> Result<String, VisitError> {
        let owner: OwnerHash = visitor.owner.ok_or(VisitError::Unknown)?;
        let catalogue = self.0.catalogue.load_full().ok_or(VisitError::Away)?;
        possible(&catalogue, search).map_err(|_| VisitError::Unknown)?;
        if !Vault::is_id(key) {
            return Err(VisitError::Unknown);
        }
        // The same wish of the same form is one place; whoever goes back and wishes otherwise enters anew.
        let wished = serde_json::to_string(&wish).map_err(|_| VisitError::Unknown)?;
        let id = time_key(key, &wished);
        let new = NewWaitingEntry { wish };
        let joined = self.0.backoffice.join_waiting_list(&new, &id).await;
        let word = waits::word(&self.0.vault, &id);
        let new = NewWait {
            id,
            owner: *owner.bytes(),
            contact,
            entry: joined.map_err(|error| refused(&error))?,
            at: self.now(),
        };
        let post = self.post();
        let kept = self.0.database.write(move |tx| {
            Box::pin(async move {
                if waits::insert(tx, &post.vault, &new).await?
                    || waits::readdress(tx, &post.vault, &new).await?
                {
                    let told = (&*new.id, &new.contact);
                    wait_messages::tell(tx, &post, told, (None, &new.entry), new.at).await?;
                }
                Ok::<_, Halt<VisitError>>(())
            })
        });
        kept.await
            .map_err(|halt| halt.or(VisitError::Unavailable))?;
        self.0.bells.notices.notify_one();
        Ok(word)
    }

    /// The place that a link leads to, read again where that is possible.
    pub(super) async fn waited_of(&self, word: &str) -> Result<Waited, Absence> {
        let mut wait = self.wait_of(word).await?;
        match self.read_entry(&wait, Patience::Visitor).await {
            Ok(entry) => {
                self.learn_entry(&wait.id, &entry)
                    .await
                    .map_err(unavailable)?;
                (wait.entry, wait.known_at) = (entry, self.now());
            }
            Err(error) => {
                tracing::warn!(
                    code = error.code(),
                    "a place on the waiting list is not known anew"
                );
            }
        }
        Ok(self.waited(wait))
    }

    /// Places that this visitor entered and still waits at, as they were last known.
    pub(super) async fn waits_of(&self, visitor: &Visitor) -> Result<Vec<HeldWait>, Unavailable> {
        let Some(owner) = visitor.owner else {
            return Ok(Vec::new());
        };
        let (database, vault) = (&self.0.database, &self.0.vault);
        let held = waits::of_owner(database, vault, owner.bytes()).await;
        let held = held.map_err(|error| {
            log_store(&error);
            Unavailable
        })?;
        let held = held.into_iter().map(|wait| HeldWait {
            word: waits::word(vault, &wait.id),
            wish: wait.entry.wish,
            offered: wait.entry.offer.map(|offer| offer.slot),
        });
        Ok(held.collect())
    }

    /// Begins the draft that takes the offered time, under the key of the form. Gives its procedure.
    ///
    /// # Errors
    /// The offer is over, no such link, or someone does not answer.
    pub async fn take_offer(
        &self,
        visitor: &Visitor,
        word: &str,
        (hold, key): (&str, &str),
        locale: Locale,
    ) -> Result<String, VisitError> {
        let owner: OwnerHash = visitor.owner.ok_or(VisitError::Unknown)?;
        let wait = self.linked_wait(word).await?;
        let read = self.read_entry(&wait, Patience::Visitor).await;
        let entry = read.map_err(|error| refused(&error))?;
        let offer = entry.offer.filter(|offer| offer.hold_id == hold);
        let offer = offer.ok_or(VisitError::Taken)?;
        let catalogue = self.0.catalogue.load_full().ok_or(VisitError::Away)?;
        let procedure = types(&catalogue, &entry.wish.visit)
            .first()
            .and_then(|kind| self.procedure(kind.procedure_for(entry.wish.mode)))
            .ok_or(VisitError::Unknown)?;
        let beginning = Beginning {
            purpose: Purpose::Request,
            key,
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            content: Content {
                visit: Some(Visit {
                    asked: entry.wish.visit,
                    hold: Hold {
                        id: offer.hold_id,
                        slot: offer.slot,
                        expires_at: offer.until,
                        // It lasts as long as the list says.
                        extendable: false,
                    },
                }),
                ..Content::default()
            },
        };
        self.begin_under(visitor, owner, beginning).await?;
        Ok(procedure.id.clone())
    }

    /// Lets an offered time go to the next one, and waits on. Again is the same.
    ///
    /// # Errors
    /// It is not the present offer, no such link, or someone does not answer.
    pub async fn decline_offer(&self, word: &str, hold: &str) -> Result<(), VisitError> {
        let wait = self.linked_wait(word).await?;
        let key = time_key(&wait.id, &format!("decline {hold}"));
        let declined = self.0.backoffice.decline_offer(&wait.entry.id, hold, &key);
        let entry = declined.await.map_err(|error| refused(&error))?;
        self.keep_entry(&wait.id, &entry).await
    }

    /// Whether a link leads somewhere.
    ///
    /// # Errors
    /// It does not, or no database.
    pub async fn is_waited(&self, word: &str) -> Result<(), VisitError> {
        self.linked_wait(word).await.map(drop)
    }

    /// Leaves the list. Again is the same.
    ///
    /// # Errors
    /// No such link, or someone does not answer.
    pub async fn leave_waiting_list(&self, word: &str) -> Result<(), VisitError> {
        let wait = self.linked_wait(word).await?;
        if !wait.entry.status.is_open() {
            return Ok(());
        }
        match self.0.backoffice.leave_waiting_list(&wait.entry.id).await {
            Ok(()) => {}
            // It is gone there: there is nothing to leave.
            Err(error) if error.says(ProblemCode::NotFound) => {}
            Err(error) => return Err(refused(&error)),
        }
        let left = WaitingEntry {
            status: WaitingStatus::Left,
            offer: None,
            ahead: 0,
            ..wait.entry
        };
        self.keep_entry(&wait.id, &left).await
    }

    /// What is known of an entry changed: whoever waits is told of what is new.
    pub(crate) async fn learn_entry(
        &self,
        id: &str,
        entry: &WaitingEntry,
    ) -> Result<(), StoreError> {
        let (id, entry) = (id.to_owned(), entry.clone());
        let (post, now) = (self.post(), self.now());
        let learnt = self.0.database.write(move |tx| {
            Box::pin(async move {
                let before = waits::learn(tx, &post.vault, &id, &entry, now).await?;
                if let Some(before) = before {
                    let told = (&*id, &before.contact);
                    let news = (Some(&before.entry), &entry);
                    wait_messages::tell(tx, &post, told, news, now).await?;
                }
                Ok::<_, StoreError>(())
            })
        });
        learnt.await?;
        self.0.bells.notices.notify_one();
        Ok(())
    }

    async fn keep_entry(&self, id: &str, entry: &WaitingEntry) -> Result<(), VisitError> {
        self.learn_entry(id, entry).await.map_err(|error| {
            log_store(&error);
            VisitError::Unavailable
        })
    }

    /// The entry as the back office says now; one that is not there any more ended.
    pub(crate) async fn read_entry(
        &self,
        wait: &StoredWait,
        patience: Patience,
    ) -> Result<WaitingEntry, ContractError> {
        if !wait.entry.status.is_open() {
            return Ok(wait.entry.clone());
        }
        match self
            .0
            .backoffice
            .waiting_entry(&wait.entry.id, patience)
            .await
        {
            Err(error) if error.is_not_found() => Ok(WaitingEntry {
                status: WaitingStatus::Expired,
                offer: None,
                ahead: 0,
                ..wait.entry.clone()
            }),
            read => read,
        }
    }

    async fn linked_wait(&self, word: &str) -> Result<StoredWait, VisitError> {
        self.wait_of(word).await.map_err(|absence| match absence {
            Absence::Unknown | Absence::Ended(_) => VisitError::Unknown,
            Absence::Unavailable => VisitError::Unavailable,
        })
    }

    async fn wait_of(&self, word: &str) -> Result<StoredWait, Absence> {
        let (database, vault) = (&self.0.database, &self.0.vault);
        let found = waits::by_word(database, vault, word, self.now()).await;
        found.map_err(unavailable)?.ok_or(Absence::Unknown)
    }

    fn waited(&self, wait: StoredWait) -> Waited {
        let now = self.now();
        let offer = wait.entry.offer.filter(|offer| offer.until > now);
        let ways = wait.contact.ways(&self.ways());
        let reached = ways.into_iter().filter_map(|way| {
            let address = wait.contact.address(way)?;
            Some(match way {
                Way::Email => masked(address),
                Way::Sms => ending(address),
            })
        });
        Waited {
            status: wait.entry.status,
            wish: wait.entry.wish,
            ahead: wait.entry.ahead,
            ends_at: wait.entry.expires_at,
            offer,
            reached: reached.collect(),
            known_at: wait.known_at,
            shown_at: now,
        }
    }
}

/// The last figures of a phone number, which tell its owner which one it is.
fn ending(phone: &str) -> String {
    let from = phone.len().saturating_sub(2);
    format!("… {}", phone.get(from..).unwrap_or_default())
}
