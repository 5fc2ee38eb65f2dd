//! Messages to people on the waiting list, on both engines: each once, by the ways that they gave, by day.

use domain::{
    appointment::Mode,
    booking::{AskedPurpose, AskedVisit, Slot},
    locale::Locale,
    notice::Way,
    waiting::{Offer, WaitingEntry, WaitingStatus, Wish},
};
use jiff::{SignedDuration, Timestamp, civil::date};
use server::store::{
    StoreError, wait_messages,
    waits::{self, Contact, NewWait},
};

use crate::{notices::towns_with_phones, phones::Line, town::Town};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn entry(status: WaitingStatus, offer: Option<Offer>) -> WaitingEntry {
    WaitingEntry {
        id: "e1".to_owned(),
        status,
        wish: Wish {
            visit: AskedVisit {
                purposes: vec![AskedPurpose {
                    kind: "papers".to_owned(),
                    people: 1,
                    documents: 1,
                }],
                help: Vec::new(),
            },
            mode: Mode::Onsite,
            location_ids: Vec::new(),
            from: date(2026, 11, 23),
            to: date(2026, 12, 23),
            parts: Vec::new(),
            last_day: None,
        },
        created_at: at("2026-11-23T09:00:00Z"),
        expires_at: at("2026-12-23T23:00:00Z"),
        ahead: 0,
        offer,
        lapsed: 0,
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn offer(hold: &str, until: Timestamp) -> Option<Offer> {
    Some(Offer {
        slot: Slot {
            id: "s1".to_owned(),
            start: at("2026-12-04T09:00:00Z"),
            end: at("2026-12-04T09:20:00Z"),
            zone: "Europe/Paris".to_owned(),
            location_id: "mairie".to_owned(),
            mode: Mode::Onsite,
            places_left: None,
        },
        hold_id: hold.to_owned(),
        until,
    })
}

fn contact(way: Way, email: bool) -> Contact {
    Contact {
        way,
        email: email.then(|| "canari.mail@example.org".to_owned()),
        phone: Some("+33639981234".to_owned()),
        locale: Locale::French,
    }
}

impl Town {
    async fn enters(&self, contact: Contact) {
        let (post, at) = (self.post(), self.desk_now());
        let new = NewWait {
            id: "w1".to_owned(),
            owner: [7; 32],
            contact,
            entry: entry(WaitingStatus::Waiting, None),
            at,
        };
        let entered = self.database.write(move |tx| {
            Box::pin(async move {
                waits::insert(tx, &post.vault, &new).await?;
                let told = (&*new.id, &new.contact);
                wait_messages::tell(tx, &post, told, (None, &new.entry), at).await
            })
        });
        entered.await.map_err(|error: StoreError| error).unwrap();
    }

    async fn learns_of(&self, entry: WaitingEntry) {
        let (post, at) = (self.post(), self.desk_now());
        let learnt = self.database.write(move |tx| {
            Box::pin(async move {
                let before = waits::learn(tx, &post.vault, "w1", &entry, at).await?;
                let before = before.unwrap();
                let told = ("w1", &before.contact);
                wait_messages::tell(tx, &post, told, (Some(&before.entry), &entry), at).await
            })
        });
        learnt.await.map_err(|error: StoreError| error).unwrap();
    }

    fn desk_now(&self) -> Timestamp {
        use backoffice::ports::Clock;
        self.clock.now()
    }

    /// Letters to those who wait.
    fn wait_letters(&self) -> usize {
        let Ok(files) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return 0;
        };
        let names = files.map(|file| file.unwrap().file_name());
        names
            .filter(|name| name.to_string_lossy().starts_with("wait-"))
            .count()
    }
}

#[tokio::test]
async fn an_offer_is_told_once_by_every_way_that_was_given() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        town.enters(contact(Way::Email, true)).await;
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!((town.wait_letters(), phones.texts().len()), (1, 0));
        let until = town.desk_now() + HOUR * 4;
        for _ in 0..2 {
            let offered = entry(WaitingStatus::Offered, offer("h1", until));
            town.learns_of(offered).await;
            town.worker.send_wait_messages().await.unwrap();
        }
        let texts = phones.texts();
        assert_eq!((town.wait_letters(), texts.len()), (2, 1), "{texts:?}");
        for said in ["04/12", "10 h", "/fr/attente/"] {
            assert!(texts[0].contains(said), "{said}: {}", texts[0]);
        }
        assert!(texts[0].chars().count() <= 160, "{}", texts[0]);
        // The next offer is another one.
        let offered = entry(WaitingStatus::Offered, offer("h2", until));
        town.learns_of(offered).await;
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!((town.wait_letters(), phones.texts().len()), (3, 2));
    }
}

#[tokio::test]
async fn a_phone_rings_by_day_and_never_for_what_is_over() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        town.enters(contact(Way::Sms, false)).await;
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!(phones.texts().len(), 1);
        // Monday, ten in the evening: the offer counts from eight.
        town.wait(HOUR * 12);
        let until = town.desk_now() + HOUR * 14;
        town.learns_of(entry(WaitingStatus::Offered, offer("h1", until)))
            .await;
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!(phones.texts().len(), 1, "by night");
        town.wait(HOUR * 10 - MINUTE);
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!(phones.texts().len(), 1, "a minute too early");
        town.wait(MINUTE);
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!(phones.texts().len(), 2);
        // The gateway is busy until the next offer is over.
        phones.books().line = Line::Busy;
        let until = town.desk_now() + HOUR;
        town.learns_of(entry(WaitingStatus::Offered, offer("h2", until)))
            .await;
        town.worker.send_wait_messages().await.unwrap();
        phones.books().line = Line::Works;
        town.wait(HOUR);
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!(phones.texts().len(), 2, "too late to be of use");
    }
}

#[tokio::test]
async fn who_cannot_be_reached_by_phone_is_told_by_mail() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        phones.books().line = Line::RefusesNumber;
        town.enters(contact(Way::Sms, true)).await;
        town.worker.send_wait_messages().await.unwrap();
        town.worker.send_wait_messages().await.unwrap();
        assert_eq!((town.wait_letters(), phones.texts().len()), (1, 0));
        phones.books().line = Line::Works;
    }
}
