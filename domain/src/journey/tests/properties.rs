//! Whatever a resident answers, a journey holds only what applies.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{TODAY, changed, child, draft};
use crate::{
    examples::{CHILD, HOME, YOU, procedure},
    journey::{Journey, StageState},
};

proptest! {
    #[test]
    fn a_journey_shows_only_steps_and_answers_that_apply(
        has_children in select(vec!["yes", "no", "", "maybe"]),
        housing in select(vec!["rent", "own", "", "boat"]),
        moved in select(vec!["yes", "no", ""]),
        rent in "[0-9]{0,5}",
        children in vec(select(vec!["Léa", "", "12"]), 0..5),
    ) {
        let procedure = procedure();
        let mut home = changed(&changed(&HOME, "housing", housing), "moved", moved);
        home.extend([("rent", rent.as_str()), ("moved_on.day", "1/1/2020"), ("reason", "Travail")]);
        let mut draft = draft(&[("you", &changed(&YOU, "has_children", has_children)), ("home", &home)]);
        let items = (1..).zip(&children).map(|(id, name)| child(id, &changed(&CHILD, "child_name", name)));
        draft.items.insert("children".to_owned(), items.collect());
        let journey = Journey::new(&procedure.steps, &draft, TODAY);

        prop_assert_eq!(journey.stage("children").is_some(), has_children == "yes");
        prop_assert!(has_children == "yes" || journey.answers.get("children").is_none());
        prop_assert!(housing == "rent" || journey.answers.get("rent").is_none());
        prop_assert_eq!(journey.answers.get("moved_on").is_some(), moved == "yes");
        prop_assert_eq!(journey.answers.get("reason").is_some(), moved == "yes");
        for (index, stage) in journey.stages.iter().enumerate() {
            prop_assert!(stage.step.when.as_ref().is_none_or(|when| when.holds(&journey.answers)));
            prop_assert_eq!(journey.position(&stage.step.id), Some((index + 1, journey.stages.len())));
            prop_assert_eq!(stage.faults.is_empty() && stage.state == StageState::Incomplete,
                stage.step.repeat.is_some() && stage.faults.is_empty() && children.len() > 3);
        }
    }
}
