//! What agents do at the terminal until they have pages of their own.

use std::{fs, io::Write, process::ExitCode};

use anyhow::Context;
use backoffice::{
    api::check::day_in_france,
    reference::{File, ListFilter},
};
use domain::{
    answers::Answer,
    field::{Field, FieldKind},
    locale::Locale,
    procedure::Procedure,
    review,
};

use super::{
    arguments::{Asked, List, Place, Save},
    office,
    output::{line, shown},
};

/// The agent's name when nobody is in charge and none was given.
const NOBODY: &str = "-";

pub(super) async fn list(place: &Place, asked: &List) -> anyhow::Result<ExitCode> {
    let filter = ListFilter {
        status: asked.status,
        procedure: asked.procedure.clone(),
    };
    for (request, agent) in office::open(place).await?.staff().list(&filter).await? {
        line(format_args!(
            "{:<12} {:<16} {:<24} sent {} due {:<10} {}",
            request.number.as_deref().unwrap_or(NOBODY),
            request.status.name(),
            request.procedure_id,
            day_in_france(request.submitted_at),
            request
                .expected_by
                .map_or_else(|| NOBODY.to_owned(), |day| day.to_string()),
            agent.as_deref().unwrap_or(NOBODY),
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn show(place: &Place, number: &str) -> anyhow::Result<ExitCode> {
    let office = office::open(place).await?;
    let file = office.staff().file(number).await?;
    let catalogue = office::catalogue(&place.catalogue)?;
    let summary = &file.summary;
    line(format_args!(
        "{number}  {}  {}",
        summary.status.name(),
        summary.procedure_id
    ))?;
    line(format_args!(
        "sent {}  received {}",
        summary.submitted_at, summary.created_at
    ))?;
    if let Some(day) = summary.legal_deadline {
        line(format_args!("legal deadline {day}"))?;
    }
    line(format_args!(
        "in charge: {}",
        file.agent.as_deref().unwrap_or(NOBODY)
    ))?;
    match catalogue.procedure(&summary.procedure_id) {
        Some(procedure) => show_answers(&file, procedure)?,
        None => line("the catalogue does not have this procedure: answers are not shown")?,
    }
    line("\nHistory")?;
    for entry in &file.timeline {
        let status = entry
            .status
            .map_or(entry.kind.name(), |status| status.name());
        line(format_args!("  {}  {status}", entry.at))?;
        if let Some(text) = &entry.text {
            line(format_args!("    {}", shown(text)))?;
        }
    }
    line("\nMessages")?;
    for message in &file.messages {
        let (at, author, kind) = (message.at, message.author_kind.name(), message.kind.name());
        line(format_args!("  {at}  {author}  {kind}"))?;
        line(format_args!("    {}", shown(&message.text)))?;
        for attached in &message.files {
            line(format_args!(
                "    {}  {}",
                attached.id,
                shown(&attached.filename)
            ))?;
        }
    }
    line("\nFiles")?;
    for upload in &file.uploads {
        line(format_args!(
            "  {}  {}  {} bytes  {}",
            upload.id,
            upload.media_type,
            upload.bytes,
            shown(&upload.filename)
        ))?;
    }
    // Only now: an output that broke off showed nothing.
    office.staff().mark_read(&file).await?;
    Ok(ExitCode::SUCCESS)
}

fn show_answers(file: &File, procedure: &Procedure) -> anyhow::Result<()> {
    for section in review::sections(&procedure.steps, &file.answers) {
        let place = section
            .item
            .map_or_else(String::new, |item| format!(" {}", item.ordinal));
        line(format_args!(
            "\n{}{place}",
            section.step.title.in_locale(Locale::French).words
        ))?;
        for row in section.rows {
            let label = row.field.label.in_locale(Locale::French).words;
            let answer = row
                .answer
                .map_or_else(|| NOBODY.to_owned(), |it| words(row.field, it));
            line(format_args!("  {label}: {}", shown(&answer)))?;
        }
    }
    Ok(())
}

/// An answer in the words of the form.
fn words(field: &Field, answer: &Answer) -> String {
    let label = |value: &String| match &field.kind {
        FieldKind::OneOf { options } | FieldKind::SeveralOf { options, .. } => options
            .iter()
            .find(|option| option.value == *value)
            .map_or_else(
                || value.clone(),
                |option| option.label.in_locale(Locale::French).words.to_owned(),
            ),
        _ => value.clone(),
    };
    let filled = |parts: &[&String]| {
        let parts: Vec<&str> = parts
            .iter()
            .map(|part| part.as_str())
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    };
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Date(date) => date.to_string(),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Choice(value) => label(value),
        Answer::Choices(values) => values.iter().map(label).collect::<Vec<_>>().join(", "),
        Answer::Address(it) => {
            filled(&[&it.line1, &it.line2, &it.postal_code, &it.city, &it.country])
        }
        Answer::Person(it) => filled(&[&it.given_names, &it.family_name, &it.usage_name]),
        Answer::Files(files) => files
            .iter()
            .map(|file| file.filename.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Items(items) => items.len().to_string(),
    }
}

pub(super) async fn save(place: &Place, asked: &Save) -> anyhow::Result<ExitCode> {
    let attachment = office::open(place)
        .await?
        .staff()
        .attachment(&asked.id)
        .await?;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&asked.to)
        .with_context(|| format!("cannot make {}", asked.to.display()))?;
    file.write_all(&attachment.content)?;
    let (to, kind) = (asked.to.display(), &attachment.upload.media_type);
    line(format_args!(
        "{to}: {} bytes, {kind}",
        attachment.content.len()
    ))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn act(place: &Place, asked: Asked) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let file = staff.file(&asked.number).await?;
    let agent = asked
        .agent
        .or(file.agent)
        .unwrap_or_else(|| NOBODY.to_owned());
    let status = staff
        .act(&asked.number, file.version, &agent, asked.act)
        .await?;
    line(format_args!("{} is now {}", asked.number, status.name()))?;
    Ok(ExitCode::SUCCESS)
}
