//! Someone who reports problems in the street, one after the other, while the portal dies and comes back.
//! Whatever was not answered is looked at again and done again, as people do.

use tokio_util::sync::CancellationToken;

use super::{
    browser::{Answer, Browser, Gone},
    dice::Dice,
    killer::Signs,
};

/// The procedure: five short pages, one with a photo.
const PROCEDURE: &str = "/fr/demarches/signaler-un-probleme";
/// Marks whatever residents type: none of it belongs in a log.
pub(crate) const CANARY: &str = "canari";

/// What someone did, as far as the portal told them.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Reports sent, with a receipt.
    pub(crate) sent: Vec<Report>,
    /// Reports whose sending had no answer, and whose author gave up.
    pub(crate) doubtful: Vec<Report>,
    /// Drafts begun and left.
    pub(crate) left: Vec<Report>,
    /// Saves that were answered.
    pub(crate) saved: usize,
    /// Times when no answer came.
    pub(crate) interrupted: usize,
}

/// A report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    /// Identifier of the draft.
    pub(crate) draft: String,
    /// What was typed as the place; no other report has the same.
    pub(crate) place: String,
    /// The photo attached, if the portal said that it has it.
    pub(crate) photo: Option<Vec<u8>>,
    /// Photos that may have arrived.
    pub(crate) photos: usize,
    /// Address of the receipt, once sent.
    pub(crate) receipt: String,
}

/// Someone at the portal.
pub(crate) struct Resident {
    name: u8,
    browser: Browser,
    dice: Dice,
    town: Signs,
    memory: Memory,
}

impl Resident {
    /// Someone new.
    pub(crate) fn new(name: u8, browser: Browser, seed: u64, town: Signs) -> Self {
        let dice = Dice::new(seed.wrapping_mul(256).wrapping_add(u64::from(name)));
        Self {
            name,
            browser,
            dice,
            town,
            memory: Memory::default(),
        }
    }

    /// Reports until told to stop, and finishes what was begun.
    pub(crate) async fn report_until(mut self, stop: CancellationToken) -> (Browser, Memory) {
        self.town.portal_is_back().await;
        let mut turn = 0;
        while !stop.is_cancelled() {
            turn += 1;
            self.report(turn).await;
        }
        (self.browser, self.memory)
    }

    async fn report(&mut self, turn: u32) {
        let mut report = Report {
            draft: self.begin().await,
            ..Report::default()
        };
        self.save(&report.draft, "danger", &[("danger", "no")])
            .await;
        let place = format!("Canari {}-{turn}", self.name);
        self.place(&mut report, place).await;
        let problem = [
            ("category", "lighting"),
            ("noticed_on.day", "20"),
            ("noticed_on.month", "11"),
            ("noticed_on.year", "2025"),
            ("description", "Canari : la lampe clignote depuis lundi."),
        ];
        self.save(&report.draft, "probleme", &problem).await;
        if self.dice.one_in(3) {
            let place = format!("{}, non : en face", report.place);
            self.place(&mut report, place).await;
        }
        if self.dice.one_in(5) {
            self.memory.left.push(report);
            return;
        }
        self.photo(&mut report).await;
        let email = format!("canari.{}@example.org", self.name);
        let answer: &[(&str, &str)] = match self.dice.one_in(2) {
            true => &[("wants_answer", "yes"), ("email", &email)],
            false => &[("wants_answer", "no")],
        };
        self.save(&report.draft, "reponse", answer).await;
        self.send(report).await;
    }

    async fn begin(&mut self) -> String {
        loop {
            let answer = self.browser.post(PROCEDURE, &[]).await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                return answer.location.split('/').nth(3).unwrap().to_owned();
            }
        }
    }

    /// Types the place, or another one. The page must show the last place saved; after an interruption,
    /// that one or the one being saved.
    async fn place(&mut self, report: &mut Report, place: String) {
        let path = step(&report.draft, "lieu");
        let mut possible = vec![report.place.clone()];
        loop {
            let page = self.browser.get(&path).await;
            let Some(page) = self.answered(page).await else {
                continue;
            };
            let shown = page.typed("place");
            assert!(
                possible.contains(&shown),
                "{shown:?} was not typed last: {possible:?}"
            );
            let (version, details) = (page.typed("_version"), "Canari, près du banc.");
            let fields = [
                ("_version", version.as_str()),
                ("place", &place),
                ("place_details", details),
                ("do", "continue"),
            ];
            let answer = self.browser.post(&path, &fields).await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                self.memory.saved += 1;
                report.place = place;
                return;
            }
            possible.push(place.clone());
        }
    }

    /// Saves a page; saved again with the version that the page tells when no answer came.
    async fn save(&mut self, draft: &str, id: &str, fields: &[(&str, &str)]) {
        let path = step(draft, id);
        let mut version = "0".to_owned();
        loop {
            let mut all = vec![("_version", version.as_str())];
            all.extend(fields);
            all.push(("do", "continue"));
            let answer = self.browser.post(&path, &all).await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                self.memory.saved += 1;
                return;
            }
            let page = self.browser.get(&path).await;
            if let Some(page) = self.answered(page).await {
                version = page.typed("_version");
            }
        }
    }

    /// Attaches a photo once in four times, once; then goes on.
    async fn photo(&mut self, report: &mut Report) {
        let path = step(&report.draft, "photo");
        if self.dice.one_in(4) {
            let photo = jpeg(self.dice.below(200_000));
            report.photos = 1;
            let file = Some(("photos", "Canari.jpg", photo.as_slice()));
            let answer = self
                .browser
                .post_file(&path, &[("do", "add:photos")], file)
                .await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                report.photo = Some(photo);
            }
        }
        loop {
            let page = self.browser.get(&path).await;
            let Some(page) = self.answered(page).await else {
                continue;
            };
            let version = page.typed("_version");
            let fields = [("_version", version.as_str()), ("do", "continue")];
            let answer = self.browser.post_file(&path, &fields, None).await;
            if let Some(answer) = self.answered(answer).await {
                return went_on(&answer);
            }
        }
    }

    /// Sends; without an answer, sends again until there is one, or gives up once in three times.
    async fn send(&mut self, mut report: Report) {
        let path = format!("/fr/brouillons/{}/verification", report.draft);
        loop {
            let answer = self.browser.post(&path, &[]).await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                assert!(
                    answer.location.ends_with("/recepisse"),
                    "{}",
                    answer.location
                );
                report.receipt = answer.location;
                return self.memory.sent.push(report);
            }
            if self.dice.one_in(3) {
                return self.memory.doubtful.push(report);
            }
        }
    }

    /// The answer; `None` once the portal is back when there was none.
    async fn answered(&mut self, answer: Result<Answer, Gone>) -> Option<Answer> {
        let interrupted = &mut self.memory.interrupted;
        self.town.answered(answer, interrupted).await
    }
}

/// Address of a step.
pub(crate) fn step(draft: &str, id: &str) -> String {
    format!("/fr/brouillons/{draft}/etapes/{id}")
}

/// The form was taken.
pub(crate) fn went_on(answer: &Answer) {
    assert_eq!(answer.status, 303, "{}", answer.heading());
}

/// A picture that a camera could have made, as far as its head tells, with so many bytes after it.
fn jpeg(weight: u64) -> Vec<u8> {
    let mut picture = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    picture.extend(b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    picture.extend((0..weight).map(|place| (place % 251) as u8));
    picture.extend([0xFF, 0xD9]);
    picture
}
