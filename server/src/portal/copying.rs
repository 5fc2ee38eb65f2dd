//! The same procedure again, with the answers of an earlier request: nobody types twice what they said once.

use domain::{
    answers::{Answer, Answers},
    draft::DraftContent,
    field::{FieldKind, ungrouped},
    locale::Locale,
    procedure::Procedure,
    retyped,
};

use super::{Desk, SaveError, Visitor, follow_up::Beginning};
use crate::store::{
    accesses::Right,
    drafts::{Content, Purpose},
};

impl Desk {
    /// Begins a draft with the answers of a request, under the key of the form: once, whatever is pressed twice.
    ///
    /// # Errors
    /// No access to the request, its procedure is offered no more, a key that is none, or no database.
    pub async fn copy_request(
        &self,
        visitor: &Visitor,
        request: &str,
        key: &str,
        locale: Locale,
    ) -> Result<(), SaveError> {
        // What was answered goes into a draft of one's own, which outlives any code.
        let (owner, _) = self.access_to(visitor, request, Right::Whole).await?;
        let shown = self.request_of(visitor, request).await?;
        // The form of today: what it asks differently is asked again.
        let procedure = self
            .procedure(&shown.procedure.id)
            .filter(|procedure| !procedure.visit)
            .ok_or(SaveError::Unknown)?;
        let draft = copied(&procedure, shown.answers);
        let items = draft.items.values().flatten();
        let beginning = Beginning {
            purpose: Purpose::Request,
            key,
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            content: Content {
                last_item: items.map(|item| item.id).max().unwrap_or(0),
                draft,
                base: None,
                visit: None,
            },
        };
        self.begin_under(visitor, owner, beginning).await
    }
}

/// What a new draft takes over: no file, which the portal may have no more, and no statement, which is made anew.
fn copied(procedure: &Procedure, answers: Answers) -> DraftContent {
    let fields = procedure
        .steps
        .iter()
        .flat_map(|step| ungrouped(&step.fields));
    let anew: Vec<&str> = fields
        .filter(|field| matches!(field.kind, FieldKind::Statement | FieldKind::File { .. }))
        .map(|field| field.key.as_str())
        .collect();
    let mut answers = answers;
    forget(&mut answers, &anew);
    // A form that changed its kind of answer since: what still fits would be a guess.
    let mut draft = retyped::draft(&procedure.steps, &answers).unwrap_or_default();
    draft.files.clear();
    // Pages of files alone were not seen yet: their reader decides anew.
    let of_files = |id: &str| {
        let step = procedure.steps.iter().find(|step| step.id == id);
        let mut fields = step.iter().flat_map(|step| &step.fields);
        fields.any(|field| matches!(field.kind, FieldKind::File { .. }))
    };
    draft.steps.retain(|id, _| !of_files(id));
    draft
}

fn forget(answers: &mut Answers, keys: &[&str]) {
    answers.0.retain(|key, _| !keys.contains(&key.as_str()));
    for answer in answers.0.values_mut() {
        if let Answer::Items(items) = answer {
            items.iter_mut().for_each(|item| forget(item, keys));
        }
    }
}
