//! Journeys of residents with and without children, told step by step.

use jiff::civil::{Date, date};

use super::{Journey, StageState, newly_applicable};
use crate::{
    answers::{Answer, Answers, AttachedFile},
    draft::{DraftContent, Entry, Item},
    examples::{CHILD, HOME, YOU, procedure, typed},
    submitted::Submitted,
    validation::{FaultCode, check_fields},
};

mod properties;

const TODAY: Date = date(2026, 11, 22);

fn entry(typed: Submitted) -> Entry {
    Entry { version: 1, typed }
}

fn draft(steps: &[(&str, &[(&str, &str)])]) -> DraftContent {
    let steps = steps
        .iter()
        .map(|(id, values)| ((*id).to_owned(), entry(typed(values))))
        .collect();
    DraftContent {
        steps,
        ..DraftContent::default()
    }
}

/// `values` with the value of one name replaced.
fn changed<'a>(
    values: &[(&'a str, &'a str)],
    name: &str,
    value: &'a str,
) -> Vec<(&'a str, &'a str)> {
    values
        .iter()
        .map(|(key, old)| (*key, if *key == name { value } else { *old }))
        .collect()
}

fn parent() -> DraftContent {
    draft(&[
        ("you", &changed(&YOU, "has_children", "yes")),
        ("home", &HOME),
    ])
}

fn child(id: u32, values: &[(&str, &str)]) -> Item {
    Item {
        id,
        entry: entry(typed(values)),
    }
}

fn ids(journey: &Journey<'_>) -> Vec<String> {
    journey
        .stages
        .iter()
        .map(|stage| stage.step.id.clone())
        .collect()
}

#[test]
fn an_empty_draft_starts_at_the_first_step() {
    let procedure = procedure();
    let journey = Journey::new(&procedure.steps, &DraftContent::default(), TODAY);
    assert_eq!(ids(&journey), ["you", "home", "documents", "confirmation"]);
    assert!(
        journey
            .stages
            .iter()
            .all(|stage| stage.state == StageState::Untouched)
    );
    assert_eq!(
        journey
            .first_incomplete()
            .map(|stage| stage.step.id.as_str()),
        Some("you")
    );
    assert_eq!(journey.answers, Answers::default());
}

#[test]
fn a_journey_is_complete_when_every_step_is_saved_and_right() {
    let procedure = procedure();
    let mut draft = draft(&[
        ("you", &YOU),
        ("home", &HOME),
        ("confirmation", &[("honour", "on")]),
    ]);
    let journey = Journey::new(&procedure.steps, &draft, TODAY);
    assert_eq!(
        journey
            .first_incomplete()
            .map(|stage| stage.step.id.as_str()),
        Some("documents")
    );
    draft.steps.insert("documents".to_owned(), Entry::default());
    let journey = Journey::new(&procedure.steps, &draft, TODAY);
    assert!(journey.is_complete());
    assert_eq!(
        journey.answers.get("birth"),
        Some(&Answer::Date(date(1957, 3, 27)))
    );
}

#[test]
fn who_has_children_meets_the_step_about_them() {
    let procedure = procedure();
    let journey = Journey::new(&procedure.steps, &parent(), TODAY);
    assert_eq!(
        ids(&journey),
        ["you", "home", "children", "documents", "confirmation"]
    );
    assert_eq!(journey.position("children"), Some((3, 5)));
    assert_eq!(
        journey.next_after("home").map(|step| step.id.as_str()),
        Some("children")
    );
    assert_eq!(
        journey.before("documents").map(|step| step.id.as_str()),
        Some("children")
    );
    let without = Journey::new(&procedure.steps, &draft(&[("you", &YOU)]), TODAY);
    assert!(without.stage("children").is_none());
    assert_eq!(without.position("children"), None);
    assert_eq!(
        without.next_after("children").map(|step| step.id.as_str()),
        Some("documents")
    );
    assert_eq!(
        without.before("children").map(|step| step.id.as_str()),
        Some("home")
    );
    assert!(without.next_after("confirmation").is_none());
    assert!(without.before("you").is_none());
}

#[test]
fn only_complete_children_are_in_the_answers_and_the_others_are_pointed_at() {
    let procedure = procedure();
    let mut draft = parent();
    let items = vec![
        child(1, &CHILD),
        child(4, &[("child_name", "Tom")]),
        child(7, &CHILD),
    ];
    draft.items.insert("children".to_owned(), items);
    let journey = Journey::new(&procedure.steps, &draft, TODAY);
    let stage = journey.stage("children").unwrap();
    assert_eq!(stage.state, StageState::Incomplete);
    assert_eq!(stage.complete_items, [1, 7]);
    assert_eq!(stage.faults.len(), 1);
    assert_eq!(stage.faults[0].item, Some(4));
    assert!(
        stage.faults[0]
            .faults
            .iter()
            .all(|fault| fault.code == FaultCode::Missing)
    );
    assert!(
        matches!(journey.answers.get("children"), Some(Answer::Items(items)) if items.len() == 2)
    );
}

#[test]
fn a_list_keeps_to_its_smallest_and_greatest_number() {
    let procedure = procedure();
    let state = |count: u32| {
        let mut draft = parent();
        draft.steps.insert("children".to_owned(), Entry::default());
        draft.items.insert(
            "children".to_owned(),
            (0..count).map(|id| child(id, &CHILD)).collect(),
        );
        Journey::new(&procedure.steps, &draft, TODAY)
            .stage("children")
            .map(|stage| stage.state)
    };
    assert_eq!(state(0), Some(StageState::Incomplete));
    assert_eq!(state(1), Some(StageState::Complete));
    assert_eq!(state(3), Some(StageState::Complete));
    assert_eq!(state(4), Some(StageState::Incomplete));
}

#[test]
fn a_question_about_a_child_may_depend_on_the_home() {
    let procedure = procedure();
    let mut renter = changed(&HOME, "housing", "rent");
    renter.push(("rent", "600"));
    let mut draft = draft(&[
        ("you", &changed(&YOU, "has_children", "yes")),
        ("home", &renter),
    ]);
    draft.items.insert(
        "children".to_owned(),
        vec![child(1, &changed(&CHILD, "diet", "yes"))],
    );
    let journey = Journey::new(&procedure.steps, &draft, TODAY);
    let faults = &journey.stage("children").unwrap().faults[0].faults;
    assert_eq!(
        faults
            .iter()
            .map(|fault| fault.key.as_str())
            .collect::<Vec<_>>(),
        ["help"]
    );
}

#[test]
fn two_addresses_that_differ_are_told_at_the_second() {
    let procedure = procedure();
    let you = changed(&YOU, "email_again", "eva@example.fr");
    let journey = Journey::new(&procedure.steps, &draft(&[("you", &you)]), TODAY);
    let stage = journey.stage("you").unwrap();
    assert_eq!(stage.state, StageState::Incomplete);
    assert_eq!(stage.faults[0].faults[0].key, "email_again");
    assert_eq!(stage.faults[0].faults[0].code, FaultCode::NotSame);
    assert!(journey.answers.get("email").is_some());
    assert!(journey.answers.get("email_again").is_none());
}

#[test]
fn files_that_no_longer_fit_reopen_their_step() {
    let procedure = procedure();
    let mut draft = parent();
    draft.steps.insert("documents".to_owned(), Entry::default());
    let file = AttachedFile {
        id: "1".to_owned(),
        filename: "bail.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: 1000,
        sha256: String::new(),
    };
    draft
        .files
        .insert("proof".to_owned(), vec![file.clone(); 2]);
    let state = |draft: &DraftContent| {
        Journey::new(&procedure.steps, draft, TODAY)
            .stage("documents")
            .map(|stage| stage.state)
    };
    assert_eq!(state(&draft), Some(StageState::Complete));
    draft.files.insert("proof".to_owned(), vec![file; 3]);
    assert_eq!(state(&draft), Some(StageState::Incomplete));
}

#[test]
fn an_answer_that_brings_questions_says_which() {
    let procedure = procedure();
    let check = |values: &[(&str, &str)]| {
        let none = std::collections::BTreeMap::new();
        check_fields(
            &procedure.steps[1].fields,
            &typed(values),
            &none,
            &Answers::default(),
            TODAY,
        )
    };
    let shown = check(&HOME);
    let now = check(&changed(&HOME, "moved", "yes"));
    assert_eq!(
        newly_applicable(&shown, &now),
        ["move", "moved_on", "reason"]
    );
    assert!(newly_applicable(&now, &now).is_empty());
    assert!(newly_applicable(&now, &shown).is_empty());
}
