//! One page: its fields from top to bottom, each with the answers above it and those of earlier pages.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Fault, check_field, comparison};
use crate::{
    answers::{Answer, Answers, AttachedFile},
    field::{Field, FieldKind},
    submitted::Submitted,
};

/// What one page gives, for the fields that apply only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Answers that are right, by key. Fields of groups are among them.
    pub answers: Answers,
    /// Faults, in the order of the page.
    pub faults: Vec<Fault>,
    /// Keys of the fields and groups that apply, in the order of the page.
    pub applying: Vec<String>,
}

/// Whether a field applies with these answers. A field of a group also needs its group to apply.
#[must_use]
pub fn applies(field: &Field, answers: &Answers) -> bool {
    field.when.as_ref().is_none_or(|when| when.holds(answers))
}

/// Checks one page. A field that does not apply gives neither answer nor fault, whatever was typed in it.
///
/// Conditions and comparisons read the answers above on the page, then `earlier`: a field that is wrong counts
/// as unanswered. [`Procedure::defects`](crate::procedure::Procedure::defects) refuses a procedure in which one
/// reads further down.
#[must_use]
pub fn check_fields(
    fields: &[Field],
    typed: &Submitted,
    files: &BTreeMap<String, Vec<AttachedFile>>,
    earlier: &Answers,
    today: Date,
) -> Checked {
    let mut checked = Checked::default();
    Page {
        typed,
        files,
        earlier,
        today,
    }
    .walk(fields, &mut checked);
    checked
}

/// What every field of a page is checked with.
struct Page<'a> {
    typed: &'a Submitted,
    files: &'a BTreeMap<String, Vec<AttachedFile>>,
    earlier: &'a Answers,
    today: Date,
}

impl Page<'_> {
    fn walk(&self, fields: &[Field], checked: &mut Checked) {
        for field in fields {
            let find = |key: &str| checked.answers.get(key).or_else(|| self.earlier.get(key));
            if field
                .when
                .as_ref()
                .is_some_and(|when| !when.holds_with(&find))
            {
                continue;
            }
            checked.applying.push(field.key.clone());
            if let FieldKind::Group { fields } = &field.kind {
                self.walk(fields, checked);
                continue;
            }
            match self.check(field, &find) {
                Ok(Some(answer)) => {
                    checked.answers.0.insert(field.key.clone(), answer);
                }
                Ok(None) => {}
                Err(faults) => checked.faults.extend(faults),
            }
        }
    }

    fn check<'f>(
        &self,
        field: &Field,
        find: &dyn Fn(&str) -> Option<&'f Answer>,
    ) -> Result<Option<Answer>, Vec<Fault>> {
        let files = self.files.get(&field.key).map_or(&[][..], Vec::as_slice);
        let answer = check_field(field, self.typed, files, self.today)?;
        if let (Some(answer), Some(rule)) = (&answer, &field.compare)
            && let Some(code) =
                find(&rule.field).and_then(|other| comparison::compare(answer, rule.must_be, other))
        {
            return Err(vec![Fault {
                key: field.key.clone(),
                part: None,
                code,
            }]);
        }
        Ok(answer)
    }
}
