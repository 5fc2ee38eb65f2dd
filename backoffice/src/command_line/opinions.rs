//! What people said of how it went, for agents to read; what they make of it stands in `opinion_acts`.

use std::process::ExitCode;

use backoffice::{
    api::opinions::{Opinion, OpinionFilter, OpinionState, Tag},
    reference::Staff,
    written::{Manner, words},
};
use clap::{Args, Subcommand};
use domain::{field::ungrouped, locale::Locale, survey::Subject};

use super::{
    arguments::Place,
    office,
    opinion_acts::{self, Export, Publish, Tagging, TakeBack, Withhold},
    output::{line, shown},
};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Opinions {
    #[command(flatten)]
    filter: Filter,
    #[command(subcommand)]
    act: Option<OpinionCommand>,
}

#[derive(Debug, Args)]
struct Filter {
    /// Only about this procedure
    #[arg(long)]
    procedure: Option<String>,
    /// Only about this place
    #[arg(long, conflicts_with = "procedure")]
    place: Option<String>,
    /// Only those in which something was written, or a call is asked for
    #[arg(long)]
    words: bool,
    /// Only those with this tag
    #[arg(long)]
    tag: Option<Tag>,
    /// Only in this state: new, published or withheld
    #[arg(long, value_parser = state)]
    state: Option<OpinionState>,
}

#[derive(Debug, Subcommand)]
enum OpinionCommand {
    /// Give tags to an opinion, to find it again
    Tag(Tagging),
    /// Take tags from an opinion
    Untag(Tagging),
    /// See what would be public of an opinion, then publish exactly that
    Publish(Publish),
    /// Decide that an opinion will not be public, and why
    Withhold(Withhold),
    /// List what is public, the latest month first
    Published,
    /// Take a publication back, and say why to your colleagues
    TakeBack(TakeBack),
    /// Print every answer as a table (CSV), with tags and states
    Export(Export),
    /// Who did what with opinions, the latest first
    Journal,
}

fn state(name: &str) -> Result<OpinionState, String> {
    OpinionState::from_name(name).ok_or_else(|| {
        let known = OpinionState::ALL.map(OpinionState::name);
        format!("one of {}", known.join(", "))
    })
}

pub(super) async fn run(place: &Place, asked: Opinions) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    match asked.act {
        None => {
            let subject = asked.filter.procedure.map(Subject::Procedure);
            let filter = OpinionFilter {
                subject: subject.or(asked.filter.place.map(Subject::Place)),
                with_words: asked.filter.words,
                tag: asked.filter.tag,
                state: asked.filter.state,
            };
            for opinion in staff.opinions(&filter).await? {
                show(&staff, &opinion).await?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Some(OpinionCommand::Tag(asked)) => opinion_acts::tag(&staff, &asked).await,
        Some(OpinionCommand::Untag(asked)) => opinion_acts::untag(&staff, &asked).await,
        Some(OpinionCommand::Publish(asked)) => opinion_acts::publish(&staff, asked).await,
        Some(OpinionCommand::Withhold(asked)) => opinion_acts::withhold(&staff, &asked).await,
        Some(OpinionCommand::Published) => opinion_acts::published(&staff).await,
        Some(OpinionCommand::TakeBack(asked)) => opinion_acts::take_back(&staff, &asked).await,
        Some(OpinionCommand::Export(asked)) => opinion_acts::export(&staff, &asked).await,
        Some(OpinionCommand::Journal) => opinion_acts::journal(&staff).await,
    }
}

async fn show(staff: &Staff, opinion: &Opinion) -> anyhow::Result<()> {
    let subject = &opinion.subject;
    line(format_args!(
        "{}  {} {}  {}  {}",
        opinion.received_on,
        subject.kind(),
        subject.id(),
        opinion.questionnaire_id,
        opinion.state.name(),
    ))?;
    line(format_args!("  opinion {}", opinion.id))?;
    if let Some(publication) = &opinion.publication_id {
        line(format_args!("  publication {publication}"))?;
    }
    if let Some(reason) = &opinion.reason {
        line(format_args!("  withheld: {}", shown(reason)))?;
    }
    if !opinion.tags.is_empty() {
        let tags: Vec<&str> = opinion.tags.iter().map(Tag::as_str).collect();
        line(format_args!("  tags: {}", tags.join(", ")))?;
    }
    let asked = staff.asked(opinion).await?;
    for field in asked.steps.iter().flat_map(|step| ungrouped(&step.fields)) {
        if let Some(answer) = opinion.answers.get(&field.key) {
            let label = field.label.in_locale(Locale::French).words;
            let answer = words(Some(field), answer, Manner::English);
            line(format_args!("  {label} {}", shown(&answer)))?;
        }
    }
    Ok(())
}
