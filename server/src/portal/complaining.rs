//! A complaint about a request: a request of its own, which takes along what its author said already, if they wish.

use app::ports::Request;
use domain::{
    answers::{Answer, Answers},
    draft::DraftContent,
    field::Role,
    locale::Locale,
    procedure::{Door, Procedure},
    retyped,
};

use super::{Desk, SaveError, Visitor, follow_up::Beginning};
use crate::store::{
    accesses::Right,
    drafts::{Content, Purpose},
};

/// How people are reached: asked once, taken along with consent.
const CONTACTS: [Role; 2] = [Role::ContactEmail, Role::ContactPhone];

impl Desk {
    /// Begins a complaint about a request, under the key of the form: once, whatever is pressed twice. Gives the procedure of
    /// complaints.
    ///
    /// # Errors
    /// No access to the request, no complaints here, a key that is none, or no database.
    pub async fn complain(
        &self,
        visitor: &Visitor,
        request: &str,
        key: &str,
        carries: bool,
        locale: Locale,
    ) -> Result<String, SaveError> {
        let (owner, _) = self.access_to(visitor, request, Right::Whole).await?;
        let about = self.request_of(visitor, request).await?;
        let catalogue = self.0.catalogue.load_full();
        let catalogue = catalogue.ok_or(SaveError::Unavailable)?;
        let complaint = catalogue.door(Door::Complaint);
        let complaint = complaint.filter(|it| it.id != about.procedure.id);
        let complaint = complaint.ok_or(SaveError::Unknown)?;
        let draft = if carries {
            carried(complaint, &about)
        } else {
            DraftContent::default()
        };
        let beginning = Beginning {
            purpose: Purpose::Request,
            key,
            procedure_id: complaint.id.clone(),
            form_version: complaint.form_version.clone(),
            locale,
            content: Content {
                draft,
                ..Content::default()
            },
        };
        self.begin_under(visitor, owner, beginning).await?;
        Ok(complaint.id.clone())
    }
}

/// The number of the request and how its author is reached, where the complaint asks for them.
fn carried(complaint: &Procedure, about: &Request) -> DraftContent {
    let number = about.number.clone().map(Answer::Text);
    let mut answers = Answers::default();
    let mut take = |role: Role, answer: Option<Answer>| {
        if let (Some(field), Some(answer)) = (complaint.fields_of_role(role).next(), answer) {
            answers.0.insert(field.key.clone(), answer);
        }
    };
    take(Role::AboutRequest, number);
    for role in CONTACTS {
        let mut asked = about.procedure.fields_of_role(role);
        let said = asked.find_map(|field| about.answers.get(&field.key));
        take(role, said.cloned());
    }
    let mut draft = retyped::draft(&complaint.steps, &answers).unwrap_or_default();
    // A page that holds nothing was not seen yet.
    let is_typed = |value: &(String, String)| !value.1.is_empty();
    draft
        .steps
        .retain(|_, entry| entry.typed.0.iter().any(is_typed));
    draft
}
