//! Questionnaires and their answers on the wire. No name, no address, no request: an answer stands for itself.

use domain::{
    answers::Answers,
    locale::Locale,
    survey::{Subject, Way},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `PUT /v1/survey-responses/{id}`: everything that was answered so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewSurveyResponse {
    /// The questionnaire.
    pub questionnaire_id: String,
    /// The version that was answered.
    pub version: String,
    /// What it is about.
    pub subject: Subject,
    /// By which way it came.
    pub way: Way,
    /// The language of the person.
    pub language: Locale,
    /// The answers, by key of field. What was skipped is absent.
    pub answers: Answers,
    /// Grows each time that the person says more; what comes late is not taken.
    pub revision: u32,
    /// Whether the person is done. It counts now, and cannot change any more.
    pub complete: bool,
}

/// An answer as the office has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SurveyResponse {
    /// Its identifier.
    pub id: String,
    /// The revision that the office has.
    pub revision: u32,
    /// Whether it counts already, and cannot change any more.
    pub settled: bool,
    /// The day on which it first came: an hour might tell who was there.
    pub received_on: Date,
}
