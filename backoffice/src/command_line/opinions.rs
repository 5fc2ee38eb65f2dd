//! What people said of how it went, for agents to read.

use std::process::ExitCode;

use backoffice::{
    reference::{Opinion, OpinionFilter},
    written::{Manner, words},
};
use clap::Args;
use domain::{field::ungrouped, locale::Locale, survey::Subject};

use super::{
    arguments::Place,
    office,
    output::{line, shown},
};

#[derive(Debug, Args)]
pub(super) struct Opinions {
    /// Only about this procedure
    #[arg(long)]
    procedure: Option<String>,
    /// Only about this place
    #[arg(long, conflicts_with = "procedure")]
    place: Option<String>,
    /// Only those in which something was written, or a call is asked for
    #[arg(long)]
    words: bool,
}

pub(super) async fn list(place: &Place, asked: Opinions) -> anyhow::Result<ExitCode> {
    let subject = asked.procedure.map(Subject::Procedure);
    let filter = OpinionFilter {
        subject: subject.or(asked.place.map(Subject::Place)),
        with_words: asked.words,
    };
    for opinion in office::open(place).await?.staff().opinions(&filter).await? {
        show(&opinion)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(opinion: &Opinion) -> anyhow::Result<()> {
    let subject = &opinion.subject;
    line(format_args!(
        "{}  {} {}  {}",
        opinion.received_on,
        subject.kind(),
        subject.id(),
        opinion.questionnaire.id
    ))?;
    let steps = opinion.questionnaire.steps.iter();
    for field in steps.flat_map(|step| ungrouped(&step.fields)) {
        if let Some(answer) = opinion.answers.get(&field.key) {
            let label = field.label.in_locale(Locale::French).words;
            let answer = words(Some(field), answer, Manner::English);
            line(format_args!("  {label} {}", shown(&answer)))?;
        }
    }
    Ok(())
}
