//! Any sequence of acts of residents and agents, with a back office that comes and goes: every state that a page shows
//! is explained by its history, and no message is ever lost or doubled.

use app::{paths::Path, t_in};
use backoffice::api::requests::Outcome;
use domain::{
    locale::Locale,
    request::{AuthorKind, Status, TimelineEntry},
};
use jiff::SignedDuration;
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use tokio::runtime::Builder;

use super::{Life, Origin, agents::Deed};
use crate::support::{Death, Form, Page};

/// Something that happens.
#[derive(Debug, Clone)]
enum Happening {
    ResidentReads,
    ResidentWrites {
        file: bool,
    },
    ResidentCorrects {
        copies: u8,
    },
    ResidentGives,
    ResidentAsksForTime,
    ResidentWithdraws,
    /// Leaves the form of a message open.
    ResidentOpensAForm,
    /// Sends the one left open, after whatever happened meanwhile.
    ResidentSendsTheForm,
    AgentWrites,
    Agent(Deed),
    OfficeDies(Death),
    OfficeStarts,
    TimePasses {
        minutes: i64,
    },
    PortalGoesOn,
}

fn happening() -> impl Strategy<Value = Happening> {
    use Happening::{
        Agent, AgentWrites, OfficeDies, OfficeStarts, PortalGoesOn, ResidentAsksForTime,
        ResidentCorrects, ResidentGives, ResidentOpensAForm, ResidentReads, ResidentSendsTheForm,
        ResidentWithdraws, ResidentWrites, TimePasses,
    };
    let deeds = vec![
        Deed::Takes,
        Deed::AsksForDocuments(vec!["Domicile"]),
        Deed::AsksForDocuments(vec!["Domicile", "Identité"]),
        Deed::MarksCopies,
        Deed::Judges { accepts: true },
        Deed::Judges { accepts: false },
        Deed::Extends { grants: true },
        Deed::Extends { grants: false },
    ];
    let ends = vec![Outcome::Accepted, Outcome::Rejected, Outcome::Closed];
    let death = (1..8_usize, any::<bool>(), any::<bool>());
    prop_oneof![
        2 => Just(ResidentReads),
        4 => any::<bool>().prop_map(|file| ResidentWrites { file }),
        3 => (1..4_u8).prop_map(|copies| ResidentCorrects { copies }),
        3 => Just(ResidentGives),
        1 => Just(ResidentAsksForTime),
        1 => Just(ResidentWithdraws),
        1 => Just(ResidentOpensAForm),
        1 => Just(ResidentSendsTheForm),
        2 => Just(AgentWrites),
        7 => select(deeds).prop_map(Agent),
        1 => select(ends).prop_map(|outcome| Agent(Deed::Closes(outcome))),
        3 => death.prop_map(|(call, done, restarts)| OfficeDies(Death { call, done, restarts })),
        2 => Just(OfficeStarts),
        1 => select(vec![1, 40, 60 * 24 * 8]).prop_map(|minutes| TimePasses { minutes }),
        2 => Just(PortalGoesOn),
    ]
}

#[test]
fn every_state_is_explained_and_no_message_is_lost() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let origin = runtime.block_on(Origin::new());
    let config = Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    };
    let told = TestRunner::new(config).run(&vec(happening(), 4..20), |happenings| {
        runtime.block_on(async {
            let town = origin.memory.town().await;
            let mut story = Story::of(origin.life(&town));
            for happening in happenings {
                story.goes_on_with(happening).await;
            }
            story.ends_well().await;
        });
        Ok(())
    });
    told.unwrap_or_else(|failure| panic!("{failure}"));
}

/// A life, and the messages that its people know that they wrote.
struct Story<'a> {
    life: Life<'a>,
    resident: Vec<String>,
    agent: Vec<String>,
    open: Option<Form>,
    /// Every document that was asked for was given, and no agent did anything since.
    gave: bool,
}

impl<'a> Story<'a> {
    const fn of(life: Life<'a>) -> Self {
        Self {
            life,
            resident: Vec::new(),
            agent: Vec::new(),
            open: None,
            gave: false,
        }
    }

    /// Words that nobody wrote before.
    fn words(&self) -> String {
        format!("Canari {}.", self.resident.len() + self.agent.len())
    }

    async fn goes_on_with(&mut self, happening: Happening) {
        let life = &self.life;
        // Nobody does two things in the same second.
        life.town.wait(SignedDuration::from_secs(1));
        match happening {
            Happening::ResidentReads => self.all_is_told().await,
            Happening::ResidentWrites { file } => {
                let words = self.words();
                life.resident_writes(&words, file).await;
                self.resident.push(words);
            }
            Happening::ResidentCorrects { copies } => {
                life.resident_corrects(&copies.to_string()).await;
            }
            Happening::ResidentGives => {
                // Read from a copy, the page does not know what was asked since.
                let old = t_in!(Locale::French, "request-old-title");
                let is_fresh = !life.request().await.main().contains(&old);
                let gave = life.resident_gives("facture.pdf").await > 0;
                self.gave |= gave && is_fresh;
            }
            Happening::ResidentAsksForTime => {
                life.resident_asks_for_time().await;
            }
            Happening::ResidentWithdraws => {
                life.resident_withdraws().await;
            }
            Happening::ResidentOpensAForm => {
                self.open = Some(life.thread().await.form("#step-form"));
            }
            Happening::ResidentSendsTheForm => {
                let Some(form) = self.open.take() else { return };
                let words = self.words();
                let form = form.with("text", &words).press("send");
                // The access may be over: what is typed too late has its own tests.
                life.request().await;
                life.sends(&form).await;
                self.resident.push(words);
            }
            Happening::AgentWrites => {
                let words = self.words();
                assert!(life.agent(Deed::Writes(words.clone())).await);
                self.agent.push(words);
            }
            Happening::Agent(deed) => {
                life.agent(deed).await;
                self.gave = false;
            }
            Happening::OfficeDies(death) => life.town.back_office_dies(Some(death)),
            Happening::OfficeStarts => life.town.back_office_is_started().await,
            Happening::TimePasses { minutes } => {
                life.town.wait(SignedDuration::from_mins(minutes));
            }
            Happening::PortalGoesOn => life.goes_on().await,
        }
    }

    /// Whatever the back office does, the page says where the request stands and why, and the thread has every message
    /// of its reader once.
    async fn all_is_told(&self) {
        is_explained(&self.life.request().await);
        let shown = self.life.thread().await.all(".thread__text");
        for words in &self.resident {
            let times = shown.iter().filter(|said| *said == words).count();
            assert_eq!(times, 1, "{words} in {shown:?}");
        }
        let documents = Path::Documents(self.life.sent.request.clone());
        let documents = self.life.page(&documents).await;
        let asks = documents.has("#step-form input[type=file]");
        assert!(!(self.gave && asks), "what was given is asked for again");
    }

    async fn ends_well(&self) {
        self.life.town.back_office_dies(None);
        self.life.settles().await;
        self.all_is_told().await;
        let file = self.life.file().await;
        assert_eq!(replayed(&file.timeline), file.summary.status);
        let by = |author| {
            let messages = file.messages.iter();
            messages
                .filter(|message| message.author_kind == author)
                .map(|message| message.text.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            by(AuthorKind::Citizen),
            self.resident,
            "the service has them"
        );
        assert_eq!(by(AuthorKind::Staff), self.agent);
        let thread = self.life.thread().await;
        let shown = thread.all(".thread__text");
        assert_eq!(shown.len(), self.resident.len() + self.agent.len());
        for words in &self.agent {
            assert!(shown.contains(words), "{words} in {shown:?}");
        }
        let waiting = t_in!(Locale::French, "thread-waiting");
        assert!(!thread.main().contains(&waiting), "{}", thread.main());

        let page = self.life.request().await;
        let known = page.all(".timeline__title").len();
        assert_eq!(known, file.timeline.len() + 1, "and that it was recorded");
        assert_eq!(page.one("h1"), words_of(file.summary.status));
        let expected = file.summary.status == Status::InfoRequested;
        let told = t_in!(Locale::French, "next-demand");
        assert_eq!(page.one(".lead") == told, expected, "{}", page.main());
    }
}

fn words_of(status: Status) -> String {
    app::words::statuses::status_words(status)
}

/// The heading is the last state of the history, or what the resident did about it that is on its way.
fn is_explained(page: &Page) {
    let heading = page.one("h1");
    let recorded = t_in!(Locale::French, "status-recorded");
    let withdrawal = t_in!(Locale::French, "status-withdrawal-recorded");
    let states: Vec<String> = Status::ALL.into_iter().map(words_of).collect();
    let history = page.all(".timeline__title");
    let mut last = history
        .iter()
        .filter(|title| **title == recorded || states.contains(title));
    let last = last.next().unwrap();
    if heading == withdrawal {
        assert!(
            page.main()
                .contains(&t_in!(Locale::French, "next-withdrawal"))
        );
    } else {
        assert_eq!(&heading, last, "{history:?}");
    }
    assert!(!page.one(".lead").is_empty(), "what comes next is said");
}

/// The status to which a history leads, step by step as the rules allow.
fn replayed(timeline: &[TimelineEntry]) -> Status {
    let mut states = timeline.iter().filter_map(|entry| entry.status);
    let first = states.next().unwrap();
    assert_eq!(first, Status::Submitted);
    states.fold(first, |before, next| {
        let again = (before, next) == (Status::InfoRequested, Status::InfoRequested);
        let withdrawn = next == Status::Withdrawn && before.is_open();
        assert!(
            again || withdrawn || before.may_become(next),
            "{before:?} → {next:?}"
        );
        next
    })
}
