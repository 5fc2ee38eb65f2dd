//! What agents type to make something of an opinion: tag, publish, withhold, take back, export.

use std::process::ExitCode;

use backoffice::{
    api::opinions::{NewPublication, Preview, Tag},
    csv,
    reference::Staff,
};
use clap::Args;
use domain::{
    locale::Locale,
    quality::{PublishedOpinion, Reply},
};
use jiff::civil::Date;

use super::{
    acts::language,
    output::{self, line, shown},
};

#[derive(Debug, Args)]
pub(super) struct Tagging {
    /// Identifier of the opinion, as the list prints it
    id: String,
    /// Short words: lower-case letters, digits and `-`
    #[arg(required = true)]
    tags: Vec<Tag>,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

#[derive(Debug, Args)]
pub(super) struct Publish {
    /// Identifier of the opinion, as the list prints it
    id: String,
    /// Which text, when several were written: the key of its question
    #[arg(long)]
    field: Option<String>,
    /// Words to publish instead, when names or places are to be left out
    #[arg(long)]
    text: Option<String>,
    /// Language of the text: fr, en, ar or fr-simple; that of the person's pages when absent
    #[arg(long, value_parser = language)]
    language: Option<Locale>,
    /// What the authority answers, for everybody to read
    #[arg(long)]
    reply: Option<String>,
    /// Language of the reply: fr, en, ar or fr-simple
    #[arg(long, value_parser = language, default_value = "fr", requires = "reply")]
    reply_language: Locale,
    /// Publish exactly what was shown: the word that stood under it
    #[arg(long, value_name = "WORD")]
    as_shown: Option<String>,
    /// Your name, for your colleagues; it is not published
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

#[derive(Debug, Args)]
pub(super) struct Withhold {
    /// Identifier of the opinion, as the list prints it
    id: String,
    /// Why, for your colleagues
    #[arg(long)]
    reason: String,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

#[derive(Debug, Args)]
pub(super) struct TakeBack {
    /// Identifier of the publication, as `published` prints it
    publication: String,
    /// Why, for your colleagues
    #[arg(long)]
    reason: String,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// Your name: the journal says who took a copy
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

pub(super) async fn tag(staff: &Staff, asked: &Tagging) -> anyhow::Result<ExitCode> {
    staff
        .tag_opinion(&asked.id, &asked.agent, &asked.tags)
        .await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn untag(staff: &Staff, asked: &Tagging) -> anyhow::Result<ExitCode> {
    staff
        .untag_opinion(&asked.id, &asked.agent, &asked.tags)
        .await?;
    Ok(ExitCode::SUCCESS)
}

/// Shows what would be public; publishes it once the agent says that this was shown.
pub(super) async fn publish(staff: &Staff, asked: Publish) -> anyhow::Result<ExitCode> {
    let language = asked.reply_language;
    let reply = asked.reply;
    let new = NewPublication {
        field: asked.field,
        text: asked.text,
        language: asked.language,
        reply: reply.map(|text| Reply { text, language }),
    };
    if let Some(proof) = &asked.as_shown {
        let published = staff.publish_opinion(&asked.id, &asked.agent, new, proof);
        let (publication, _) = published.await?;
        line(format_args!("published as {}", publication.id))?;
        return Ok(ExitCode::SUCCESS);
    }
    let preview = staff.preview_publication(&asked.id, &new).await?;
    let Preview {
        subject,
        month,
        text,
        language,
        reply,
        withheld_because,
    } = &preview;
    let subject = format!("{} {}", subject.kind(), subject.id());
    show(&subject, *month, (text, *language), reply.as_ref())?;
    if let Some(reason) = withheld_because {
        line(format_args!("withheld so far: {}", shown(reason)))?;
    }
    line(format_args!(
        "nothing is public yet: read it, then repeat with --as-shown {}",
        preview.proof()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn show(
    subject: &str,
    month: Date,
    (text, language): (&str, Locale),
    reply: Option<&Reply>,
) -> anyhow::Result<()> {
    line(format_args!(
        "{}  {subject}  {}",
        month.strftime("%Y-%m"),
        language.tag()
    ))?;
    line(format_args!("  {}", shown(text)))?;
    if let Some(reply) = reply {
        let (text, language) = (shown(&reply.text), reply.language.tag());
        line(format_args!("  reply ({language}): {text}"))?;
    }
    Ok(())
}

pub(super) async fn withhold(staff: &Staff, asked: &Withhold) -> anyhow::Result<ExitCode> {
    staff
        .withhold_opinion(&asked.id, &asked.agent, &asked.reason)
        .await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn published(staff: &Staff) -> anyhow::Result<ExitCode> {
    for publication in staff.publications().await? {
        let PublishedOpinion {
            id,
            subject,
            month,
            text,
            language,
            reply,
        } = &publication;
        line(format_args!("publication {id}"))?;
        let subject = format!("{} {}", subject.kind(), subject.id());
        show(&subject, *month, (text, *language), reply.as_ref())?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn take_back(staff: &Staff, asked: &TakeBack) -> anyhow::Result<ExitCode> {
    staff
        .take_back(&asked.publication, &asked.agent, &asked.reason)
        .await?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn export(staff: &Staff, asked: &Export) -> anyhow::Result<ExitCode> {
    let mut export = staff.export_opinions(&asked.agent).await?;
    output::raw(&csv::line(&export.columns()))?;
    loop {
        let lines = export.next().await?;
        if lines.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        for cells in lines {
            output::raw(&csv::line(&cells))?;
        }
    }
}

pub(super) async fn journal(staff: &Staff) -> anyhow::Result<ExitCode> {
    for act in staff.opinion_acts().await? {
        let about = Some(act.about.as_str()).filter(|about| !about.is_empty());
        line(format_args!(
            "{}  {}  {}  {}  {}",
            act.at,
            shown(&act.agent),
            act.kind.name(),
            about.unwrap_or("everything"),
            shown(act.detail.as_deref().unwrap_or_default())
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}
