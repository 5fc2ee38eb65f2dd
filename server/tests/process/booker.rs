//! Someone who books an appointment and moves it, one after the other, while the portal dies and comes back. Whatever was
//! not answered is sent again as it was, as people do.

use std::{mem, time::Duration};

use app::t_in;
use backoffice::ports::{Clock, SystemClock};
use domain::locale::Locale;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::{
    browser::{Answer, Browser, Gone},
    diary::{Diary, Visit},
    dice::Dice,
    killer::Signs,
    resident::{step, went_on},
};

/// Times of a visit that three counters of two places receive, one person at a time.
const TIMES: &str = "/fr/rendez-vous/piece-identite/horaires";
/// How often someone looks again for what is not there yet, and how long they wait in between: a minute in all.
const LOOKS: u32 = 400;
const MOMENT: Duration = Duration::from_millis(150);

/// A time to be pressed, and the form that it is pressed in.
struct Choice {
    action: String,
    key: String,
    slot: String,
}

/// Someone at the portal.
pub(crate) struct Booker {
    name: u8,
    browser: Browser,
    dice: Dice,
    town: Signs,
    diary: Diary,
}

impl Choice {
    fn fields(&self) -> [(&str, &str); 2] {
        [("cle", self.key.as_str()), ("horaire", self.slot.as_str())]
    }
}

impl Booker {
    /// Someone new.
    pub(crate) fn new(name: u8, browser: Browser, seed: u64, town: Signs) -> Self {
        let dice = Dice::new(seed.wrapping_mul(256).wrapping_add(u64::from(name)));
        Self {
            name,
            browser,
            dice,
            town,
            diary: Diary::default(),
        }
    }

    /// Books until told to stop, finishes what was begun, and looks at each appointment once more.
    pub(crate) async fn book_until(mut self, stop: CancellationToken) -> Diary {
        self.town.portal_is_back().await;
        while !stop.is_cancelled() {
            self.book().await;
        }
        for mut visit in mem::take(&mut self.diary.booked) {
            self.browser.cookie.clone_from(&visit.cookie);
            self.looks(&mut visit).await;
            self.diary.booked.push(visit);
        }
        self.diary
    }

    /// Books as someone whom the portal does not know yet, and moves the appointment once or twice.
    async fn book(&mut self) {
        self.browser.forget();
        let (draft, slot) = self.holds().await;
        self.says_who_comes(&draft).await;
        let receipt = self.sends(&draft).await;
        let mut visit = Visit {
            draft,
            request: String::new(),
            times: vec![slot],
            cookie: self.browser.cookie.clone(),
        };
        let Some(receipt) = receipt else {
            return self.diary.doubtful.push(visit);
        };
        visit.request = receipt.split('/').nth(3).unwrap().to_owned();
        self.opens(&receipt).await;
        self.looks(&mut visit).await;
        for _ in 0..=self.dice.below(2) {
            if !self.moves(&mut visit).await {
                break;
            }
            self.diary.moved += 1;
        }
        self.diary.booked.push(visit);
    }

    /// Presses times until one is held: the draft that begins with it, and the time.
    async fn holds(&mut self) -> (String, String) {
        loop {
            let choice = self.chooses(TIMES).await;
            let answer = loop {
                let answer = self.browser.post(&choice.action, &choice.fields()).await;
                if let Some(answer) = self.answered(answer).await {
                    break answer;
                }
            };
            match answer.status.as_u16() {
                303 => {
                    let draft = answer.location.split('/').nth(3);
                    assert_eq!(draft, Some(choice.key.as_str()), "{}", answer.location);
                    return (choice.key, choice.slot);
                }
                // Someone else has it, or they themselves: the answer that was lost held their first cookie.
                409 => self.diary.taken += 1,
                // The waiting line, after a slow moment.
                200 => sleep(MOMENT).await,
                status => panic!("{status}: {}", answer.heading()),
            }
        }
    }

    /// Opens a page of times until it shows some, and chooses one of a day: often the first, which others want too. All of
    /// them are more than two days away: they can be moved, and nobody is reminded of them yet.
    async fn chooses(&mut self, path: &str) -> Choice {
        for _ in 0..LOOKS {
            let page = format!("{path}?semaine={}", self.some_day());
            let page = self.browser.get(&page).await;
            let Some(page) = self.answered(page).await else {
                continue;
            };
            let of_form = |css: &str, name: &str| page.attributes(css, name).swap_remove(0);
            let mut slots = page.attributes(".time-week button[name='horaire']", "value");
            if slots.is_empty() {
                assert_eq!(page.status, 200, "{}", page.heading());
                sleep(MOMENT).await;
                continue;
            }
            let rank = if self.dice.one_in(3) {
                0
            } else {
                self.dice.below(u64::try_from(slots.len()).unwrap())
            };
            return Choice {
                action: of_form("#times-form", "action"),
                key: of_form("#times-form [name='cle']", "value"),
                slot: slots.swap_remove(usize::try_from(rank).unwrap()),
            };
        }
        panic!("{path} never shows times to choose")
    }

    /// A day ten days ahead or later; when nobody is received then, its page shows another one of its week.
    fn some_day(&mut self) -> String {
        let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
        let ahead = 10 + i64::try_from(self.dice.below(14)).unwrap();
        today.saturating_add(ahead.days()).to_string()
    }

    async fn says_who_comes(&mut self, draft: &str) {
        let path = step(draft, "coordonnees");
        let email = format!("canari.{}@example.org", self.name);
        loop {
            let page = self.opens(&path).await;
            let version = page.typed("_version");
            let fields = [
                ("_version", version.as_str()),
                ("name", "Canari Tilleul"),
                ("contact", "email"),
                ("email", email.as_str()),
                ("note", "Canari : je viens avec mes papiers."),
                ("do", "continue"),
            ];
            let answer = self.browser.post(&path, &fields).await;
            if let Some(answer) = self.answered(answer).await {
                return went_on(&answer);
            }
        }
    }

    /// Sends: the receipt. Without an answer, sends again until there is one, or gives up once in five times.
    async fn sends(&mut self, draft: &str) -> Option<String> {
        let path = format!("/fr/brouillons/{draft}/verification");
        loop {
            let answer = self.browser.post(&path, &[]).await;
            if let Some(answer) = self.answered(answer).await {
                went_on(&answer);
                let receipt = answer.location;
                assert!(receipt.ends_with("/recepisse"), "{receipt}");
                return Some(receipt);
            }
            if self.dice.one_in(5) {
                return None;
            }
        }
    }

    /// Moves the appointment to another time; `false` when no answer came and its author gave up.
    async fn moves(&mut self, visit: &mut Visit) -> bool {
        let path = format!("/fr/demandes/{}/horaires", visit.request);
        loop {
            let choice = self.chooses(&path).await;
            loop {
                let answer = self.browser.post(&choice.action, &choice.fields()).await;
                match self.answered(answer).await {
                    // Someone else has it: the time from before is still theirs.
                    Some(answer) if answer.status == 409 => {
                        self.diary.taken += 1;
                        self.looks(visit).await;
                        break;
                    }
                    Some(answer) => {
                        went_on(&answer);
                        // Without it, the page would say why it was not moved.
                        assert!(answer.location.contains("?fait="), "{}", answer.location);
                        visit.times = vec![choice.slot];
                        let page = self.opens(&answer.location).await;
                        let confirmed = t_in!(Locale::French, "appointment-confirmed");
                        assert_eq!(page.heading(), confirmed);
                        self.looks(visit).await;
                        return true;
                    }
                    None if self.dice.one_in(4) => {
                        self.diary.moves_in_doubt += 1;
                        visit.times.push(choice.slot);
                        // Not everybody who gives up looks at what became of it.
                        if self.dice.one_in(2) {
                            self.looks(visit).await;
                        }
                        return false;
                    }
                    None => {}
                }
            }
        }
    }

    /// Looks when the appointment is: at a time at which it may stand, and from now on at no other.
    async fn looks(&mut self, visit: &mut Visit) {
        let start = self.start_of(&visit.request).await;
        let known = visit.times.clone();
        visit.times.retain(|slot| stamp(slot) == start);
        assert!(!visit.times.is_empty(), "{start} is none of {known:?}");
    }

    /// When the appointment of a request begins, as its calendar file says once it is confirmed.
    async fn start_of(&mut self, request: &str) -> String {
        let path = format!("/fr/demandes/{request}/rendez-vous.ics");
        for _ in 0..LOOKS {
            let file = self.browser.get(&path).await;
            let Some(file) = self.answered(file).await else {
                continue;
            };
            let mut lines = file.body.lines();
            if let Some(start) = lines.find_map(|line| line.strip_prefix("DTSTART:")) {
                assert!(file.body.contains("STATUS:CONFIRMED"), "{}", file.body);
                return start.to_owned();
            }
            // Its delivery was cut: the service has it in a moment.
            assert_eq!(file.status, 404, "{}", file.heading());
            sleep(MOMENT).await;
        }
        panic!("{request} is never confirmed")
    }

    /// Opens a page until it answers: it is there.
    async fn opens(&mut self, path: &str) -> Answer {
        loop {
            let page = self.browser.get(path).await;
            if let Some(page) = self.answered(page).await {
                assert_eq!(page.status, 200, "{path}: {}", page.heading());
                return page;
            }
        }
    }

    async fn answered(&mut self, answer: Result<Answer, Gone>) -> Option<Answer> {
        let interrupted = &mut self.diary.interrupted;
        self.town.answered(answer, interrupted).await
    }
}

/// When a time begins, as calendars write it; its name says the second.
fn stamp(slot: &str) -> String {
    let second = slot.split('~').next().unwrap().parse().unwrap();
    let start = Timestamp::from_second(second).unwrap();
    start.strftime("%Y%m%dT%H%M%SZ").to_string()
}
