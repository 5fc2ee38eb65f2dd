//! Free times as the back office last said them, for a second at most: however many look at once, each question is asked
//! once at a time. They show what may be had; the booking alone decides. While it does not answer, what it said in the
//! last hour is still known.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use app::ports::NoTimes;
use backoffice::api::appointments::{SlotPage, SlotQuery};
use jiff::{SignedDuration, Timestamp};

/// How long what was said is shown without asking again.
const YOUNG: SignedDuration = SignedDuration::from_secs(1);
/// How long it is still told while the back office does not answer.
const KNOWN: SignedDuration = SignedDuration::from_hours(1);
/// Questions remembered; beyond that all are forgotten.
const MOST: usize = 512;
/// Times remembered that someone else had; beyond that all are forgotten.
const MOST_TAKEN: usize = 4_096;

type Answered = Result<Arc<SlotPage>, NoTimes>;

/// What is known of free times, and how.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) page: Arc<SlotPage>,
    /// `Some` when the back office does not answer: when this was so.
    pub(super) at: Option<Timestamp>,
}

/// What was last said to each question.
#[derive(Default)]
pub(crate) struct TimesNow {
    questions: Mutex<HashMap<String, Arc<Question>>>,
    /// Times that were refused because someone has them, and when.
    taken: Mutex<HashMap<String, Timestamp>>,
}

#[derive(Default)]
struct Question(tokio::sync::Mutex<Heard>);

#[derive(Default)]
struct Heard {
    /// The last answer, of whatever kind.
    said: Option<Said>,
    /// The last times, and when they were free.
    times: Option<(Timestamp, Arc<SlotPage>)>,
}

struct Said {
    at: Timestamp,
    /// Writes of this portal before it was asked.
    writes: u64,
    answer: Answered,
}

impl TimesNow {
    /// Someone else has this time.
    pub(super) fn is_taken(&self, slot: &str, now: Timestamp) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.len() >= MOST_TAKEN {
            taken.clear();
        }
        taken.insert(slot.to_owned(), now);
    }

    /// What is said now, or was a moment ago if this portal wrote nothing since.
    pub(super) async fn answer(
        &self,
        query: &SlotQuery,
        now: impl Fn() -> Timestamp,
        writes: impl Fn() -> u64,
        ask: impl AsyncFnOnce() -> Result<SlotPage, NoTimes>,
    ) -> Result<Known, NoTimes> {
        let fresh = |page| Known { page, at: None };
        // Who asks for somebody's appointment shares nothing; a query that cannot be written neither.
        let key = serde_json::to_string(&query.parameters());
        let (None, Ok(key)) = (&query.moving, key) else {
            return ask().await.map(Arc::new).map(fresh);
        };
        let question = self.question(key);
        let mut heard = question.0.lock().await;
        let writes = writes();
        let is_young = |said: &&Said| {
            let age = now().duration_since(said.at);
            said.writes == writes && (SignedDuration::ZERO..YOUNG).contains(&age)
        };
        if let Some(said) = heard.said.as_ref().filter(is_young) {
            let answer = said.answer.clone();
            let answer = answer.map(|page| fresh(self.without_taken(page, said.at)));
            return answer.or_else(|reason| heard.known(reason, now()));
        }
        let at = now();
        let answer = ask().await.map(Arc::new);
        if let Ok(page) = &answer {
            heard.times = Some((at, Arc::clone(page)));
        }
        heard.said = Some(Said {
            at,
            writes,
            answer: answer.clone(),
        });
        answer
            .map(fresh)
            .or_else(|reason| heard.known(reason, now()))
    }

    /// What was said before, without asking: the back office was just found not to answer.
    pub(super) async fn before(&self, query: &SlotQuery, now: Timestamp) -> Result<Known, NoTimes> {
        let key = serde_json::to_string(&query.parameters()).map_err(|_| NoTimes::Away)?;
        let question = self.question(key);
        let heard = question.0.lock().await;
        heard.known(NoTimes::Away, now)
    }

    fn question(&self, key: String) -> Arc<Question> {
        let mut questions = self
            .questions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if questions.len() >= MOST && !questions.contains_key(&key) {
            questions.clear();
        }
        Arc::clone(questions.entry(key).or_default())
    }

    /// The page without the times that were refused since it was said: nobody is shown again what they just did not get.
    fn without_taken(&self, page: Arc<SlotPage>, said_at: Timestamp) -> Arc<SlotPage> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = |id: &str| taken.get(id).is_some_and(|at| *at >= said_at);
        if !page.items.iter().any(|slot| gone(&slot.id)) {
            return page;
        }
        let mut left = SlotPage::clone(&page);
        left.items.retain(|slot| !gone(&slot.id));
        Arc::new(left)
    }
}

impl Heard {
    /// The last times when there is no answer; any other reason stays one.
    fn known(&self, reason: NoTimes, now: Timestamp) -> Result<Known, NoTimes> {
        let times = self.times.as_ref().filter(|_| reason == NoTimes::Away);
        let recent = |(at, _): &&(Timestamp, _)| now.duration_since(*at) <= KNOWN;
        let (at, page) = times.filter(recent).ok_or(reason)?;
        Ok(Known {
            page: Arc::clone(page),
            at: Some(*at),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use app::ports::NoTimes;
    use backoffice::api::appointments::{SlotPage, SlotQuery};
    use domain::{
        appointment::Mode,
        booking::{AskedVisit, Slot},
    };
    use jiff::{SignedDuration, Timestamp};

    use super::TimesNow;

    fn query(place: &str) -> SlotQuery {
        let day = "2026-12-07".parse().unwrap();
        SlotQuery {
            visit: AskedVisit {
                purposes: Vec::new(),
                help: Vec::new(),
            },
            mode: Mode::Onsite,
            location: Some(place.to_owned()),
            from: day,
            to: day,
            limit: 10,
            first_only: false,
            moving: None,
        }
    }

    fn page(slots: &[&str]) -> SlotPage {
        let slot = |id: &&str| Slot {
            id: (*id).to_owned(),
            start: Timestamp::UNIX_EPOCH,
            end: Timestamp::UNIX_EPOCH,
            zone: "Europe/Paris".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        };
        SlotPage {
            items: slots.iter().map(slot).collect(),
            more: false,
            open_days: Vec::new(),
            last_day: "2026-12-31".parse().unwrap(),
            as_of: Timestamp::UNIX_EPOCH,
        }
    }

    /// A portal whose back office counts how often it is asked.
    #[derive(Default)]
    struct Portal {
        times: TimesNow,
        asked: AtomicU64,
        writes: AtomicU64,
    }

    impl Portal {
        async fn answer(&self, query: &SlotQuery, now: Timestamp) -> Vec<String> {
            let ask = async || {
                self.asked.fetch_add(1, Ordering::SeqCst);
                tokio::task::yield_now().await;
                Ok::<_, NoTimes>(page(&["a", "b"]))
            };
            let writes = || self.writes.load(Ordering::SeqCst);
            let page = self.times.answer(query, || now, writes, ask).await.unwrap();
            page.page.items.iter().map(|slot| slot.id.clone()).collect()
        }

        fn asked(&self) -> u64 {
            self.asked.load(Ordering::SeqCst)
        }
    }

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    #[tokio::test]
    async fn however_many_look_each_question_is_asked_once_a_second() {
        let portal = Portal::default();
        let (here, there) = (query("mairie"), query("annexe"));
        let crowd = (0..100).map(|_| portal.answer(&here, NOW));
        futures::future::join_all(crowd).await;
        assert_eq!(portal.asked(), 1);
        portal.answer(&there, NOW).await;
        assert_eq!(portal.asked(), 2, "another question");
        let later = NOW + SignedDuration::from_secs(1);
        portal.answer(&here, later).await;
        assert_eq!(portal.asked(), 3, "a second later");
    }

    #[tokio::test]
    async fn what_this_portal_did_is_seen_at_once() {
        let portal = Portal::default();
        let here = query("mairie");
        portal.answer(&here, NOW).await;
        portal.writes.fetch_add(1, Ordering::SeqCst);
        portal.answer(&here, NOW).await;
        portal.answer(&here, NOW).await;
        assert_eq!(portal.asked(), 2);
    }

    #[tokio::test]
    async fn a_time_that_was_refused_is_not_shown_again_until_it_was_asked_for_anew() {
        let portal = Portal::default();
        let here = query("mairie");
        assert_eq!(portal.answer(&here, NOW).await, ["a", "b"]);
        portal.times.is_taken("a", NOW);
        assert_eq!(portal.answer(&here, NOW).await, ["b"]);
        let later = NOW + SignedDuration::from_secs(2);
        assert_eq!(portal.answer(&here, later).await, ["a", "b"], "free again");
    }

    #[tokio::test]
    async fn while_nobody_answers_the_last_times_are_told_for_an_hour_with_their_moment() {
        let portal = Portal::default();
        let here = query("mairie");
        portal.answer(&here, NOW).await;
        let away = async |now: Timestamp, reason: NoTimes| {
            let ask = async move || Err(reason);
            let known = portal.times.answer(&here, || now, || 0, ask).await;
            known.map(|known| (known.page.items.len(), known.at))
        };
        let later = NOW + SignedDuration::from_mins(1);
        for _ in 0..2 {
            assert_eq!(away(later, NoTimes::Away).await, Ok((2, Some(NOW))));
        }
        let before = portal.times.before(&here, later).await.unwrap();
        assert_eq!(before.at, Some(NOW));
        let end = NOW + SignedDuration::from_hours(1);
        assert_eq!(away(end, NoTimes::Away).await, Ok((2, Some(NOW))));
        let over = end + SignedDuration::from_secs(1);
        assert_eq!(away(over, NoTimes::Away).await, Err(NoTimes::Away));
        let refused = NoTimes::NotTogether;
        let unheard = later + SignedDuration::from_mins(1);
        assert_eq!(away(unheard, refused).await, Err(refused));
        let there = portal.times.before(&query("annexe"), later).await;
        assert!(there.is_err());
    }

    #[tokio::test]
    async fn the_appointment_that_moves_is_nobody_elses_question() {
        let portal = Portal::default();
        let mut moving = query("mairie");
        moving.moving = Some("a request".to_owned());
        portal.answer(&moving, NOW).await;
        portal.answer(&moving, NOW).await;
        assert_eq!(portal.asked(), 2);
    }
}
