//! A resident who wants one of the few times: asks for the page, waits in line as long as it says, chooses, books; or
//! learns that none is left and what else there is.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context, ensure};
use hdrhistogram::Histogram;

use super::catalogue::KIND;
use crate::{
    client::{Answer, Client},
    resident::{FORM, expect, sent_on, version},
    stopwatch::Stopwatch,
};

/// More turns than anybody takes: the journey goes round in circles.
const MOST_TURNS: u32 = 500;

/// What became of someone.
#[derive(Debug)]
pub(super) struct Sought {
    /// When they came, from the beginning.
    pub(super) came: Duration,
    /// When they saw the times.
    pub(super) let_in: Duration,
    /// How many pages of the line they saw.
    pub(super) in_line: u32,
    /// How many of these after they had seen the times: they should finish undisturbed.
    pub(super) put_back: u32,
    /// Times that others had just before them.
    pub(super) refused: u32,
    /// Whether they have an appointment.
    pub(super) is_booked: bool,
    /// Answers, in microseconds from asking to the last byte.
    pub(super) waits: Histogram<u64>,
    /// Answers that say that the portal failed.
    pub(super) failures: u32,
}

struct Seeker {
    client: Client,
    waits: Histogram<u64>,
    failures: u32,
}

/// Comes after a while and seeks a time until it is booked or there is none.
pub(super) async fn seek(
    portal: SocketAddr,
    person: u32,
    begin: Stopwatch,
    after: Duration,
) -> anyhow::Result<Sought> {
    tokio::time::sleep(after.saturating_sub(begin.elapsed())).await;
    let came = begin.elapsed();
    let mut seeker = Seeker {
        client: Client::connect(portal, person).await?,
        waits: Histogram::new(3)?,
        failures: 0,
    };
    let times = format!("/fr/rendez-vous/{KIND}/horaires");
    let (mut in_line, mut put_back, mut refused, mut let_in) = (0, 0, 0, None);
    let mut page = seeker.get(&times).await?;
    for turn in 0..MOST_TURNS {
        if let Some(seconds) = page.again {
            in_line += 1;
            put_back += u32::from(let_in.is_some());
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            seeker.client.come_back_to(portal).await?;
            page = seeker.get(&times).await?;
            continue;
        }
        if page.status >= 500 {
            tokio::time::sleep(Duration::from_secs(1)).await;
            page = seeker.get(&times).await?;
            continue;
        }
        let text = page.text();
        let let_in = *let_in.get_or_insert_with(|| begin.elapsed());
        let sought = |seeker: Seeker, is_booked| Sought {
            came,
            let_in,
            in_line,
            put_back,
            refused,
            is_booked,
            waits: seeker.waits,
            failures: seeker.failures,
        };
        let free: Vec<&str> = values(&text, "name=\"horaire\" value=\"").collect();
        if free.is_empty() {
            ensure!(
                text.contains("id=\"aide\""),
                "nothing free, and nobody to ask"
            );
            return Ok(sought(seeker, false));
        }
        let key = values(&text, "name=\"cle\" value=\"")
            .next()
            .context("no key")?;
        // Nobody looks at the same time first.
        let slot = free[usize::try_from(person.wrapping_mul(2_654_435_761) ^ turn)? % free.len()];
        let body = format!("cle={key}&horaire={}", slot.replace('~', "%7E"));
        let answer = seeker.post(&times, body).await?;
        if answer.status == 303 {
            let step = sent_on(&answer, &times)?;
            seeker.fill_in(&step).await?;
            return Ok(sought(seeker, true));
        }
        refused += u32::from(answer.status == 409);
        page = answer;
    }
    anyhow::bail!("someone never came to an end")
}

impl Seeker {
    async fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        let watch = Stopwatch::start();
        let answer = self.client.get(path).await?;
        self.note(watch, answer)
    }

    async fn post(&mut self, path: &str, body: String) -> anyhow::Result<Answer> {
        let watch = Stopwatch::start();
        let answer = self.client.post(path, FORM, body).await?;
        self.note(watch, answer)
    }

    fn note(&mut self, watch: Stopwatch, answer: Answer) -> anyhow::Result<Answer> {
        self.waits
            .record(u64::try_from(watch.elapsed().as_micros())?)?;
        self.failures += u32::from(answer.status >= 500);
        Ok(answer)
    }

    /// The form that goes with a time, its review, its receipt.
    async fn fill_in(&mut self, step: &str) -> anyhow::Result<()> {
        let page = self.get(step).await?;
        expect(&page, 200, step)?;
        let version = version(&page).context("a step without version")?;
        let typed = format!(
            "_version={version}&name=Rosalie+Tilleul&contact=email&email=rosalie.tilleul%40example.org&phone=&note=\
             &do=continue"
        );
        let review = sent_on(&self.post(step, typed).await?, step)?;
        expect(&self.get(&review).await?, 200, &review)?;
        let receipt = sent_on(&self.post(&review, String::new()).await?, &review)?;
        ensure!(receipt.ends_with("/recepisse"), "{receipt} is no receipt");
        expect(&self.get(&receipt).await?, 200, &receipt)
    }
}

/// Values that stand in a page after some words.
fn values<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0))
}
