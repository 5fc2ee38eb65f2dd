//! Residents who cannot be reached: those whom no notice reaches, and messages that mail servers send back.

use std::{io::Read, process::ExitCode, sync::Arc};

use backoffice::ports::{Clock, Randomness};
use database::Database;
use domain::notice::Way;

use super::open;
use crate::{
    config::Config,
    notices::bounce::{self, Bounced},
    run::{say, say_error},
    secrets::Keys,
    store::{
        StoreError, Vault, notice_choices,
        notices::{self, Loss, Post},
    },
};

/// Lists requests whose holder wants to be told of what happens and cannot be.
///
/// # Errors
/// The database cannot be opened, or refuses.
pub async fn out_of_reach(
    config: &Config,
    randomness: Arc<dyn Randomness>,
) -> anyhow::Result<ExitCode> {
    let database = open(config).await?;
    let (vault, ways) = (vault(config, randomness)?, ways(config));
    let found = notice_choices::out_of_reach(&database, &vault, &ways).await?;
    if found.is_empty() {
        say("Everyone who wants to be told can be reached.");
    }
    for (request, number) in found {
        say(&format!("{request}  {}", number.unwrap_or_default()));
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads a message that a mail server sent back.
///
/// # Errors
/// The message cannot be read, the database cannot be opened, or refuses.
pub async fn bounce(
    config: &Config,
    clock: &dyn Clock,
    randomness: Arc<dyn Randomness>,
    message: impl Read,
) -> anyhow::Result<ExitCode> {
    let mut bytes = Vec::new();
    message.take(bounce::LONGEST).read_to_end(&mut bytes)?;
    let Some(bounced) = bounce::read(&String::from_utf8_lossy(&bytes)) else {
        say_error("this is no report of a message of the portal that failed");
        // The mail server must not send this message back in its turn.
        return Ok(ExitCode::SUCCESS);
    };
    let database = open(config).await?;
    let post = Post {
        vault: vault(config, randomness)?,
        zone: config.zone.clone(),
        ways: ways(config),
        manners: config.manners,
    };
    came_back(&database, post, bounced, clock).await?;
    Ok(ExitCode::SUCCESS)
}

/// What follows from a message that came back: another way for a notice, and no more e-mails to that address.
///
/// # Errors
/// The database or the cipher refuses.
pub async fn came_back(
    database: &Database,
    post: Post,
    bounced: Bounced,
    clock: &dyn Clock,
) -> Result<(), StoreError> {
    let now = clock.now();
    let write = database.write(move |tx| {
        Box::pin(async move {
            match bounced {
                Bounced::Notice(id) => notices::lost(tx, &post, &id, Loss::Refused, now).await,
                Bounced::Receipt(request) => {
                    notice_choices::refuse(tx, &post.vault, &request, Way::Email).await
                }
            }
        })
    });
    write.await
}

fn ways(config: &Config) -> Vec<Way> {
    let sms = config.sms.is_some().then_some(Way::Sms);
    std::iter::once(Way::Email).chain(sms).collect()
}

fn vault(config: &Config, randomness: Arc<dyn Randomness>) -> anyhow::Result<Vault> {
    let file = config.data.join("portal.key");
    // A command that looks elsewhere than the portal must say so, not make a key that opens nothing.
    anyhow::ensure!(file.is_file(), "there is no key file {}", file.display());
    let keys = Keys::load_or_create(&file, randomness.as_ref())?;
    Ok(Vault::new(keys, randomness))
}
