//! What agents do at the terminal until they have pages of their own: list, save files, act.

use std::{fs, io::Write, process::ExitCode};

use anyhow::Context;
use backoffice::{api::check::day_in_france, reference::ListFilter};

use super::{
    acts::Asked,
    arguments::{List, Place, Save},
    office,
    output::line,
};

/// The agent's name when nobody is in charge and none was given.
pub(super) const NOBODY: &str = "-";

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
