//! The answers that serve beyond the request itself: where the receipt goes, what opens the request again.

use domain::{
    answers::{Answer, Answers},
    field::{Role, ungrouped},
    procedure::Procedure,
};

use super::Desk;
use crate::secrets::{Keys, Purpose};

/// Digest of an e-mail address given as proof; capitals and spaces around do not matter.
pub(super) fn email_proof(keys: &Keys, email: &str) -> [u8; 32] {
    keys.blind(Purpose::EmailProof, &email.trim().to_lowercase())
}

/// Digest of a birth date given as proof, `YYYY-MM-DD`.
pub(super) fn birth_date_proof(keys: &Keys, date: &str) -> [u8; 32] {
    keys.blind(Purpose::BirthDateProof, date)
}

/// What serves beyond the request itself.
#[derive(Default)]
pub(super) struct Contact {
    /// Where the receipt goes.
    pub(super) email: Option<String>,
    /// Where text messages may go.
    pub(super) phone: Option<String>,
    /// `YYYY-MM-DD`.
    pub(super) birth_date: Option<String>,
}

/// The answers that serve beyond the request itself.
pub(super) fn contact(procedure: &Procedure, answers: &Answers) -> Contact {
    let fields = procedure
        .steps
        .iter()
        .flat_map(|step| ungrouped(&step.fields));
    let mut contact = Contact::default();
    for field in fields {
        match (field.role, answers.get(&field.key)) {
            (Some(Role::ContactEmail), Some(Answer::Text(email))) => {
                contact.email = Some(email.clone())
            }
            (Some(Role::ContactPhone), Some(Answer::Text(phone))) => {
                contact.phone = Some(phone.clone());
            }
            (Some(Role::ApplicantBirthDate), Some(Answer::Date(date))) => {
                contact.birth_date = Some(date.to_string());
            }
            _ => {}
        }
    }
    contact
}

/// What opens a request again: digests of the e-mail address and of the birth date given in it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Proofs {
    pub(crate) email: Option<[u8; 32]>,
    pub(crate) birth_date: Option<[u8; 32]>,
}

impl Contact {
    pub(super) fn proofs(&self, keys: &Keys) -> Proofs {
        Proofs {
            email: self.email.as_deref().map(|email| email_proof(keys, email)),
            birth_date: self
                .birth_date
                .as_deref()
                .map(|date| birth_date_proof(keys, date)),
        }
    }
}

/// Addresses that a correction changed; `None` for one that stays.
#[derive(Default)]
pub(crate) struct Moved {
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
}

/// What a correction changes beyond the answers.
pub(crate) struct Consequences {
    pub(crate) proofs: Proofs,
    pub(crate) moved: Moved,
}

impl Desk {
    /// What follows from a correction.
    pub(crate) fn consequences(
        &self,
        procedure: &Procedure,
        before: &Answers,
        after: &Answers,
    ) -> Consequences {
        let (before, after) = (contact(procedure, before), contact(procedure, after));
        Consequences {
            proofs: after.proofs(self.0.vault.keys()),
            moved: Moved {
                email: (after.email != before.email)
                    .then_some(after.email)
                    .flatten(),
                phone: (after.phone != before.phone)
                    .then_some(after.phone)
                    .flatten(),
            },
        }
    }
}
