//! Those who may come by, each with a request, a decided request and a draft of a holder who may be someone else.

use app::paths::{Carried, Path};
use axum::body::Body;
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Asking, Closing, NewDelivery, NewDocument},
};
use domain::locale::Locale;
use jiff::SignedDuration;

use crate::{
    journeys::{
        appointments::booked,
        follow_up::{Sent, number, sent},
    },
    routes::addresses::{DRAFT, SENT, identifier},
    support::{Filler, PDF, Resident, Town},
};

/// What one books.
const VISIT: &str = "piece-identite";

/// Who comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Without a cookie.
    Nobody,
    /// Holder of another request and of another draft.
    Stranger,
    Holder,
    /// Was the holder; a week ago.
    Over,
    /// Was given a code to read, and one of the draft.
    Reader,
    /// Was given a code to act, and one of the draft.
    Actor,
    /// Was given codes, which were taken back since.
    Revoked,
}

impl Who {
    pub(super) const ALL: [Self; 7] = [
        Self::Nobody,
        Self::Stranger,
        Self::Holder,
        Self::Over,
        Self::Reader,
        Self::Actor,
        Self::Revoked,
    ];
}

/// Someone before what belongs to a holder.
pub(super) struct Scene {
    pub(super) town: Town,
    pub(super) person: Resident,
    /// A request whose service waits for a document.
    waiting: Sent,
    draft: String,
    file: String,
    /// A decided request, and its document.
    decided: String,
    document: String,
    /// A request with an appointment, and a draft with a time.
    booked: String,
    held: String,
    /// Codes to revoke: of the request, of the draft.
    codes: [String; 2],
}

impl Scene {
    pub(super) async fn set(who: Who, locale: Locale) -> Self {
        let town = Town::open().await;
        let waiting = waiting(&town, locale).await;
        let holder = &waiting.resident;
        let (decided, document) = decided(&town, holder).await;
        let (draft, file) = draft(&town, holder).await;
        let booked = identifier(&booked(&town, holder, VISIT).await);
        let held = identifier(&holder.hold(VISIT, "onsite").await);
        let request = Carried::Request(waiting.request.clone());
        let codes = [
            give(holder, &request, "read").await.0,
            give(holder, &Carried::Draft(draft.clone()), "").await.0,
        ];
        let visitor = town.resident(locale);
        let mut scene = Self {
            town,
            person: visitor,
            waiting,
            draft,
            file,
            decided,
            document,
            booked,
            held,
            codes,
        };
        match who {
            Who::Nobody => {}
            Who::Stranger => {
                let filler = Filler::choosing(&[]);
                let procedure = scene.town.procedure(SENT);
                scene.person.request_of(procedure, &filler).await;
                scene.person.begin(DRAFT).await;
            }
            Who::Holder => std::mem::swap(&mut scene.person, &mut scene.waiting.resident),
            Who::Over => {
                std::mem::swap(&mut scene.person, &mut scene.waiting.resident);
                scene.town.wait(SignedDuration::from_hours(24 * 7));
            }
            Who::Reader => scene.is_given_codes("read", false).await,
            Who::Actor => scene.is_given_codes("act", false).await,
            Who::Revoked => scene.is_given_codes("act", true).await,
        }
        scene
    }

    async fn is_given_codes(&self, scope: &str, takes_back: bool) {
        let holder = &self.waiting.resident;
        for carried in [
            Carried::Request(self.waiting.request.clone()),
            Carried::Request(self.decided.clone()),
            Carried::Request(self.booked.clone()),
            Carried::Draft(self.draft.clone()),
            Carried::Draft(self.held.clone()),
        ] {
            let (id, code) = give(holder, &carried, scope).await;
            let form = self.person.open(&Path::TakeUp).await.form("#step-form");
            self.person.go_on(&form.with("code", &code)).await;
            if takes_back {
                let code = holder.at(&Path::HandOverCode { carried, code: id });
                let post = holder.post(&code).body(Body::empty()).unwrap();
                assert!(holder.send(post).await.status.is_redirection());
            }
        }
    }

    /// The address that a pattern stands for.
    pub(super) fn address(&self, pattern: &str) -> String {
        let of_draft = pattern.contains("{draft}");
        let of_visit = [
            "/horaires",
            "/personnes",
            "/prolongation",
            "/retard",
            "/rendez-vous.ics",
        ];
        let of_visit =
            of_visit.iter().any(|end| pattern.ends_with(end)) || pattern.contains("/tour");
        let request = if pattern.contains("{document}") {
            &self.decided
        } else if of_visit {
            &self.booked
        } else {
            &self.waiting.request
        };
        let draft = if of_visit { &self.held } else { &self.draft };
        pattern
            .replace("{request}", request)
            .replace("{draft}", draft)
            .replace("{kind}", VISIT)
            .replace("{place}", "mairie")
            .replace("{page}", "aide")
            .replace("{code}", &self.codes[usize::from(of_draft)])
            .replace("{file}", &self.file)
            .replace("{document}", &self.document)
            .replace("{lang}", self.person.locale.segment())
            .replace("{procedure}", SENT)
            .replace("{step}", "enfants")
            .replace("{item}", "1")
            .replace("{moment}", "demarche")
            .replace("{about}", "lieux")
            .replace("{id}", "mairie")
            .replace("{word}", "AAAAAAAAAAAAAAAA")
    }

    /// The same of something that does not exist, for an address that names a draft or a request.
    pub(super) fn unknown(&self, pattern: &str) -> Option<String> {
        let unknown = pattern
            .replace("{request}", "AAAAAAAAAAAAAAAAAAAAAA")
            .replace("{draft}", "AAAAAAAAAAAAAAAAAAAAAA");
        (unknown != pattern).then(|| self.address(&unknown))
    }

    /// What the service knows of the request once everything reached it.
    pub(super) async fn happened(&self) -> String {
        self.town.worker.deliver_follow_up().await.unwrap();
        let staff = self.town.office.staff();
        let file = staff.file(&self.waiting.number).await.unwrap();
        format!("{:?} {:?}", file.summary.status, file.timeline)
    }
}

/// A request whose service asks for a document.
async fn waiting(town: &Town, locale: Locale) -> Sent {
    let sent = sent(town, locale).await;
    let document = NewDocument {
        title: "Justificatif de domicile".to_owned(),
        why: "Pour vérifier votre adresse.".to_owned(),
        examples: Vec::new(),
    };
    let asking = Asking {
        due_on: Some("2026-12-20".parse().unwrap()),
        documents: vec![document],
        ..Asking::default()
    };
    sent.staff_does(town, Act::Ask(asking)).await;
    sent.page().await;
    sent
}

/// A request of the same holder that came to its end: its identifier and that of its document.
async fn decided(town: &Town, holder: &Resident) -> (String, String) {
    let procedure = town.procedure(SENT);
    let receipt = holder.request_of(procedure, &Filler::choosing(&[])).await;
    town.worker.deliver().await.unwrap();
    let request = identifier(&receipt);
    let page = holder.open(&Path::Request(request.clone())).await;
    let number = number(&page);
    let delivery = NewDelivery {
        filename: "acte.pdf".to_owned(),
        title: "Copie intégrale".to_owned(),
        valid_until: None,
        content: PDF.to_vec(),
    };
    let closing = Closing {
        documents: vec![delivery],
        ..Closing::new(Outcome::Accepted, "Voici votre acte.")
    };
    let staff = town.office.staff();
    let version = staff.file(&number).await.unwrap().version;
    let close = Act::Close(closing);
    staff.act(&number, version, "Ali", close).await.unwrap();
    let page = holder.open(&Path::Request(request.clone())).await;
    let href = page.attributes("main a[download]", "href").remove(0);
    let document = href.rsplit('/').next().unwrap().to_owned();
    (request, document)
}

/// A whole draft: its identifier and that of a file.
async fn draft(town: &Town, holder: &Resident) -> (String, String) {
    let mut files = Vec::new();
    let filler = Filler::choosing(&[]).listing(1);
    let review = holder
        .fill_in(town.procedure(DRAFT), &filler, &mut |_| {})
        .await;
    let draft = identifier(&review);
    for href in review.attributes("main a[href*='/etapes/']", "href") {
        let page = holder.get(&href).await;
        files.extend(page.attributes(".file__item a", "href"));
    }
    let file = files[0].rsplit('/').next().unwrap().to_owned();
    (draft, file)
}

/// Gives a code: its identifier and the code.
async fn give(holder: &Resident, carried: &Carried, scope: &str) -> (String, String) {
    let page = holder.open(&Path::HandOver(carried.clone())).await;
    let form = page.form("#step-form").with("purpose", "helper");
    let form = form.with("scope", scope).with("life", "week");
    let page = holder.go_on(&form).await;
    let id = page.path.rsplit('/').next().unwrap().to_owned();
    (id, page.one(".hand-over-code__whole"))
}
