//! Lists of opinions against a slow, obvious one: whatever agents look for, however short the pages.

use domain::{answers::Answers, survey::Subject};
use jiff::SignedDuration;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::json;

use super::{
    office::{Office, offices},
    surveys::{SHORT, points, said},
};
use crate::{
    api::{
        cursor::Cursor,
        opinions::{NewPublication, Opinion, OpinionFilter, OpinionState, Tag},
    },
    reference::{Staff, surveys::Reach},
};

const TAGS: [&str; 3] = ["attente", "guichet", "accueil"];

/// One thing that happens.
#[derive(Debug, Clone)]
enum Step {
    /// Someone answers, about one of two procedures, with words or without.
    Answer { short: bool, words: bool },
    /// A day goes by.
    Day,
    /// An agent gives a tag to some opinion.
    Tag { which: usize, tag: usize },
    /// An agent withholds some opinion.
    Withhold { which: usize },
    /// An agent publishes some opinion.
    Publish { which: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let which = || any::<prop::sample::Index>().prop_map(|it| it.index(1 << 16));
    prop_oneof![
        6 => any::<(bool, bool)>().prop_map(|(short, words)| Step::Answer { short, words }),
        2 => Just(Step::Day),
        3 => (which(), 0..TAGS.len()).prop_map(|(which, tag)| Step::Tag { which, tag }),
        1 => which().prop_map(|which| Step::Withhold { which }),
        2 => which().prop_map(|which| Step::Publish { which }),
    ]
}

fn tag(which: usize) -> Tag {
    TAGS[which].parse().unwrap()
}

async fn perform(office: &Office, step: Step) {
    let staff = office.reference.staff();
    let all = every(&staff).await;
    let of = |which: usize| (!all.is_empty()).then(|| all[which % all.len()].id.clone());
    match step {
        Step::Answer { short, words } => {
            let mut answers = points("bad");
            if words {
                answers["comment"] = json!({ "type": "text", "value": "Trop long" });
            }
            let procedure = if short { SHORT } else { "every-field" };
            office.answered(&said(procedure, &answers)).await;
        }
        Step::Day => office.later(SignedDuration::from_hours(24)),
        Step::Tag { which, tag: word } => {
            if let Some(id) = of(which) {
                staff.tag_opinion(&id, "Sam", &[tag(word)]).await.unwrap();
            }
        }
        // What is public is not withheld, what has no words is not published: as agents find out.
        Step::Withhold { which } => {
            if let Some(id) = of(which) {
                let _refused = staff.withhold_opinion(&id, "Sam", "Publicité").await;
            }
        }
        Step::Publish { which } => {
            if let Some(id) = of(which) {
                let new = NewPublication::default();
                if let Ok(shown) = staff.preview_publication(&id, &new).await {
                    let proof = shown.proof();
                    let published = staff.publish_opinion(&id, "Sam", new, &proof).await;
                    published.unwrap();
                }
            }
        }
    }
}

async fn every(staff: &Staff) -> Vec<Opinion> {
    staff.opinions(&OpinionFilter::default()).await.unwrap()
}

fn has_words(answers: &Answers) -> bool {
    answers.get("comment").is_some()
}

/// Every filter there is.
fn filters() -> Vec<OpinionFilter> {
    let subjects = [
        None,
        Some(Subject::Procedure(SHORT.to_owned())),
        Some(Subject::Place("hall".to_owned())),
    ];
    let tags = [None, Some(tag(0)), Some(tag(1))];
    let states = OpinionState::ALL.map(Some).into_iter().chain([None]);
    let mut all = Vec::new();
    for state in states {
        for subject in &subjects {
            for tag in &tags {
                for with_words in [false, true] {
                    all.push(OpinionFilter {
                        subject: subject.clone(),
                        with_words,
                        tag: tag.clone(),
                        state,
                    });
                }
            }
        }
    }
    all
}

fn sought(filter: &OpinionFilter, it: &Opinion) -> bool {
    filter
        .subject
        .as_ref()
        .is_none_or(|want| *want == it.subject)
        && filter
            .tag
            .as_ref()
            .is_none_or(|want| it.tags.contains(want))
        && filter.state.is_none_or(|want| want == it.state)
        && (!filter.with_words || has_words(&it.answers))
}

/// All pages, one after the other; how many there were.
async fn walked(
    staff: &Staff,
    filter: &OpinionFilter,
    (limit, reach): (u16, Reach),
) -> (Vec<Opinion>, usize) {
    let (mut all, mut pages, mut after) = (Vec::new(), 0, None);
    loop {
        let page = staff.opinions_after(filter, after, (limit, reach)).await;
        let page = page.unwrap();
        assert!(page.items.len() <= usize::from(limit));
        all.extend(page.items);
        pages += 1;
        match page.next_cursor {
            Some(cursor) => after = Some(Cursor::decode(&cursor).unwrap()),
            None => return (all, pages),
        }
    }
}

#[tokio::test]
async fn pages_hold_what_a_look_at_every_opinion_finds() {
    let mut runner = TestRunner::deterministic();
    let steps = prop::collection::vec(step(), 60);
    let steps = steps.new_tree(&mut runner).unwrap().current();
    for office in offices().await {
        for step in steps.clone() {
            perform(&office, step).await;
        }
        let staff = office.reference.staff();
        let all = every(&staff).await;
        assert!(all.len() > 15, "{}", all.len());
        let states = OpinionState::ALL.map(|state| all.iter().any(|it| it.state == state));
        assert_eq!(states, [true; 3]);
        let (mut found, mut runs) = (0, 0);
        for filter in filters() {
            let expected: Vec<&Opinion> = all.iter().filter(|it| sought(&filter, it)).collect();
            found += usize::from(!expected.is_empty());
            runs += 1;
            for (limit, at_once, in_all) in [(1, 500, 2_000), (3, 2, 5), (7, 4, 4), (100, 3, 2_000)]
            {
                let reach = Reach { at_once, in_all };
                let (walked, _) = walked(&staff, &filter, (limit, reach)).await;
                assert!(
                    walked.iter().eq(expected.iter().copied()),
                    "{filter:?} by {limit}: {walked:#?}"
                );
            }
        }
        assert!(found * 3 > runs, "{found} of {runs} filters find something");
    }
}

#[tokio::test]
async fn whoever_looks_for_words_among_many_without_any_is_told_where_to_go_on() {
    for office in offices().await {
        let oldest = office.wrote("Merci").await;
        for _ in 0..9 {
            office.later(SignedDuration::from_hours(24));
            office.answered(&said(SHORT, &points("best"))).await;
        }
        let staff = office.reference.staff();
        let filter = OpinionFilter {
            with_words: true,
            ..OpinionFilter::default()
        };
        let reach = Reach {
            at_once: 2,
            in_all: 4,
        };
        let first = staff.opinions_after(&filter, None, (5, reach)).await;
        let first = first.unwrap();
        assert!(first.items.is_empty() && first.next_cursor.is_some());
        let (found, pages) = walked(&staff, &filter, (5, reach)).await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, oldest);
        assert_eq!(pages, 3);
    }
}
