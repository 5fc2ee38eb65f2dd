//! A resident who sent a request and looks what became of it.

use std::net::SocketAddr;

use anyhow::{Context, ensure};

use crate::{
    client::Client,
    resident::{self, expect},
    rounds::Reader,
};

/// Where a code and a proof are typed.
const FOLLOW: &str = "/fr/suivi";

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page {
    /// Where the request stands.
    Request,
    /// What they and the service wrote to each other.
    Messages,
    /// Opening it with its code and the e-mail address, as on another device.
    Opening,
}

/// One of them, with their own request and their own access to it.
#[derive(Debug)]
pub(super) struct Follower {
    client: Client,
    /// Address of the request.
    request: String,
    /// Its tracking code.
    code: String,
}

impl Follower {
    /// Sends a request and notes its code.
    pub(super) async fn with_request(server: SocketAddr, person: u32) -> anyhow::Result<Self> {
        let mut client = Client::connect(server, person).await?;
        let filled = resident::fill_in(&mut client).await?;
        let receipt = resident::send(&mut client, &filled).await?;
        let page = client.get(&receipt).await?.text();
        let code = code(&page).with_context(|| format!("{receipt} shows no tracking code"))?;
        let request = receipt.trim_end_matches("/recepisse").to_owned();
        Ok(Self {
            client,
            request,
            code,
        })
    }

    /// Goes on at a server that was started anew.
    pub(super) async fn come_back_to(&mut self, server: SocketAddr) -> anyhow::Result<()> {
        self.client.come_back_to(server).await
    }

    async fn open(&mut self) -> anyhow::Result<()> {
        let (code, email) = (&self.code, resident::EMAIL);
        let typed = format!("code={code}&proof=email&_shown=email&email={email}");
        let answer = self.client.post(FOLLOW, resident::FORM, typed).await?;
        expect(&answer, 303, FOLLOW)?;
        ensure!(
            answer.location.as_ref() == Some(&self.request),
            "a code opened another request"
        );
        Ok(())
    }
}

impl Reader for Follower {
    type Page = Page;

    async fn read(&mut self, page: Page) -> anyhow::Result<()> {
        let path = match page {
            Page::Request => self.request.clone(),
            Page::Messages => format!("{}/messages", self.request),
            Page::Opening => return self.open().await,
        };
        expect(&self.client.get(&path).await?, 200, &path)
    }
}

/// The code that a receipt shows, without what groups it for reading.
fn code(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("class=\"tracking-code\"")?;
    let (_, rest) = rest.split_once("<bdi dir=\"ltr\">")?;
    let (code, _) = rest.split_once('<')?;
    Some(code.chars().filter(char::is_ascii_alphanumeric).collect())
}
