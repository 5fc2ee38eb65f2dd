//! Answers are counted once, however often they come, and published eleven by eleven: what is public is the same as what one
//! would count again from all answers, and is never about a few.

use std::collections::BTreeMap;

use domain::{
    answers::Answer,
    locale::Locale,
    quality::{FEWEST, Figures, Measure, Observed},
    submitted::Submitted,
    survey::{Moment, Subject, Way},
};
use futures::future::join_all;
use http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::office::{Office, offices};
use crate::{
    api::{
        opinions::OpinionFilter,
        problem::{Problem, ProblemCode},
        requests::Outcome,
        surveys::SurveyResponse,
    },
    reference::{Act, Closing, Heard},
};

pub(super) const SHORT: &str = "short-form";

/// An answer about a procedure.
pub(super) fn said(procedure: &str, answers: &Value) -> Value {
    json!({
        "questionnaire_id": "after-sending",
        "version": "1",
        "subject": { "kind": "procedure", "id": procedure },
        "way": "online",
        "language": "fr",
        "answers": answers,
        "revision": 1,
        "complete": true,
    })
}

pub(super) fn points(value: &str) -> Value {
    json!({ "satisfaction": { "type": "choice", "value": value } })
}

impl Office {
    async fn answer(&self, id: &str, body: &Value) -> http::Response<bytes::Bytes> {
        let headers = [("content-type", "application/json")];
        let body = serde_json::to_vec(body).unwrap();
        let path = format!("/v1/survey-responses/{id}");
        self.call(Method::PUT, &path, &headers, body).await
    }

    pub(super) async fn answered(&self, body: &Value) {
        let response = self.answer(&self.key(), body).await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
    }

    async fn figures(&self, procedure: &str) -> Figures {
        self.read(&format!("/v1/figures?kind=procedure&id={procedure}"))
            .await
    }
}

fn count(figures: &Figures, measure: Measure) -> u64 {
    let counts = figures.totals.iter();
    let counts = counts.filter(|count| count.measure == measure);
    counts.map(|count| count.count).sum()
}

fn code(response: &http::Response<bytes::Bytes>) -> ProblemCode {
    let problem: Problem = serde_json::from_slice(response.body()).unwrap();
    problem.code
}

#[tokio::test]
async fn an_answer_that_comes_many_times_at_once_counts_once() {
    for office in offices().await {
        for _ in 1..FEWEST {
            office.answered(&said(SHORT, &points("good"))).await;
        }
        assert_eq!(
            count(&office.figures(SHORT).await, Measure::Satisfaction),
            0
        );
        let (id, body) = (office.key(), said(SHORT, &points("worst")));
        let answers = join_all((0..20).map(|_| office.answer(&id, &body))).await;
        let created = answers.iter().filter(|it| it.status() == 201).count();
        assert_eq!(created, 1);
        assert!(answers.iter().all(|it| it.status().is_success()));
        let figures = office.figures(SHORT).await;
        assert_eq!(figures.tally(Measure::Satisfaction).answers(), FEWEST);
        assert_eq!(figures.trend().len(), 1);
        let town: Figures = office.read("/v1/figures").await;
        assert_eq!(town.totals, figures.totals);
        assert_eq!(town.parts[0].satisfaction().answers(), FEWEST);
    }
}

#[tokio::test]
async fn what_one_says_replaces_what_one_said_until_it_counts() {
    for office in offices().await {
        let id = office.key();
        let mut body = said(SHORT, &points("good"));
        body["complete"] = json!(false);
        assert_eq!(office.answer(&id, &body).await.status(), 201);
        body["revision"] = json!(3);
        body["answers"] = points("best");
        let response = office.answer(&id, &body).await;
        let kept: SurveyResponse = serde_json::from_slice(response.body()).unwrap();
        assert_eq!((response.status().as_u16(), kept.revision), (200, 3));
        // An earlier one that was late changes nothing.
        body["revision"] = json!(2);
        body["answers"] = points("worst");
        let response = office.answer(&id, &body).await;
        let kept: SurveyResponse = serde_json::from_slice(response.body()).unwrap();
        assert_eq!((kept.revision, kept.settled), (3, false));
        for _ in 1..FEWEST {
            office.answered(&said(SHORT, &points("good"))).await;
        }
        // Nobody completes it: it counts after an hour.
        office.later(SignedDuration::from_mins(59));
        office.reference.purge().await.unwrap();
        assert_eq!(
            count(&office.figures(SHORT).await, Measure::Satisfaction),
            0
        );
        office.later(SignedDuration::from_mins(2));
        office.reference.purge().await.unwrap();
        office.reference.purge().await.unwrap();
        let figures = office.figures(SHORT).await;
        let tally = figures.tally(Measure::Satisfaction);
        assert_eq!(
            (tally.answers(), tally.at(domain::quality::Point::Best)),
            (11, 1)
        );
        body["revision"] = json!(4);
        let response = office.answer(&id, &body).await;
        assert_eq!(response.status(), 410);
        assert_eq!(code(&response), ProblemCode::AlreadyAnswered);
        body["revision"] = json!(3);
        body["answers"] = points("best");
        assert_eq!(office.answer(&id, &body).await.status(), 200);
        // What people wrote goes, what was counted stays.
        office.later(SignedDuration::from_hours(24 * 31));
        office.reference.purge().await.unwrap();
        let sql = "SELECT id FROM backoffice_survey_responses";
        assert!(
            office
                .database()
                .fetch_all(sql, &[])
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            count(&office.figures(SHORT).await, Measure::Satisfaction),
            11
        );
    }
}

#[tokio::test]
async fn what_no_question_asks_for_is_refused_and_names_what_is_wrong() {
    for office in offices().await {
        let wrong = [
            (said("no-such-form", &points("good")), "#/subject/id"),
            (said(SHORT, &points("excellent")), "#/answers/satisfaction"),
            (
                said(
                    SHORT,
                    &json!({ "name": { "type": "text", "value": "Léa" } }),
                ),
                "#/answers/name",
            ),
        ];
        for (body, pointer) in wrong {
            let response = office.answer(&office.key(), &body).await;
            assert_eq!(response.status(), 422);
            let problem: Problem = serde_json::from_slice(response.body()).unwrap();
            assert_eq!(problem.errors[0].pointer, pointer);
        }
        let mut body = said(SHORT, &points("good"));
        body["subject"] = json!({ "kind": "place", "id": "desk" });
        let response = office.answer(&office.key(), &body).await;
        assert_eq!(response.status(), 422);
        body = said(SHORT, &points("good"));
        body["version"] = json!("0");
        let response = office.answer(&office.key(), &body).await;
        assert_eq!(code(&response), ProblemCode::FormVersionOutdated);
        let response = office
            .answer("not-a-uuid", &said(SHORT, &points("good")))
            .await;
        assert_eq!(response.status(), 404);
        let path = "/v1/figures?kind=procedure&id=no-such-form";
        let response = office.call(Method::GET, path, &[], Vec::new()).await;
        assert_eq!(response.status(), 404);
    }
}

#[tokio::test]
async fn decisions_are_measured_against_the_delay_that_was_announced() {
    for office in offices().await {
        let staff = office.reference.staff();
        for at in 0..FEWEST {
            let request = office.sent(&office.report(None)).await;
            let number = request.summary.number.unwrap();
            staff.act(&number, 1, "Sam", Act::Take).await.unwrap();
            // One comes late.
            let days = if at == 0 { 400 } else { 1 };
            office.later(SignedDuration::from_hours(24 * days - 1));
            let close = Act::Close(Closing::new(Outcome::Accepted, "Fait."));
            staff.act(&number, 2, "Sam", close).await.unwrap();
        }
        let figures = office.figures(SHORT).await;
        assert_eq!(figures.days().requests(), FEWEST);
        assert_eq!(figures.days().within(1), FEWEST - 1);
        let in_time = figures.share(Measure::InTime, |value| value == 1).unwrap();
        assert_eq!((in_time.count, in_time.of), (FEWEST - 1, FEWEST));
    }
}

#[tokio::test]
async fn agents_read_what_was_said_whole_once_it_counts_and_until_it_is_erased() {
    for office in offices().await {
        let staff = office.reference.staff();
        let comment = "Un mot pour Sam\u{a0}: 06 39 98 12 34.";
        let mut answers = points("good");
        answers["comment"] = json!({ "type": "text", "value": comment });
        office.answered(&said(SHORT, &answers)).await;
        office.answered(&said("every-field", &points("bad"))).await;
        let mut open = said(SHORT, &points("bad"));
        open["complete"] = json!(false);
        office.answered(&open).await;
        let read = async |filter: OpinionFilter| staff.opinions(&filter).await.unwrap();
        assert_eq!(read(OpinionFilter::default()).await.len(), 2);
        let with_words = OpinionFilter {
            with_words: true,
            ..OpinionFilter::default()
        };
        let told = read(with_words.clone()).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].received_on.to_string(), "2026-11-22");
        let said = told[0].answers.get("comment");
        assert_eq!(said, Some(&Answer::Text(comment.to_owned())));
        let of_other = OpinionFilter {
            subject: Some(Subject::Procedure("every-field".to_owned())),
            ..OpinionFilter::default()
        };
        assert_eq!(read(of_other).await.len(), 1);
        office.later(SignedDuration::from_hours(24 * 31));
        office.reference.purge().await.unwrap();
        office.reference.purge().await.unwrap();
        assert!(read(with_words).await.is_empty());
    }
}

/// Numbers that look random and are the same each time (Lehmer, multiplier of Park and Miller).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        self.0 % sides
    }

    fn answers(&mut self) -> Value {
        let mut answers = json!({});
        if self.roll(5) > 0 {
            let value = ["best", "good", "middle", "bad", "worst"][self.roll(5) as usize];
            answers["satisfaction"] = json!({ "type": "choice", "value": value });
        }
        if self.roll(3) == 0 {
            answers["assistive"] = json!({ "type": "yes_no", "value": self.roll(2) == 0 });
        }
        match self.roll(4) {
            0 => {
                answers["help"] = json!({ "type": "choices", "value": ["phone"] });
                answers["reached"] = json!({ "type": "yes_no", "value": self.roll(2) == 0 });
            }
            1 => answers["help"] = json!({ "type": "choices", "value": ["mediator"] }),
            _ => {}
        }
        answers
    }
}

/// The slow obvious version: everybody who answered, in order, by what is measured of what.
#[derive(Default)]
struct Everybody(BTreeMap<(String, Measure), Vec<u16>>);

impl Everybody {
    fn add(&mut self, procedure: &str, observed: &Observed) {
        for (measure, value) in observed {
            let key = (procedure.to_owned(), *measure);
            self.0.entry(key).or_default().push(*value);
        }
    }

    /// How many are public of a procedure, or of all: whole elevens, in the order in which they came.
    fn public(&self, procedure: Option<&str>) -> BTreeMap<(Measure, u16), u64> {
        let mut counts = BTreeMap::new();
        for ((of, measure), values) in &self.0 {
            if procedure.is_none_or(|procedure| procedure == of) {
                let whole = values.len() - values.len() % 11;
                for value in &values[..whole] {
                    *counts.entry((*measure, *value)).or_default() += 1;
                }
            }
        }
        counts
    }
}

fn table(figures: &Figures) -> BTreeMap<(Measure, u16), u64> {
    let totals = figures.totals.iter();
    totals
        .map(|count| ((count.measure, count.value), count.count))
        .collect()
}

#[tokio::test]
async fn what_is_public_is_at_any_time_a_sum_of_groups_of_eleven_people() {
    let questionnaire = super::office::catalogue().questionnaires[0].clone();
    for office in offices().await {
        let mut dice = Dice(20_261_128);
        let mut everybody = Everybody::default();
        for round in 0..150 {
            let procedure = if dice.roll(3) == 0 {
                "every-field"
            } else {
                SHORT
            };
            let answers = dice.answers();
            office.answered(&said(procedure, &answers)).await;
            let answers = serde_json::from_value(answers).unwrap();
            let observed = domain::quality::observed(&questionnaire, &answers);
            everybody.add(procedure, &observed);
            if round % 3 > 0 {
                continue;
            }
            for procedure in [SHORT, "every-field"] {
                let figures = office.figures(procedure).await;
                assert_eq!(table(&figures), everybody.public(Some(procedure)));
            }
            let town: Figures = office.read("/v1/figures").await;
            assert_eq!(table(&town), everybody.public(None));
            for part in town.parts {
                let Subject::Procedure(id) = &part.subject else {
                    panic!("{:?}", part.subject)
                };
                let own = office.figures(id).await;
                assert_eq!(part.satisfaction(), own.tally(Measure::Satisfaction));
            }
        }
        assert!(!everybody.public(Some("every-field")).is_empty());
        // Counted again from all answers that are kept: what waits and what is public.
        let sql = "SELECT CAST(SUM(count) AS BIGINT) AS count FROM (
            SELECT count FROM backoffice_waiting_figures
            UNION ALL SELECT count FROM backoffice_figures WHERE subject_kind <> '') counted";
        let row = office.database().fetch_optional(sql, &[]).await.unwrap();
        let all: usize = everybody.0.values().map(Vec::len).sum();
        assert_eq!(row.unwrap().int("count").unwrap(), all as i64);
    }
}

#[tokio::test]
async fn what_an_agent_hears_counts_like_what_is_typed_on_the_portal() {
    let heard = |typed: &[(&str, &str)]| Heard {
        moment: Moment::Procedure,
        subject: Subject::Procedure(SHORT.to_owned()),
        way: Way::Phone,
        language: Locale::Arabic,
        typed: Submitted(
            typed
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
        ),
        is_sure: false,
    };
    for office in offices().await {
        let staff = office.reference.staff();
        for _ in 0..FEWEST {
            staff
                .hear(heard(&[("satisfaction", "good")]))
                .await
                .unwrap();
        }
        let figures = office.figures(SHORT).await;
        assert_eq!(figures.tally(Measure::Satisfaction).answers(), FEWEST);
        let refused = [
            heard(&[]),
            heard(&[("satisfaction", "superb")]),
            heard(&[("colour", "red")]),
            heard(&[("comment", "lea@example.org")]),
            Heard {
                moment: Moment::Page,
                ..heard(&[("satisfaction", "good")])
            },
            Heard {
                subject: Subject::Procedure("nowhere".to_owned()),
                ..heard(&[("satisfaction", "good")])
            },
        ];
        for refused in refused {
            let told = format!("{refused:?}");
            assert!(staff.hear(refused).await.is_err(), "{told}");
        }
        let sure = Heard {
            is_sure: true,
            ..heard(&[("comment", "lea@example.org")])
        };
        staff.hear(sure).await.unwrap();
        let said = staff.opinions(&OpinionFilter::default()).await.unwrap();
        assert_eq!(said.len() as u64, FEWEST + 1);
    }
}
