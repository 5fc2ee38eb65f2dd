//! What stands in the agendas of a town whose portal is stopped, counted against what people remember.

use std::collections::{BTreeMap, BTreeSet};

use backoffice::ports::{Clock, SystemClock};
use database::Database;
use domain::appointment::TICK_MINUTES;
use server::store::journal;

use super::{account::number, diary::Diary, program::Town};

/// Microseconds of a tick.
const TICK: i64 = TICK_MINUTES as i64 * 60_000_000;
/// Ticks of a visit of one person for one document: twenty minutes.
const LENGTH: i64 = 4;

/// A tick of a resource that someone has: the resource, its number, the seat, and until when if it is only held.
type Tick = (String, i64, i64, Option<i64>);

/// A request as the portal kept it.
struct Sent {
    request: String,
    /// Its identifier in the back office; empty if it never got there.
    received: String,
}

/// An appointment, or a time that is held.
struct Planned {
    id: String,
    /// The request in the back office; none for a time that is held.
    request: Option<String>,
    status: String,
    resource: String,
    /// When and where, as names of times say it.
    slot: String,
    starts_at: i64,
    free_at: i64,
    held_until: Option<i64>,
}

/// The agendas, and the requests behind them.
pub(crate) struct Agendas {
    /// By draft.
    sent: BTreeMap<String, Sent>,
    /// Requests of the back office.
    received: i64,
    planned: Vec<Planned>,
    /// By appointment or hold.
    ticks: BTreeMap<String, BTreeSet<Tick>>,
    journal: Result<i64, journal::BrokenChain>,
}

impl Agendas {
    /// Reads both databases.
    pub(crate) async fn read(town: &Town) -> Self {
        let portal = Database::open(&town.portal_database).await.unwrap();
        let (sent, journal) = (sent(&portal).await, journal::verify(&portal).await);
        portal.close().await;
        let office = Database::open(&town.office_database).await.unwrap();
        let requests = "SELECT count(*) AS number FROM backoffice_requests";
        let agendas = Self {
            sent,
            received: number(&office, requests).await,
            planned: planned(&office).await,
            ticks: ticks(&office).await,
            journal: journal.unwrap(),
        };
        office.close().await;
        agendas
    }

    /// Every visit with a receipt has one appointment, at a time that its resident was told last or may have moved it to;
    /// one given up has one or none; nobody else has any.
    pub(crate) fn hold_each_visit_once(&self, diary: &Diary) {
        let mut stand: BTreeMap<&str, &Planned> = BTreeMap::new();
        for planned in self.planned.iter().filter(|it| it.held_until.is_none()) {
            assert_eq!(planned.status, "confirmed", "{}", planned.slot);
            let request = planned.request.as_deref().unwrap();
            let other = stand.insert(request, planned);
            assert!(other.is_none(), "{request} has two appointments");
        }
        assert_eq!(stand.len(), self.sent.len(), "a request, an appointment");
        assert_eq!(i64::try_from(stand.len()).unwrap(), self.received);
        for visit in diary.sent() {
            let Some(sent) = self.sent.get(&visit.draft) else {
                let request = &visit.request;
                assert!(request.is_empty(), "{request} has a receipt and is lost");
                continue;
            };
            assert!(visit.request.is_empty() || visit.request == sent.request);
            let slot = stand.remove(sent.received.as_str()).map(|it| &it.slot);
            assert!(
                slot.is_some_and(|slot| visit.times.contains(slot)),
                "{} stands at {slot:?}, and its resident knows {:?}",
                sent.request,
                visit.times
            );
        }
        assert!(stand.is_empty(), "nobody sent {:?}", stand.keys());
    }

    /// A counter receives one person at a time, and no time is held or booked over another one.
    pub(crate) fn no_two_meet(&self) {
        let mut of_resources: BTreeMap<&str, Vec<(i64, i64)>> = BTreeMap::new();
        for planned in &self.planned {
            let times = of_resources.entry(planned.resource.as_str()).or_default();
            times.push((planned.starts_at, planned.free_at));
        }
        for (resource, mut times) in of_resources {
            times.sort_unstable();
            let apart = times.windows(2).all(|pair| pair[0].1 <= pair[1].0);
            assert!(apart, "two at once at {resource}: {times:?}");
        }
    }

    /// Appointments and holds have all ticks of their one time; no tick is kept for anything else.
    pub(crate) fn no_tick_is_lost(&self) {
        let now = SystemClock.now().as_microsecond();
        let mut others = self.ticks.clone();
        for planned in &self.planned {
            if let Some(until) = planned.held_until {
                assert_eq!(planned.status, "held", "{}", planned.slot);
                // Ten minutes: whoever wants it then may take what is left of it.
                assert!(until > now, "it took so long that times are held no longer");
            }
            let (first, end) = (planned.starts_at / TICK, planned.free_at / TICK);
            assert_eq!(end - first, LENGTH, "{}", planned.slot);
            let tick = |tick| (planned.resource.clone(), tick, 0, planned.held_until);
            let wanted: BTreeSet<Tick> = (first..end).map(tick).collect();
            let kept = others.remove(&planned.id).unwrap_or_default();
            assert_eq!(kept, wanted, "the ticks of {}", planned.slot);
        }
        assert!(others.is_empty(), "kept for nobody: {others:?}");
    }

    /// No line of the portal's journal is missing or changed: each request was recorded and delivered.
    pub(crate) fn journal_is_whole(&self) {
        assert_eq!(self.journal, Ok(self.received * 2));
    }
}

async fn sent(portal: &Database) -> BTreeMap<String, Sent> {
    let sql = "SELECT id, draft_id, backoffice_id FROM submissions";
    let rows = portal.fetch_all(sql, &[]).await.unwrap();
    rows.iter()
        .map(|row| {
            let received = row.optional_text("backoffice_id").unwrap();
            let sent = Sent {
                request: row.text("id").unwrap(),
                received: received.unwrap_or_default(),
            };
            (row.text("draft_id").unwrap(), sent)
        })
        .collect()
}

async fn planned(office: &Database) -> Vec<Planned> {
    let sql = "SELECT id, request_id, status, resource_id, place_id, mode, starts_at, free_at, held_until \
               FROM backoffice_appointments";
    let rows = office.fetch_all(sql, &[]).await.unwrap();
    rows.iter()
        .map(|row| {
            let text = |name| row.text(name).unwrap();
            let starts_at = row.int("starts_at").unwrap();
            let second = starts_at / 1_000_000;
            Planned {
                id: text("id"),
                request: row.optional_text("request_id").unwrap(),
                status: text("status"),
                resource: text("resource_id"),
                slot: format!("{second}~{}~{}", text("mode"), text("place_id")),
                starts_at,
                free_at: row.int("free_at").unwrap(),
                held_until: row.optional_int("held_until").unwrap(),
            }
        })
        .collect()
}

async fn ticks(office: &Database) -> BTreeMap<String, BTreeSet<Tick>> {
    let sql = "SELECT resource_id, tick, seat, appointment_id, held_until FROM backoffice_ticks";
    let rows = office.fetch_all(sql, &[]).await.unwrap();
    let mut ticks: BTreeMap<String, BTreeSet<Tick>> = BTreeMap::new();
    for row in rows {
        let tick = (
            row.text("resource_id").unwrap(),
            row.int("tick").unwrap(),
            row.int("seat").unwrap(),
            row.optional_int("held_until").unwrap(),
        );
        let of = row.text("appointment_id").unwrap();
        ticks.entry(of).or_default().insert(tick);
    }
    ticks
}
