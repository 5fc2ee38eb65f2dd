//! Writing down how it went for someone on the phone or at a counter.

use std::process::ExitCode;

use anyhow::{Context, anyhow};
use backoffice::reference::Heard;
use clap::{Args, ValueEnum};
use domain::{
    field::{Field, FieldKind, ungrouped},
    locale::Locale,
    submitted::Submitted,
    survey::{Moment, Questionnaire, Subject, Way},
};

use super::{acts::language, arguments::Place, office, output::line};

#[derive(Debug, Args)]
pub(super) struct Hear {
    /// About this procedure
    #[arg(long)]
    procedure: Option<String>,
    /// About this place
    #[arg(
        long,
        conflicts_with = "procedure",
        required_unless_present = "procedure"
    )]
    place: Option<String>,
    /// About the answer of the service, or about an appointment, rather than about sending a request or being received
    #[arg(long)]
    after: Option<After>,
    /// How the person speaks to you
    #[arg(long)]
    way: By,
    /// Language of the person: fr, en, ar or fr-simple
    #[arg(long, value_parser = language, default_value = "fr")]
    language: Locale,
    /// What looks like a number, an address or a code in the text may stay
    #[arg(long)]
    sure: bool,
    /// Answers as KEY=VALUE; none: print the questions with their keys and values
    answers: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum After {
    /// The answer of the service
    Answer,
    /// An appointment
    Visit,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    /// On the phone
    Phone,
    /// At a counter
    Counter,
}

impl Hear {
    const fn moment(&self) -> Moment {
        match (self.after, self.procedure.is_some()) {
            (Some(After::Answer), _) => Moment::Answer,
            (Some(After::Visit), _) => Moment::Visit,
            (None, true) => Moment::Procedure,
            (None, false) => Moment::Place,
        }
    }
}

pub(super) async fn hear(place: &Place, asked: Hear) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let moment = asked.moment();
    if asked.answers.is_empty() {
        let questionnaire = staff.questionnaire(moment);
        let questionnaire = questionnaire.context("nothing is asked at this moment")?;
        questions(&questionnaire)?;
        return Ok(ExitCode::SUCCESS);
    }
    let typed = asked.answers.iter().map(|answer| {
        let (key, value) = answer
            .split_once('=')
            .ok_or_else(|| anyhow!("`{answer}` is not KEY=VALUE"))?;
        Ok((key.to_owned(), value.to_owned()))
    });
    let typed = typed.collect::<anyhow::Result<Vec<_>>>()?;
    let subject = asked.procedure.map(Subject::Procedure);
    let heard = Heard {
        moment,
        subject: subject
            .or(asked.place.map(Subject::Place))
            .context("a procedure or a place is needed")?,
        way: match asked.way {
            By::Phone => Way::Phone,
            By::Counter => Way::Counter,
        },
        language: asked.language,
        typed: Submitted(typed),
        is_sure: asked.sure,
    };
    staff.hear(heard).await?;
    line("kept")?;
    Ok(ExitCode::SUCCESS)
}

/// Each question with its key, then the values that it takes.
fn questions(questionnaire: &Questionnaire) -> anyhow::Result<()> {
    let steps = questionnaire.steps.iter();
    for field in steps.flat_map(|step| ungrouped(&step.fields)) {
        let label = field.label.in_locale(Locale::French).words;
        line(format_args!("{}  {label}", field.key))?;
        for (value, words) in values(field) {
            line(format_args!("    {}={value}  {words}", field.key))?;
        }
    }
    Ok(())
}

fn values(field: &Field) -> Vec<(&str, &str)> {
    match &field.kind {
        FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. } => options
            .iter()
            .map(|option| {
                let words = option.label.in_locale(Locale::French).words;
                (&*option.value, words)
            })
            .collect(),
        FieldKind::YesNo => vec![("yes", ""), ("no", "")],
        _ => Vec::new(),
    }
}
