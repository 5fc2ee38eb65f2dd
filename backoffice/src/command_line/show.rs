//! One request on the terminal, with all that an agent needs to decide.

use std::process::ExitCode;

use backoffice::{
    reference::File,
    written::{Manner, words},
};
use domain::{locale::Locale, procedure::Procedure, review};

use super::{
    arguments::Place,
    deliveries::show_decision,
    demands::{show_corrections, show_demands},
    office,
    output::{line, shown},
    staff::NOBODY,
};

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
    if let Some(since) = summary.clock_paused_since {
        line(format_args!("the legal time stands still since {since}"))?;
    }
    line(format_args!(
        "in charge: {}",
        file.agent.as_deref().unwrap_or(NOBODY)
    ))?;
    let procedure = catalogue
        .procedure(&summary.procedure_id)
        .map(AsRef::as_ref);
    match procedure {
        Some(procedure) => show_answers(&file, procedure)?,
        None => line("the catalogue does not have this procedure: answers are not shown")?,
    }
    show_corrections(&file, procedure)?;
    show_demands(&file)?;
    if let Some(decision) = &summary.decision {
        show_decision(decision)?;
    }
    show_history(&file)?;
    show_messages(&file)?;
    show_files(&file)?;
    // Only now: an output that broke off showed nothing.
    office.staff().mark_read(&file).await?;
    Ok(ExitCode::SUCCESS)
}

fn show_history(file: &File) -> anyhow::Result<()> {
    line("\nHistory")?;
    for entry in &file.timeline {
        let status = entry
            .status
            .map_or(entry.kind.name(), |status| status.name());
        let author = entry.author_kind.name();
        line(format_args!("  {}  {status}  {author}", entry.at))?;
        if let Some(text) = &entry.text {
            line(format_args!("    {}", shown(text)))?;
        }
    }
    Ok(())
}

fn show_messages(file: &File) -> anyhow::Result<()> {
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
    Ok(())
}

fn show_files(file: &File) -> anyhow::Result<()> {
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
    Ok(())
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
            let answer = row.answer.map_or_else(
                || NOBODY.to_owned(),
                |it| words(Some(row.field), it, Manner::English),
            );
            line(format_args!("  {label}: {}", shown(&answer)))?;
        }
    }
    Ok(())
}
