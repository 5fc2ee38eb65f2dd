//! Real requests: sent by residents through the pages, handled by the service with its own command.

use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::task::JoinSet;

use super::{follower::Follower, stored::Stored};
use crate::{server::Server, stopwatch::Stopwatch};

/// Commands of the back office that run at once.
const AGENTS: usize = 2;
/// How long deliveries may take.
const DELIVERY: Duration = Duration::from_secs(120);
/// Longer than the portal waits between two looks at what changed in the back office.
const NEWS: Duration = Duration::from_secs(12);

/// So many requests, each with the person who sent it. The portal that took them is stopped.
pub(super) async fn requests(stored: &Stored<'_>, people: u32) -> anyhow::Result<Vec<Follower>> {
    let server = stored.serve().await?;
    let mut all = JoinSet::new();
    for person in 0..people {
        all.spawn(Follower::with_request(server.address(), person));
    }
    let followers = all.join_all().await.into_iter();
    let followers = followers.collect::<anyhow::Result<Vec<_>>>()?;
    delivered(&server, people).await?;
    handled(stored, people).await?;
    tokio::time::sleep(NEWS).await;
    server.come_to_rest().await?;
    server.stop()?;
    Ok(followers)
}

async fn delivered(server: &Server, people: u32) -> anyhow::Result<()> {
    let watch = Stopwatch::start();
    while server.metric("deliveries{outcome=\"delivered\"}").await? < people.into() {
        ensure!(
            watch.elapsed() < DELIVERY,
            "requests do not reach the back office"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

/// Each is taken charge of and written about; every second one is closed.
async fn handled(stored: &Stored<'_>, people: u32) -> anyhow::Result<()> {
    let listed = stored.office().arg("list").output();
    let listed =
        listed.context("parvis-backoffice is not beside the server: run `make build` first")?;
    let listed = String::from_utf8(listed.stdout)?;
    let numbers = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let numbers: Vec<_> = numbers.map(str::to_owned).collect();
    ensure!(
        numbers.len() == usize::try_from(people)?,
        "the back office lists {} requests of {people}",
        numbers.len()
    );
    let take: &[&str] = &["--agent", "A. Martin"];
    let write: &[&str] = &["--text", "Votre dossier est complet."];
    let close: &[&str] = &["--outcome", "accepted", "--reason", "L’acte est joint."];
    act(stored, "take", take, numbers.iter()).await?;
    act(stored, "write", write, numbers.iter()).await?;
    act(stored, "close", close, numbers.iter().step_by(2)).await
}

/// Runs one command of the back office on each request.
async fn act(
    stored: &Stored<'_>,
    verb: &str,
    words: &[&str],
    numbers: impl Iterator<Item = &String>,
) -> anyhow::Result<()> {
    let mut running = JoinSet::new();
    for number in numbers {
        if running.len() >= AGENTS {
            succeeded(&mut running).await?;
        }
        let mut command = stored.office();
        command.arg(verb).arg(number).args(words);
        running.spawn_blocking(move || Ok(command.output()?));
    }
    while !running.is_empty() {
        succeeded(&mut running).await?;
    }
    Ok(())
}

async fn succeeded(
    running: &mut JoinSet<anyhow::Result<std::process::Output>>,
) -> anyhow::Result<()> {
    let Some(ended) = running.join_next().await else {
        return Ok(());
    };
    let output = ended.context("a command of the back office was stopped")??;
    ensure!(
        output.status.success(),
        "the back office refuses: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
