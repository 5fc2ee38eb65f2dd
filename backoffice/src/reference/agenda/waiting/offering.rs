//! Offering free times: each entry in its order gets the first one that suits it. An offer takes its ticks like a hold,
//! so that a time is never offered to two, nor booked by someone else meanwhile.

use std::collections::BTreeMap;

use database::Write;
use domain::{
    booking::{AppointmentStatus, Slot},
    waiting::WaitingStatus,
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::entries::{self, Entry, entry_columns};
use crate::{
    api::problem::{Answered, ProblemCode},
    ports::new_id,
    reference::{
        Inner,
        agenda::{
            booked::Kept,
            days::{self, Days},
            finding::{self, Free, Within},
            freeing::Freed,
            need::Need,
            ticks::Taker,
            time::Time,
        },
        view::View,
    },
};

/// A time stays kept for so long after its offer ended: the next one in turn gets it before everybody sees it.
const BETWEEN_TURNS: SignedDuration = SignedDuration::from_mins(10);
/// Offers of one write when everything is looked at, so that nobody waits long behind it.
pub(super) const BATCH: usize = 16;

/// Which times are offered.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    place: Option<String>,
    days: Option<Days>,
    most: usize,
}

impl Scope {
    pub(super) const fn everything() -> Self {
        Self {
            place: None,
            days: None,
            most: BATCH,
        }
    }

    const fn of(place: String, days: Days) -> Self {
        Self {
            place: Some(place),
            days: Some(days),
            most: usize::MAX,
        }
    }
}

/// Offers what this write freed.
pub(in crate::reference::agenda) async fn offer_freed(
    office: &Inner,
    tx: &mut Write<'_>,
    freed: Option<Freed>,
) -> Answered<()> {
    let Some(Freed { place, day }) = freed else {
        return Ok(());
    };
    let days = Days { from: day, to: day };
    offer(office, tx, &Scope::of(place, days)).await.map(drop)
}

/// Offers what this write opened at a place.
pub(in crate::reference::agenda) async fn offer_opened(
    office: &Inner,
    tx: &mut Write<'_>,
    place: String,
    days: Days,
) -> Answered<()> {
    offer(office, tx, &Scope::of(place, days)).await.map(drop)
}

/// Offers free times to those who wait, in their order; how many offers that made. The write has its turn
/// ([`events::in_turn`](crate::reference::events::in_turn)).
pub(super) async fn offer(office: &Inner, tx: &mut Write<'_>, scope: &Scope) -> Answered<usize> {
    let mut times = FreeTimes::new(scope);
    let mut offers = 0;
    for mut entry in waiting(office, &mut View::Within(tx), scope).await? {
        if offers == scope.most {
            break;
        }
        let suiting = times.suiting(office, &mut View::Within(tx), &entry).await?;
        let Some(suiting) = suiting else {
            // Nobody can wait for this any more: better said than waited for.
            entry.status = WaitingStatus::Expired;
            entry.keep(office, tx).await?;
            continue;
        };
        for (slot, until) in suiting {
            if let Some(hold) = keep_for(office, tx, &entry, (&slot, until)).await? {
                entry.status = WaitingStatus::Offered;
                entry.offer = Some((hold, until));
                entry.keep(office, tx).await?;
                offers += 1;
                break;
            }
            times.drop_one(&entry, &slot);
        }
    }
    Ok(offers)
}

/// Whether [`offer`] would do something about what is committed.
pub(super) async fn due(office: &Inner) -> Answered<bool> {
    let (scope, view) = (Scope::everything(), &mut View::Committed(&office.database));
    let mut times = FreeTimes::new(&scope);
    for entry in waiting(office, view, &scope).await? {
        let suiting = times.suiting(office, view, &entry).await?;
        if suiting.is_none_or(|suiting| !suiting.is_empty()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Those who wait for a time on the days of a scope, in their order.
async fn waiting(office: &Inner, view: &mut View<'_, '_>, scope: &Scope) -> Answered<Vec<Entry>> {
    let sql = concat!(
        "SELECT ",
        entry_columns!(),
        " FROM backoffice_waiting_entries
          WHERE ended_at IS NULL AND status = 'waiting' AND expires_at > $1 AND first_day <= $2 AND last_day >= $3
          ORDER BY position"
    );
    let number = |day: Option<Date>, always| day.map_or(always, days::day_number);
    let params = [
        office.clock.now().as_microsecond().into(),
        number(scope.days.map(|days| days.to), i64::MAX).into(),
        number(scope.days.map(|days| days.from), i64::MIN).into(),
    ];
    let rows = view.rows(sql, &params).await?;
    rows.iter().map(|row| Entry::of(office, row)).collect()
}

/// Takes a time for an entry; `None` when it is not there any more.
async fn keep_for(
    office: &Inner,
    tx: &mut Write<'_>,
    entry: &Entry,
    (slot, until): (&Slot, Timestamp),
) -> Answered<Option<String>> {
    let asked = (slot.id.as_str(), &entry.wish.visit);
    let view = &mut View::Within(tx);
    let time = match Time::asked(office, view, asked, None, Free::Now).await {
        Err(problem) if problem.code == ProblemCode::SlotUnavailable => return Ok(None),
        asked => asked?,
    };
    let hold = new_id(&*office.randomness);
    let kept_until = until.saturating_add(BETWEEN_TURNS).unwrap_or(until);
    let kept_until = kept_until.as_microsecond();
    let taker = Taker {
        appointment: &hold,
        held_until: Some(kept_until),
    };
    let Some(resource) = time.take(tx, taker, office.clock.now()).await? else {
        return Ok(None);
    };
    let stored = time.stored(&hold, resource, AppointmentStatus::Other);
    stored.insert(tx, office, Kept::Offered(kept_until)).await?;
    Ok(Some(hold))
}

/// Free times of a scope, looked for once for all who need the same.
struct FreeTimes<'a> {
    scope: &'a Scope,
    known: BTreeMap<String, Vec<Slot>>,
}

impl<'a> FreeTimes<'a> {
    const fn new(scope: &'a Scope) -> Self {
        Self {
            scope,
            known: BTreeMap::new(),
        }
    }

    /// The free times that suit an entry and that it did not let go before, each with the end of its offer; `None`
    /// when nobody can wait for its visit.
    async fn suiting(
        &mut self,
        office: &Inner,
        view: &mut View<'_, '_>,
        entry: &Entry,
    ) -> Answered<Option<Vec<(Slot, Timestamp)>>> {
        let (wish, now) = (&entry.wish, office.clock.now());
        let need = Need::of(&office.catalogue, &wish.visit, wish.mode);
        let rules = entries::rules(&office.catalogue.appointment_types, &wish.visit);
        let (Ok(need), Some(rules)) = (need, rules) else {
            return Ok(None);
        };
        let key = need_of(entry);
        if !self.known.contains_key(&key) {
            let found = finding::free(office, view, &need, self.within(&need, now)).await?;
            self.known.insert(key.clone(), found.slots);
        }
        let free = self.known.get(&key).map_or(&[][..], Vec::as_slice);
        let mut suiting: Vec<_> = free
            .iter()
            .filter(|slot| wish.suits(slot))
            .filter_map(|slot| {
                let latest = slot.start.checked_sub(need.visit.notice).ok()?;
                let until = rules.offer_until(now, latest, &slot.time_zone())?;
                Some((slot.clone(), until))
            })
            .collect();
        if !suiting.is_empty() {
            let refused = entry.refused(view).await?;
            suiting.retain(|(slot, _)| {
                let occupied = need.occupied(slot.start);
                !refused
                    .iter()
                    .any(|(place, it)| *place == slot.location_id && it.overlaps(occupied))
            });
        }
        Ok(Some(suiting))
    }

    /// Forgets a time that was taken meanwhile.
    fn drop_one(&mut self, entry: &Entry, slot: &Slot) {
        if let Some(known) = self.known.get_mut(&need_of(entry)) {
            known.retain(|it| it.id != slot.id);
        }
    }

    fn within(&self, need: &Need<'_>, now: Timestamp) -> Within<'_> {
        // Whatever the zone of a place, its today is one of these days, and its last day too.
        let today = now.to_zoned(TimeZone::UTC).date();
        let ahead = i64::from(need.visit.horizon_days) + 1;
        let all = Days {
            from: today.saturating_sub(1.day()),
            to: today.saturating_add(ahead.days()),
        };
        Within {
            place: self.scope.place.as_deref(),
            days: self.scope.days.unwrap_or(all),
            except: None,
        }
    }
}

/// What makes free times the same for two entries.
fn need_of(entry: &Entry) -> String {
    serde_json::to_string(&(&entry.wish.visit, entry.wish.mode)).unwrap_or_default()
}
