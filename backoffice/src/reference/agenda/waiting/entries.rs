//! Entries as they are stored and as they are read. Whoever changes one has [`events::in_turn`] in the same write.

use std::collections::BTreeSet;

use database::{Row, Write};
use domain::{
    agenda::Stretch,
    appointment::AppointmentType,
    booking::AskedVisit,
    waiting::{Offer, Waiting, WaitingEntry, WaitingStatus, Wish},
};
use jiff::Timestamp;

use super::resource;
use crate::{
    api::{
        back_office::{Novelty, Tagged, Written},
        etag,
        events::EventKind,
        problem::Answered,
    },
    catalogue::Catalogue,
    ports::{is_id, new_id},
    reference::{
        Inner,
        agenda::{
            booked::{self, Stored},
            days,
            need::Need,
        },
        events::{self, instant},
        view::View,
    },
};

/// Columns that [`Entry::of`] reads. A macro, because statements are constant texts.
macro_rules! entry_columns {
    () => {
        "id, position, status, wish, created_at, expires_at, lapses, hold_id, offered_until"
    };
}
pub(super) use entry_columns;

/// A row of the waiting list.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) position: i64,
    pub(super) status: WaitingStatus,
    pub(super) wish: Wish,
    pub(super) created_at: Timestamp,
    pub(super) expires_at: Timestamp,
    pub(super) lapses: i64,
    /// The hold of the present offer, and its end.
    pub(super) offer: Option<(String, Timestamp)>,
}

impl Entry {
    pub(super) fn of(office: &Inner, row: &Row) -> Answered<Self> {
        let id = row.text("id")?;
        let until = row.optional_int("offered_until")?.map(instant);
        Ok(Self {
            wish: office.vault.open_json(&place(&id), &row.bytes("wish")?)?,
            position: row.int("position")?,
            status: WaitingStatus::from_name(&row.text("status")?),
            created_at: instant(row.int("created_at")?),
            expires_at: instant(row.int("expires_at")?),
            lapses: row.int("lapses")?,
            offer: row.optional_text("hold_id")?.zip(until),
            id,
        })
    }

    pub(super) async fn find(
        office: &Inner,
        view: &mut View<'_, '_>,
        id: &str,
    ) -> Answered<Option<Self>> {
        if !is_id(id) {
            return Ok(None);
        }
        let sql = concat!(
            "SELECT ",
            entry_columns!(),
            " FROM backoffice_waiting_entries WHERE id = $1"
        );
        let row = view.row(sql, &[id.into()]).await?;
        row.map(|row| Self::of(office, &row)).transpose()
    }

    /// The entry that a hold was offered to.
    pub(super) async fn of_hold(
        office: &Inner,
        tx: &mut Write<'_>,
        hold: &str,
    ) -> Answered<Option<Self>> {
        let sql = concat!(
            "SELECT ",
            entry_columns!(),
            " FROM backoffice_waiting_entries WHERE hold_id = $1"
        );
        let row = tx.fetch_optional(sql, &[hold.into()]).await?;
        row.map(|row| Self::of(office, &row)).transpose()
    }

    /// Keeps a new row.
    pub(super) async fn insert(&self, office: &Inner, tx: &mut Write<'_>) -> Answered<()> {
        let wish = office
            .vault
            .seal_json(&place(&self.id), &self.wish, &*office.randomness)?;
        tx.execute(
            "INSERT INTO backoffice_waiting_entries
               (id, position, status, wish, first_day, last_day, created_at, expires_at, lapses)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                (&self.id).into(),
                self.position.into(),
                self.status.name().into(),
                wish.into(),
                days::day_number(self.wish.from).into(),
                days::day_number(self.wish.to).into(),
                self.created_at.as_microsecond().into(),
                self.expires_at.as_microsecond().into(),
                self.lapses.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Keeps where it stands now, and tells of it.
    pub(super) async fn keep(&self, office: &Inner, tx: &mut Write<'_>) -> Answered<()> {
        let at = office.clock.now().as_microsecond();
        let hold = self.offer.as_ref().map(|(hold, _)| hold.as_str());
        let until = self.offer.as_ref().map(|(_, until)| until.as_microsecond());
        tx.execute(
            "UPDATE backoffice_waiting_entries
                SET status = $2, lapses = $3, hold_id = $4, offered_until = $5, ended_at = $6
              WHERE id = $1",
            &[
                (&self.id).into(),
                self.status.name().into(),
                self.lapses.into(),
                hold.into(),
                until.into(),
                (!self.status.is_open()).then_some(at).into(),
            ],
        )
        .await?;
        let event = events::New {
            id: new_id(&*office.randomness),
            kind: EventKind::WaitingEntryUpdated,
            resource: resource(&self.id),
            etag: None,
            status: None,
            at,
        };
        Ok(event.tell(tx).await?)
    }

    /// Notes that a time was let go: it is not offered to this entry again.
    pub(super) async fn refuse(&self, tx: &mut Write<'_>, held: &Stored) -> Answered<()> {
        tx.execute(
            "INSERT INTO backoffice_waiting_refusals (entry_id, place_id, starts_at, free_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            &[
                (&self.id).into(),
                (&held.place).into(),
                held.start.as_microsecond().into(),
                held.free.as_microsecond().into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Where and when this entry let times go.
    pub(super) async fn refused(
        &self,
        view: &mut View<'_, '_>,
    ) -> Answered<Vec<(String, Stretch)>> {
        let sql = "SELECT place_id, starts_at, free_at FROM backoffice_waiting_refusals
                    WHERE entry_id = $1";
        let rows = view.rows(sql, &[(&self.id).into()]).await?;
        rows.iter()
            .map(|row| {
                let stretch = Stretch {
                    from: instant(row.int("starts_at")?),
                    to: instant(row.int("free_at")?),
                };
                Ok((row.text("place_id")?, stretch))
            })
            .collect()
    }

    /// The entry as its person is told of it.
    pub(super) async fn shown(
        &self,
        office: &Inner,
        view: &mut View<'_, '_>,
    ) -> Answered<WaitingEntry> {
        let now = office.clock.now();
        let mut shown = WaitingEntry {
            id: self.id.clone(),
            status: self.status,
            wish: self.wish.clone(),
            created_at: self.created_at,
            expires_at: self.expires_at,
            ahead: 0,
            offer: None,
            lapsed: u8::try_from(self.lapses).unwrap_or(u8::MAX),
        };
        if let Some((hold, until)) = self.offer.clone().filter(|(_, until)| *until > now) {
            let held = booked::held_in(office, view, &hold).await?;
            shown.offer = held.map(|(held, ..)| Offer {
                slot: held.slot(),
                hold_id: hold,
                until,
            });
        }
        // An offer that is over is no offer, even if nobody noted it yet.
        if self.status == WaitingStatus::Offered && shown.offer.is_none() {
            shown.status = WaitingStatus::Waiting;
        }
        if shown.status.is_open() {
            shown.ahead = self.ahead(office, view).await?;
        }
        Ok(shown)
    }

    /// How many earlier entries could take a time that suits this one.
    async fn ahead(&self, office: &Inner, view: &mut View<'_, '_>) -> Answered<u32> {
        let sql = concat!(
            "SELECT ",
            entry_columns!(),
            " FROM backoffice_waiting_entries
              WHERE ended_at IS NULL AND position < $1 AND first_day <= $2 AND last_day >= $3"
        );
        let params = [
            self.position.into(),
            days::day_number(self.wish.to).into(),
            days::day_number(self.wish.from).into(),
        ];
        let own = self.resources(&office.catalogue);
        let mut ahead = 0;
        for row in view.rows(sql, &params).await? {
            let other = Self::of(office, &row)?;
            let theirs = other.resources(&office.catalogue);
            ahead += u32::from(self.wish.meets(&other.wish) && !own.is_disjoint(&theirs));
        }
        Ok(ahead)
    }

    /// Those who could receive it.
    fn resources<'a>(&'a self, catalogue: &'a Catalogue) -> BTreeSet<&'a str> {
        let Ok(need) = Need::of(catalogue, &self.wish.visit, self.wish.mode) else {
            return BTreeSet::new();
        };
        let places = &self.wish.location_ids;
        let serving = need.resources(None);
        serving
            .filter(|(it, _)| places.is_empty() || places.contains(&it.place_id))
            .map(|(it, _)| it.id.as_str())
            .collect()
    }
}

/// What the types of a visit say of waiting; `None` when one of them takes no list.
pub(super) fn rules(types: &[AppointmentType], visit: &AskedVisit) -> Option<Waiting> {
    let purposes = visit.with(types)?;
    let mut all = purposes.iter().map(|purpose| purpose.kind.waiting);
    let first = all.next()??;
    all.try_fold(first, |rules, other| Some(rules.and(other?)))
}

/// The version of an entry: it has more that changes than its row.
pub(super) fn tagged(value: WaitingEntry) -> Tagged<WaitingEntry> {
    let text = serde_json::to_string(&value).unwrap_or_default();
    Tagged {
        etag: etag::of_parts(&[&text]),
        value,
    }
}

pub(super) fn written(value: WaitingEntry) -> Written<WaitingEntry> {
    let Tagged { value, etag } = tagged(value);
    Written {
        value,
        etag,
        novelty: Novelty::New,
    }
}

/// The place to which a wish is bound: help may say something of someone's health.
fn place(id: &str) -> String {
    format!("waiting:{id}:wish")
}
