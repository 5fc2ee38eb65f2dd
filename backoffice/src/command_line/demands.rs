//! Corrections with before and after, and what was asked of the resident, on the terminal.

use backoffice::{
    reference::{Demand, File},
    written::{Manner, words},
};
use domain::{answers::Answer, info_request::Extension, locale::Locale, procedure::Procedure};

use super::{
    output::{line, shown},
    staff::NOBODY,
};

pub(super) fn show_corrections(file: &File, procedure: Option<&Procedure>) -> anyhow::Result<()> {
    line("\nCorrections")?;
    for correction in &file.corrections {
        let author = correction.author_kind.name();
        line(format_args!("  {}  {author}", correction.at))?;
        for change in &correction.changes {
            let field = procedure.and_then(|procedure| procedure.field(&change.key));
            let label = field.map_or(change.key.as_str(), |field| {
                field.label.in_locale(Locale::French).words
            });
            let said = |answer: &Option<Answer>| {
                let answer = answer
                    .as_ref()
                    .map(|answer| words(field, answer, Manner::English));
                shown(&answer.unwrap_or_else(|| NOBODY.to_owned()))
            };
            line(format_args!("    {label}"))?;
            line(format_args!("      before: {}", said(&change.before)))?;
            line(format_args!("      after:  {}", said(&change.after)))?;
        }
    }
    Ok(())
}

pub(super) fn show_demands(file: &File) -> anyhow::Result<()> {
    line("\nAsked of the resident")?;
    file.demands.iter().try_for_each(show_demand)
}

fn show_demand(demand: &Demand) -> anyhow::Result<()> {
    let asked = &demand.info_request;
    let state = match demand.closed_at {
        Some(_) => "closed",
        None => "open",
    };
    let due = asked
        .due_on
        .map_or_else(|| NOBODY.to_owned(), |day| day.to_string());
    let time = asked.extension.map_or(NOBODY, Extension::name);
    line(format_args!(
        "  {}  {state}  due {due}  more time: {time}",
        asked.asked_at
    ))?;
    if let Some(text) = &asked.text {
        line(format_args!("    {}", shown(text)))?;
    }
    for mark in &asked.marks {
        let state = if mark.corrected { "corrected" } else { "waits" };
        let (key, reason) = (&mark.key, mark.reason.name());
        line(format_args!(
            "    answer {key}  {reason}  {state}: {}",
            shown(&mark.text)
        ))?;
    }
    for document in &asked.documents {
        let (id, state) = (&document.id, document.state.name());
        line(format_args!(
            "    document {id}  {state}: {}",
            shown(&document.title)
        ))?;
        if let Some(refusal) = &document.refusal {
            line(format_args!("      refused: {}", shown(refusal)))?;
        }
        for file in &document.files {
            line(format_args!("      {}  {}", file.id, shown(&file.filename)))?;
        }
    }
    Ok(())
}
