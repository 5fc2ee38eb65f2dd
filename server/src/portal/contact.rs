//! The answers that serve beyond the request itself: where the receipt goes, what opens the request again.

use domain::{
    answers::{Answer, Answers},
    field::{Field, FieldKind, Role},
    procedure::Procedure,
};

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
    /// `YYYY-MM-DD`.
    pub(super) birth_date: Option<String>,
}

/// The answers that serve beyond the request itself.
pub(super) fn contact(procedure: &Procedure, answers: &Answers) -> Contact {
    let fields = procedure.steps.iter().flat_map(|step| &step.fields);
    let fields = fields.flat_map(|field| match &field.kind {
        FieldKind::Group { fields } => fields.iter().collect::<Vec<&Field>>(),
        _ => vec![field],
    });
    let mut contact = Contact::default();
    for field in fields {
        match (field.role, answers.get(&field.key)) {
            (Some(Role::ContactEmail), Some(Answer::Text(email))) => {
                contact.email = Some(email.clone())
            }
            (Some(Role::ApplicantBirthDate), Some(Answer::Date(date))) => {
                contact.birth_date = Some(date.to_string());
            }
            _ => {}
        }
    }
    contact
}
