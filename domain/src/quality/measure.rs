//! What is measured, and what one answer or one decided request says of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Point;
use crate::{
    answers::{Answer, Answers},
    field::{Role, ungrouped},
    survey::{Moment, Questionnaire},
};

/// Something that is measured; each observation of it has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How it went, 1 (worst) to 5 (best), for those who do not say that they use an assistive technology.
    Satisfaction,
    /// The same, for those who say so. Each person is in one of both: the whole is their sum.
    SatisfactionAssistive,
    /// How easy it was, 1 to 5.
    Ease,
    /// How clear it was, 1 to 5.
    Clarity,
    /// How long it felt, 1 to 5.
    Pace,
    /// How satisfying the answer of the service was, 1 to 5.
    AnswerSatisfaction,
    /// How clear that answer was, 1 to 5.
    AnswerClarity,
    /// 0: no help was sought; 1: help of someone else than a mediator; 2: help of a mediator.
    Help,
    /// Whether help was found by phone, 0 or 1.
    ReachedByPhone,
    /// Whether help was found at a counter, 0 or 1.
    ReachedAtCounter,
    /// Whether help was found by e-mail or by a message, 0 or 1.
    ReachedByEmail,
    /// Whether a page is clear, 0 or 1.
    PageClear,
    /// Days that a request took until its decision, a begun day counting whole.
    DaysTaken,
    /// Whether a request was decided within the delay that was announced, 0 or 1.
    InTime,
}

/// What one answer or one decided request says.
pub type Observed = BTreeMap<Measure, u16>;

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 14] = [
        Self::Satisfaction,
        Self::SatisfactionAssistive,
        Self::Ease,
        Self::Clarity,
        Self::Pace,
        Self::AnswerSatisfaction,
        Self::AnswerClarity,
        Self::Help,
        Self::ReachedByPhone,
        Self::ReachedAtCounter,
        Self::ReachedByEmail,
        Self::PageClear,
        Self::DaysTaken,
        Self::InTime,
    ];

    /// Name on the wire and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Satisfaction => "satisfaction",
            Self::SatisfactionAssistive => "satisfaction_assistive",
            Self::Ease => "ease",
            Self::Clarity => "clarity",
            Self::Pace => "pace",
            Self::AnswerSatisfaction => "answer_satisfaction",
            Self::AnswerClarity => "answer_clarity",
            Self::Help => "help",
            Self::ReachedByPhone => "reached_by_phone",
            Self::ReachedAtCounter => "reached_at_counter",
            Self::ReachedByEmail => "reached_by_email",
            Self::PageClear => "page_clear",
            Self::DaysTaken => "days_taken",
            Self::InTime => "in_time",
        }
    }

    /// The measure of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// What a request that took so many days says, and whether that was within the delay that was announced.
#[must_use]
pub fn decided(days: u16, in_time: bool) -> Observed {
    Observed::from([
        (Measure::DaysTaken, days),
        (Measure::InTime, u16::from(in_time)),
    ])
}

/// What answers to a questionnaire say. A question that was skipped says nothing.
#[must_use]
pub fn observed(questionnaire: &Questionnaire, answers: &Answers) -> Observed {
    let answer = |role: Role| answers.get(&questionnaire.field_of_role(role)?.key);
    let point = |role: Role| match answer(role)? {
        Answer::Choice(value) => Point::from_name(value).map(|point| u16::from(point.number())),
        _ => None,
    };
    let yes = |role: Role| match answer(role)? {
        Answer::YesNo(yes) => Some(u16::from(*yes)),
        _ => None,
    };
    // Whoever answers when the request is sent and again when it is answered counts once for each measure.
    let said = if questionnaire.moment == Moment::Answer {
        vec![
            (Measure::AnswerSatisfaction, point(Role::Satisfaction)),
            (Measure::AnswerClarity, point(Role::Clarity)),
            (Measure::Pace, point(Role::Pace)),
        ]
    } else {
        let satisfaction = match yes(Role::Assistive) {
            Some(1) => Measure::SatisfactionAssistive,
            _ => Measure::Satisfaction,
        };
        vec![
            (satisfaction, point(Role::Satisfaction)),
            (Measure::Ease, point(Role::Ease)),
            (Measure::Clarity, point(Role::Clarity)),
            (Measure::Pace, point(Role::Pace)),
            (Measure::Help, help(questionnaire, answers)),
            (Measure::ReachedByPhone, yes(Role::ReachedByPhone)),
            (Measure::ReachedAtCounter, yes(Role::ReachedAtCounter)),
            (Measure::ReachedByEmail, yes(Role::ReachedByEmail)),
            (Measure::PageClear, yes(Role::PageClear)),
        ]
    };
    said.into_iter()
        .filter_map(|(measure, value)| Some((measure, value?)))
        .collect()
}

/// Whether help was sought. Nothing ticked means none, if anything else on the page was answered.
fn help(questionnaire: &Questionnaire, answers: &Answers) -> Option<u16> {
    let is_help = |role: Option<Role>| role == Some(Role::Help);
    let page = questionnaire.steps.iter().find(|step| {
        let fields = ungrouped(&step.fields);
        fields.into_iter().any(|field| is_help(field.role))
    })?;
    let fields = ungrouped(&page.fields);
    let key = &fields.iter().find(|field| is_help(field.role))?.key;
    match answers.get(key) {
        Some(answer) if answer.is("mediator") => Some(2),
        Some(Answer::Choices(from)) if !from.is_empty() => Some(1),
        _ => fields
            .iter()
            .any(|field| answers.get(&field.key).is_some())
            .then_some(0),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn words() -> Value {
        json!({ "fr": "x", "en": "x", "ar": "x", "fr-simple": "x" })
    }

    fn scale(key: &str, role: &str) -> Value {
        let options = Point::ALL.iter().rev();
        let options: Vec<Value> = options
            .map(|point| json!({ "value": point.name(), "label": words() }))
            .collect();
        json!({ "key": key, "label": words(), "need": "optional", "role": role,
            "type": "one_of", "options": options })
    }

    fn asked(moment: &str) -> Questionnaire {
        let yes_no = |key: &str| json!({ "key": key, "label": words(), "need": "optional", "role": key, "type": "yes_no" });
        let help = json!({ "key": "help", "label": words(), "need": "optional", "role": "help", "type": "several_of",
            "options": [{ "value": "phone", "label": words() }, { "value": "mediator", "label": words() }] });
        let mut questionnaire = json!({
            "id": "q", "version": "1", "moment": moment, "retention_days": 1, "title": words(),
            "steps": [
                { "id": "a", "title": words(), "fields": [scale("satisfaction", "satisfaction")] },
                { "id": "b", "title": words(), "fields": [scale("ease", "ease"), help] },
                { "id": "c", "title": words(), "fields": [yes_no("assistive"), yes_no("reached_by_phone")] },
            ],
        });
        // Texts are written by the tag of their language in files; here by that of the type.
        let text: crate::text::Text = crate::text::Text(
            crate::locale::Locale::ALL
                .map(|it| (it, "x".to_owned()))
                .into(),
        );
        let text = serde_json::to_value(text).unwrap();
        replace(&mut questionnaire, &text);
        serde_json::from_value(questionnaire).unwrap()
    }

    /// Puts a text in the place of each of the words.
    fn replace(value: &mut Value, text: &Value) {
        match value {
            it if *it == words() => *it = text.clone(),
            Value::Array(items) => items.iter_mut().for_each(|it| replace(it, text)),
            Value::Object(members) => members.values_mut().for_each(|it| replace(it, text)),
            _ => {}
        }
    }

    fn said(moment: &str, answers: Value) -> Vec<(Measure, u16)> {
        let answers = serde_json::from_value(answers).unwrap();
        observed(&asked(moment), &answers).into_iter().collect()
    }

    fn point(value: &str) -> Value {
        json!({ "type": "choice", "value": value })
    }

    #[test]
    fn a_sound_questionnaire_has_no_defect() {
        assert_eq!(asked("procedure").defects(), []);
    }

    #[test]
    fn what_was_skipped_says_nothing() {
        assert_eq!(said("procedure", json!({})), []);
        assert_eq!(
            said("procedure", json!({ "satisfaction": point("best") })),
            [(Measure::Satisfaction, 5)]
        );
    }

    #[test]
    fn whoever_uses_an_assistive_technology_counts_in_one_group_only() {
        let answers = json!({
            "satisfaction": point("worst"),
            "assistive": { "type": "yes_no", "value": true },
        });
        assert_eq!(
            said("visit", answers),
            [(Measure::SatisfactionAssistive, 1)]
        );
    }

    #[test]
    fn help_of_a_mediator_is_told_from_help_of_others_and_from_none() {
        let helped = |from: Value| {
            let answers =
                json!({ "ease": point("good"), "help": { "type": "choices", "value": from } });
            let said = said("procedure", answers);
            said.into_iter()
                .find(|(measure, _)| *measure == Measure::Help)
        };
        assert_eq!(
            helped(json!(["phone", "mediator"])),
            Some((Measure::Help, 2))
        );
        assert_eq!(helped(json!(["phone"])), Some((Measure::Help, 1)));
        let alone = said("procedure", json!({ "ease": point("good") }));
        assert_eq!(alone, [(Measure::Ease, 4), (Measure::Help, 0)]);
    }

    #[test]
    fn who_answers_twice_about_a_request_counts_once_for_each_measure() {
        let answers = || json!({ "satisfaction": point("good"), "ease": point("good") });
        let sent = said("procedure", answers());
        let answered = said("answer", answers());
        assert_eq!(answered, [(Measure::AnswerSatisfaction, 4)]);
        assert!(
            sent.iter()
                .all(|(measure, _)| !answered.iter().any(|(other, _)| other == measure))
        );
    }

    #[test]
    fn each_measure_is_found_by_its_name() {
        for measure in Measure::ALL {
            assert_eq!(Measure::from_name(measure.name()), Some(measure));
            let name = serde_json::to_value(measure).unwrap();
            assert_eq!(name, measure.name());
        }
    }

    #[test]
    fn what_a_questionnaire_may_not_be_is_told_with_its_place() {
        use crate::{
            field::Need,
            procedure_check::{Defect, DefectReason},
        };
        let mut asked = asked("procedure");
        asked.steps[0].fields[0].need = Need::Required;
        asked.steps[1].fields[0].role = Some(Role::ContactEmail);
        if let crate::field::FieldKind::OneOf { options } = &mut asked.steps[0].fields[0].kind {
            options.reverse();
        }
        let told: Vec<String> = asked.defects().iter().map(Defect::to_string).collect();
        let expected = [
            ("steps.0.fields.0.role", DefectReason::RoleKind),
            ("steps.1.fields.0.role", DefectReason::RoleKind),
            ("steps.1.fields.0.role", DefectReason::RoleElsewhere),
            ("steps.0.fields.0.need", DefectReason::NotOptional),
        ];
        assert_eq!(
            told,
            expected.map(|(path, reason)| format!("{path}: {reason}"))
        );
    }
}
