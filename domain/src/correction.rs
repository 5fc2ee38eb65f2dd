//! Corrections of a request: what the answers were, what they are now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    answers::{Answer, Answers},
    request::AuthorKind,
};

/// One correction, as both sides see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// Identifier, unique in the request.
    pub id: String,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Who made it.
    pub author_kind: AuthorKind,
    /// What changed, in the order of the keys.
    pub changes: Vec<AnswerChange>,
}

/// An answer before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerChange {
    /// Key of the field, or of the list.
    pub key: String,
    /// The answer until then; `None`: there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Answer>,
    /// The answer since; `None`: there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Answer>,
}

/// What changed between two sets of answers, in the order of the keys. A file is the same when its content and
/// its name are, whatever its identifier: each side numbers files in its own way.
#[must_use]
pub fn changes(before: &Answers, after: &Answers) -> Vec<AnswerChange> {
    let keys: BTreeSet<&String> = before.0.keys().chain(after.0.keys()).collect();
    keys.into_iter()
        .filter_map(|key| {
            let (old, new) = (before.get(key), after.get(key));
            let same = match (old, new) {
                (Some(old), Some(new)) => same(old, new),
                (None, None) => true,
                _ => false,
            };
            (!same).then(|| AnswerChange {
                key: key.clone(),
                before: old.cloned(),
                after: new.cloned(),
            })
        })
        .collect()
}

fn same(old: &Answer, new: &Answer) -> bool {
    match (old, new) {
        (Answer::Files(old), Answer::Files(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .zip(new)
                    .all(|(old, new)| (&old.sha256, &old.filename) == (&new.sha256, &new.filename))
        }
        (Answer::Items(old), Answer::Items(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .zip(new)
                    .all(|(old, new)| changes(old, new).is_empty())
        }
        _ => old == new,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::answers::AttachedFile;

    fn answers(pairs: &[(&str, Answer)]) -> Answers {
        Answers(
            pairs
                .iter()
                .map(|(key, answer)| ((*key).to_owned(), answer.clone()))
                .collect(),
        )
    }

    fn file(id: &str) -> Answer {
        Answer::Files(vec![AttachedFile {
            id: id.to_owned(),
            filename: "photo.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            bytes: 3,
            sha256: "aa".repeat(32),
        }])
    }

    #[test]
    fn the_same_file_under_another_number_is_no_change() {
        let (before, after) = (answers(&[("p", file("1"))]), answers(&[("p", file("2"))]));
        assert_eq!(changes(&before, &after), Vec::new());
    }

    #[test]
    fn an_answer_that_went_and_one_that_came_both_show() {
        let before = answers(&[("a", Answer::YesNo(true)), ("b", Answer::Number(1))]);
        let after = answers(&[("a", Answer::YesNo(true)), ("c", Answer::Number(2))]);
        let changed = changes(&before, &after);
        let keys: Vec<&str> = changed.iter().map(|change| change.key.as_str()).collect();
        assert_eq!(keys, ["b", "c"]);
        assert_eq!(changed[0].after, None);
        assert_eq!(changed[1].before, None);
    }

    proptest! {
        #[test]
        fn applying_the_changes_gives_what_came_after(
            before in prop::collection::btree_map("[a-d]", 0_i64..3, 0..4),
            after in prop::collection::btree_map("[a-d]", 0_i64..3, 0..4),
        ) {
            let typed = |map: BTreeMap<String, i64>| {
                Answers(map.into_iter().map(|(key, value)| (key, Answer::Number(value))).collect())
            };
            let (mut before, after) = (typed(before), typed(after));
            for change in changes(&before.clone(), &after) {
                match change.after {
                    Some(answer) => before.0.insert(change.key, answer),
                    None => before.0.remove(&change.key),
                };
            }
            prop_assert_eq!(before, after);
        }
    }
}
