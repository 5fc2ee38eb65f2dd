//! Answers laid out for reading: the review page, the receipt and the followed request share it.

use crate::{
    answers::{Answer, Answers},
    field::{Field, FieldKind},
    journey::Journey,
    procedure::Step,
};

/// One block of the review: a step, or one item of a repeatable step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// The step.
    pub step: &'a Step,
    /// Which item of a repeatable step; `None` for an ordinary step and for an empty list.
    pub item: Option<SectionItem>,
    /// Its questions and answers.
    pub rows: Vec<Row<'a>>,
}

/// Which item of a repeatable step a section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionItem {
    /// Place in the list, from 1.
    pub ordinal: usize,
    /// Identifier in the draft; `None` once sent, when it can no longer be edited.
    pub id: Option<u32>,
}

/// One question and its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// The question.
    pub field: &'a Field,
    /// The answer; `None` when it was left empty.
    pub answer: Option<&'a Answer>,
}

/// Sections of a sent request, from its answers alone. Steps and fields that do not apply are left out, as
/// are steps without any question; an empty list keeps one section without rows.
#[must_use]
pub fn sections<'a>(steps: &'a [Step], answers: &'a Answers) -> Vec<Section<'a>> {
    steps
        .iter()
        .filter(|step| step.when.as_ref().is_none_or(|when| when.holds(answers)))
        .flat_map(|step| lay_out(step, answers, &[]))
        .collect()
}

/// Sections of a draft, with the identifiers of its items so that each can be edited. What is missing or wrong
/// shows as left empty.
#[must_use]
pub fn draft_sections<'a>(journey: &'a Journey<'a>) -> Vec<Section<'a>> {
    journey
        .stages
        .iter()
        .flat_map(|stage| lay_out(stage.step, &journey.answers, &stage.complete_items))
        .collect()
}

/// Sections of one step: one, or one per item.
fn lay_out<'a>(step: &'a Step, answers: &'a Answers, ids: &[u32]) -> Vec<Section<'a>> {
    let nobody = Answers::default();
    let Some(repeat) = &step.repeat else {
        let rows = rows(&step.fields, answers, &nobody);
        return if rows.is_empty() {
            Vec::new()
        } else {
            vec![Section {
                step,
                item: None,
                rows,
            }]
        };
    };
    let Some(Answer::Items(items)) = answers.get(&repeat.key) else {
        return vec![Section {
            step,
            item: None,
            rows: Vec::new(),
        }];
    };
    items
        .iter()
        .enumerate()
        .map(|(index, item)| Section {
            step,
            item: Some(SectionItem {
                ordinal: index + 1,
                id: ids.get(index).copied(),
            }),
            rows: rows(&step.fields, item, answers),
        })
        .collect()
}

/// Questions that apply, those of groups among them, with the answers of this page.
fn rows<'a>(fields: &'a [Field], own: &'a Answers, outer: &Answers) -> Vec<Row<'a>> {
    let find = |key: &str| own.get(key).or_else(|| outer.get(key));
    fields
        .iter()
        .filter(|field| {
            field
                .when
                .as_ref()
                .is_none_or(|when| when.holds_with(&find))
        })
        .flat_map(|field| match &field.kind {
            FieldKind::Information { .. } => Vec::new(),
            FieldKind::Group { fields } => rows(fields, own, outer),
            _ => vec![Row {
                field,
                answer: own.get(&field.key),
            }],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Section, SectionItem, draft_sections, sections};
    use crate::{
        draft::{DraftContent, Entry, Item},
        examples::{CHILD, HOME, YOU, procedure, typed},
        journey::Journey,
        procedure::Procedure,
    };

    fn parent() -> DraftContent {
        let entry = |values: &[(&str, &str)]| Entry {
            version: 1,
            typed: typed(values),
        };
        let mut you = YOU.to_vec();
        you[7] = ("has_children", "yes");
        let mut draft = DraftContent::default();
        draft.steps.insert("you".to_owned(), entry(&you));
        draft.steps.insert("home".to_owned(), entry(&HOME));
        let items = [3, 9].map(|id| Item {
            id,
            entry: entry(&CHILD),
        });
        draft.items.insert("children".to_owned(), items.to_vec());
        draft
    }

    fn journey<'a>(procedure: &'a Procedure, draft: &DraftContent) -> Journey<'a> {
        Journey::new(&procedure.steps, draft, date(2026, 11, 22))
    }

    fn keys<'a>(section: &Section<'a>) -> Vec<&'a str> {
        section
            .rows
            .iter()
            .map(|row| row.field.key.as_str())
            .collect()
    }

    #[test]
    fn the_review_shows_the_questions_that_apply_with_their_answers() {
        let procedure = procedure();
        let journey = journey(&procedure, &parent());
        let sections = draft_sections(&journey);
        let ids: Vec<&str> = sections
            .iter()
            .map(|section| section.step.id.as_str())
            .collect();
        assert_eq!(
            ids,
            [
                "you",
                "home",
                "children",
                "children",
                "documents",
                "confirmation"
            ]
        );
        // No information, no rent for an owner, no date of a move that did not happen.
        assert_eq!(keys(&sections[1]), ["address", "rooms", "housing", "moved"]);
        assert!(sections[1].rows.iter().all(|row| row.answer.is_some()));
        assert_eq!(sections[0].rows[4].field.key, "phone");
        assert_eq!(sections[0].rows[4].answer, None);
        assert_eq!(keys(&sections[2]), ["child_name", "meals", "diet"]);
        assert_eq!(
            sections[2].item,
            Some(SectionItem {
                ordinal: 1,
                id: Some(3)
            })
        );
        assert_eq!(
            sections[3].item,
            Some(SectionItem {
                ordinal: 2,
                id: Some(9)
            })
        );
    }

    #[test]
    fn a_sent_request_reads_the_same_but_its_items_cannot_be_edited() {
        let procedure = procedure();
        let journey = journey(&procedure, &parent());
        let mut expected = draft_sections(&journey);
        for section in &mut expected {
            section.item = section.item.map(|item| SectionItem { id: None, ..item });
        }
        assert_eq!(sections(&procedure.steps, &journey.answers), expected);
    }

    #[test]
    fn an_empty_list_keeps_its_place_in_the_review() {
        let procedure = procedure();
        let mut draft = parent();
        draft.items.clear();
        let journey = journey(&procedure, &draft);
        let sections = draft_sections(&journey);
        assert_eq!(sections[2].step.id, "children");
        assert_eq!(sections[2].item, None);
        assert!(sections[2].rows.is_empty());
    }

    #[test]
    fn the_fields_of_a_group_stand_among_the_others() {
        let procedure = procedure();
        let mut draft = parent();
        let mut home = HOME.to_vec();
        home[5] = ("moved", "yes");
        home.push(("moved_on.day", "1/9/2026"));
        draft.steps.insert(
            "home".to_owned(),
            Entry {
                version: 2,
                typed: typed(&home),
            },
        );
        let journey = journey(&procedure, &draft);
        let sections = draft_sections(&journey);
        assert_eq!(
            keys(&sections[1]),
            ["address", "rooms", "housing", "moved", "moved_on", "reason"]
        );
        assert!(sections[1].rows[4].answer.is_some());
    }
}
