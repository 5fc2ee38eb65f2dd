//! Telling a portal at once that something changed. The portal reads the events by itself anyway: what gets lost here
//! only takes longer.

use std::{fs, sync::Arc, time::Duration};

use anyhow::Context;
use backoffice::{
    api::{
        back_office::{BackOffice, Paging},
        cursor::Cursor,
        events::Event,
        webhook,
    },
    ports::{Clock, SystemClock},
};

use super::arguments::Webhook;

/// Between two looks at what changed.
const PAUSE: Duration = Duration::from_secs(1);
/// Events told in one round.
const ROUND: u16 = 100;

/// Where and with which secret.
pub(super) struct Bell {
    client: reqwest::Client,
    url: String,
    secret: Vec<u8>,
    clock: Arc<dyn Clock>,
}

impl Bell {
    pub(super) fn new(asked: &Webhook) -> anyhow::Result<Option<Self>> {
        let (Some(url), Some(file)) = (&asked.webhook_url, &asked.webhook_secret_file) else {
            return Ok(None);
        };
        let secret = fs::read_to_string(file)
            .with_context(|| format!("cannot read the secret file {}", file.display()))?;
        // Already installed by another client of this process: nothing to do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Some(Self {
            client: reqwest::Client::builder()
                .timeout(Duration::from_secs(10))
                .redirect(reqwest::redirect::Policy::none())
                .build()?,
            url: url.clone(),
            secret: secret.trim().as_bytes().to_vec(),
            clock: Arc::new(SystemClock),
        }))
    }

    /// Tells every change from now on, where it was asked for; never ends.
    pub(super) async fn ring_for_ever(bell: Option<Self>, office: impl BackOffice) {
        match bell {
            Some(bell) => bell.follow(office).await,
            None => std::future::pending().await,
        }
    }

    async fn follow(self, office: impl BackOffice) {
        let mut cursor = None;
        let mut is_first = true;
        loop {
            let paging = Paging {
                cursor: cursor.clone(),
                limit: ROUND,
            };
            match office.events(paging).await {
                Ok(page) => {
                    cursor = Cursor::decode(&page.next_cursor).ok();
                    let is_last = page.items.len() < usize::from(ROUND);
                    // What happened before was read by the portal when it started.
                    if !is_first {
                        for event in &page.items {
                            self.ring(event).await;
                        }
                    }
                    is_first &= !is_last;
                    if !is_last {
                        continue;
                    }
                }
                Err(_) => tracing::warn!("changes cannot be read"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn ring(&self, event: &Event) {
        let Ok(body) = serde_json::to_vec(event) else {
            return;
        };
        let seconds = self.clock.now().as_second();
        let signature = webhook::signature(&self.secret, &event.id, seconds, &body);
        let told = self
            .client
            .post(&self.url)
            .header(http::header::CONTENT_TYPE, "application/cloudevents+json")
            .header(webhook::ID, &event.id)
            .header(webhook::TIMESTAMP, seconds)
            .header(webhook::SIGNATURE, signature)
            .body(body)
            .send()
            .await;
        if !told.is_ok_and(|answer| answer.status().is_success()) {
            tracing::warn!(
                event = event.id,
                "the portal was not told; it reads the change by itself"
            );
        }
    }
}
