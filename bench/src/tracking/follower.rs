//! Residents who sent a request and look what became of it.

use std::net::SocketAddr;

use anyhow::{Context, ensure};

use crate::{
    client::Client,
    resident::{self, expect},
    rounds::Reader,
};

/// Where a code and a proof are typed.
const FOLLOW: &str = "/fr/suivi";
/// What a page says when the back office was not asked: a page from a copy is another page, with another cost.
const FROM_A_COPY: &str = "Dernière information connue";

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

/// Residents who read one after the other.
#[derive(Debug)]
pub(super) struct Group {
    followers: Vec<Follower>,
    next: usize,
}

impl Group {
    /// Splits residents into so many groups, or fewer.
    pub(super) fn split(followers: Vec<Follower>, groups: usize) -> Vec<Self> {
        let mut split: Vec<_> = (0..groups).map(|_| Vec::new()).collect();
        for (index, follower) in followers.into_iter().enumerate() {
            split[index % groups].push(follower);
        }
        split.retain(|followers| !followers.is_empty());
        let group = |followers| Self { followers, next: 0 };
        split.into_iter().map(group).collect()
    }

    /// Goes on at a server that was started anew.
    pub(super) async fn come_back_to(&mut self, server: SocketAddr) -> anyhow::Result<()> {
        for follower in &mut self.followers {
            follower.client.come_back_to(server).await?;
        }
        Ok(())
    }
}

impl Reader for Group {
    type Page = Page;

    async fn read(&mut self, page: Page) -> anyhow::Result<()> {
        self.next = (self.next + 1) % self.followers.len();
        let follower = &mut self.followers[self.next];
        let path = match page {
            Page::Request => follower.request.clone(),
            Page::Messages => format!("{}/messages", follower.request),
            Page::Opening => return follower.open().await,
        };
        let answer = follower.client.get(&path).await?;
        expect(&answer, 200, &path)?;
        ensure!(
            !answer.text().contains(FROM_A_COPY),
            "the back office inside the portal did not answer in time"
        );
        Ok(())
    }
}

/// The code that a receipt shows, without what groups it for reading.
fn code(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("class=\"tracking-code\"")?;
    let (_, rest) = rest.split_once("<bdi dir=\"ltr\">")?;
    let (code, _) = rest.split_once('<')?;
    Some(code.chars().filter(char::is_ascii_alphanumeric).collect())
}

#[cfg(test)]
mod tests {
    use super::{FROM_A_COPY, code};

    #[test]
    fn a_page_from_a_copy_says_so_in_these_words() {
        let words = include_str!("../../../locales/fr/portal.ftl");
        assert!(words.contains(&format!("request-old-title = {FROM_A_COPY}\n")));
    }

    #[test]
    fn a_code_is_typed_without_what_groups_it() {
        let receipt = r#"<p class="tracking-code"><bdi dir="ltr">ABCD-EF12-3456</bdi></p>"#;
        assert_eq!(code(receipt).as_deref(), Some("ABCDEF123456"));
    }
}
