//! Whoever kills the portal with `kill -9`, again and again, while residents are at it; and the signs by which residents
//! know whether it is there.

use std::{env, sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

use super::{
    account,
    browser::{Answer, Gone},
    dice::Dice,
    program::{Running, Town},
};

/// What residents and the one who kills the portal tell each other.
#[derive(Clone)]
pub(crate) struct Signs {
    /// Whether the portal can be reached at all.
    open: watch::Receiver<bool>,
    /// How many answers there were so far.
    answers: Arc<watch::Sender<usize>>,
}

impl Signs {
    /// The answer; `None` once the portal is back when there was none, which counts as an interruption.
    pub(crate) async fn answered(
        &mut self,
        answer: Result<Answer, Gone>,
        interrupted: &mut usize,
    ) -> Option<Answer> {
        if let Ok(answer) = answer {
            assert!(
                !answer.status.is_server_error(),
                "{}: {}",
                answer.status,
                answer.heading()
            );
            self.answers.send_modify(|answers| *answers += 1);
            return Some(answer);
        }
        *interrupted += 1;
        self.portal_is_back().await;
        None
    }

    /// Waits until the portal can be reached.
    pub(crate) async fn portal_is_back(&mut self) {
        self.open.wait_for(|open| *open).await.unwrap();
    }
}

/// Whoever kills the portal of a town.
pub(crate) struct Killer<'a> {
    town: &'a Town,
    dice: Dice,
    tell: watch::Sender<bool>,
    answered: watch::Receiver<usize>,
}

impl<'a> Killer<'a> {
    /// One whose dice fall as the seed says, and the signs for residents.
    pub(crate) fn of(town: &'a Town, seed: u64) -> (Self, Signs) {
        let (tell, open) = watch::channel(false);
        let answers = Arc::new(watch::Sender::new(0));
        let killer = Self {
            town,
            dice: Dice::new(seed),
            tell,
            answered: answers.subscribe(),
        };
        (killer, Signs { open, answers })
    }

    /// Starts the portal and kills it, so many times; `longest`: a round, for a machine that does much else.
    pub(crate) async fn kills(&mut self, times: u32, longest: Duration) {
        for _ in 0..times {
            let mut portal = self.town.start();
            if self.dice.one_in(5) {
                // Killed while it starts, the very first time perhaps.
                sleep(Duration::from_millis(self.dice.below(400))).await;
                portal.kill();
                continue;
            }
            portal.open().await;
            self.tell.send_replace(true);
            // Counted in answers, so that as much happens on a slow machine; then at any moment.
            let more = 8 + usize::try_from(self.dice.below(30)).unwrap();
            let enough = *self.answered.borrow() + more;
            let answered = self.answered.wait_for(|answers| *answers >= enough);
            let _ = timeout(longest, answered).await;
            sleep(Duration::from_millis(self.dice.below(40))).await;
            self.tell.send_replace(false);
            portal.kill();
            account::two_minutes_go_by(self.town).await;
        }
    }

    /// Starts the portal for the last time.
    pub(crate) async fn leaves_it_alone(&self) -> Running {
        // A process killed while it started may have taken work on too.
        account::two_minutes_go_by(self.town).await;
        let mut portal = self.town.start();
        portal.open().await;
        self.tell.send_replace(true);
        portal
    }
}

/// The seed that the environment gives, or the usual one.
#[expect(
    clippy::print_stdout,
    reason = "whoever reads a failure needs the seed"
)]
pub(crate) fn seed() -> u64 {
    let seed = env::var("PARVIS_TEST_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or(20_261_122);
    println!("PARVIS_TEST_SEED={seed} throws the same dice again");
    seed
}
