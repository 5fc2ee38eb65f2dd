//! The slow agenda: the rules as they are told, minute by minute, with a record of its own of what is taken.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use domain::{
    agenda::{Closed, Hours},
    appointment::{AppointmentType, Help, Mode},
    booking::{AskedPurpose, AskedVisit, Slot},
    resource::Resource,
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};

use super::{
    BEFORE, KNOWN, TICK, TICKS,
    chance::{in_ticks, instant, later},
};
use crate::{api::appointments::SlotPage, catalogue::Catalogue};

/// What the clocks on the walls show, tick by tick; read once for all cases.
#[derive(Default)]
pub(super) struct Walls(BTreeMap<(String, Date), Arc<Vec<DateTime>>>);

impl Walls {
    pub(super) fn of(&mut self, zone: &str, first: Date) -> Arc<Vec<DateTime>> {
        let read = || {
            let (zone, from) = (TimeZone::get(zone).unwrap(), first_tick(first));
            let ticks = from..from + i64::try_from(KNOWN * TICKS).unwrap();
            Arc::new(ticks.map(|tick| zone.to_datetime(instant(tick))).collect())
        };
        Arc::clone(self.0.entry((zone.to_owned(), first)).or_insert_with(read))
    }
}

/// The first tick that the twin knows the clocks of.
pub(super) fn first_tick(first: Date) -> i64 {
    let begin = later(first, -BEFORE).at(0, 0, 0, 0);
    TimeZone::UTC.to_timestamp(begin).unwrap().as_second() / TICK
}

/// Times that someone asks for.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) visit: AskedVisit,
    pub(super) mode: Mode,
    /// Rank of one place.
    pub(super) place: Option<usize>,
    pub(super) from: Date,
    pub(super) to: Date,
    /// The request whose own time counts as free.
    pub(super) moving: Option<String>,
}

/// A time as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) place: String,
    pub(super) left: Option<u16>,
}

impl Listed {
    pub(super) fn of(page: &SlotPage) -> Vec<Self> {
        let one = |slot: &Slot| Self {
            start: slot.start,
            end: slot.end,
            place: slot.location_id.clone(),
            left: slot.places_left,
        };
        page.items.iter().map(one).collect()
    }

    /// The earliest of each place.
    pub(super) fn first_of_places(all: &[Self]) -> Vec<Self> {
        let mut places = BTreeSet::new();
        let firsts = all.iter().filter(|it| places.insert(it.place.clone()));
        firsts.cloned().collect()
    }
}

/// What the rules make of a question.
pub(super) struct Expected {
    pub(super) times: Vec<Listed>,
    /// `None` where someone has fewer seats than people who come: whether they "receive people for this" is not said.
    pub(super) open_days: Option<BTreeSet<Date>>,
    pub(super) last_day: Option<Date>,
}

/// What a visit takes, in ticks.
pub(super) struct Takes {
    pub(super) length: i64,
    pub(super) pause: i64,
    pub(super) every: i64,
    pub(super) notice: SignedDuration,
    pub(super) horizon: i32,
    pub(super) people: i64,
    pub(super) quiet: bool,
}

/// A time that someone has: until a moment, or for good.
pub(super) struct Taken {
    /// Identifier of the hold or of the request.
    pub(super) by: String,
    pub(super) resource: usize,
    pub(super) ticks: Range<i64>,
    pub(super) seats: i64,
    pub(super) until: Option<Timestamp>,
}

/// The slow agenda. Who receives is known by rank in the catalogue.
pub(super) struct Twin {
    pub(super) catalogue: Catalogue,
    pub(super) first: Date,
    pub(super) walls: Vec<Arc<Vec<DateTime>>>,
    /// Hours that agents opened and ticks that they closed.
    pub(super) opened: Vec<(usize, Hours)>,
    pub(super) closed: BTreeSet<(usize, i64)>,
    pub(super) taken: Vec<Taken>,
    /// Open ticks that were looked at already.
    pub(super) known: BTreeMap<(usize, bool, Date), Arc<BTreeSet<i64>>>,
}

impl Twin {
    pub(super) fn new(catalogue: Catalogue, first: Date, walls: &mut Walls) -> Self {
        let places = catalogue.places.iter();
        let zones = places.map(|place| place.zone.as_deref().unwrap_or("Europe/Paris"));
        Self {
            walls: zones.map(|zone| walls.of(zone, first)).collect(),
            catalogue,
            first,
            opened: Vec::new(),
            closed: BTreeSet::new(),
            taken: Vec::new(),
            known: BTreeMap::new(),
        }
    }

    pub(super) fn resource(&self, rank: usize) -> &Resource {
        &self.catalogue.resources[rank]
    }

    /// Rank of the place of a resource.
    pub(super) fn place_of(&self, resource: usize) -> usize {
        let id = &self.resource(resource).place_id;
        let mut places = self.catalogue.places.iter();
        places.position(|place| place.id == *id).unwrap()
    }

    /// The day that it is at the place of a resource.
    pub(super) fn day_there(&self, resource: usize, at: Timestamp) -> Date {
        let place = &self.catalogue.places[self.place_of(resource)];
        let zone = place.zone.as_deref().unwrap_or("Europe/Paris");
        at.to_zoned(TimeZone::get(zone).unwrap()).date()
    }

    /// Ticks from the day before to the day after, with what the clock shows.
    pub(super) fn around(
        &self,
        resource: usize,
        day: Date,
    ) -> impl Iterator<Item = (i64, DateTime)> + Clone {
        let days = self.first.until(day).unwrap().get_days() + BEFORE - 1;
        let begin = usize::try_from(days).unwrap() * TICKS;
        let shown = &self.walls[self.place_of(resource)][begin..begin + 3 * TICKS];
        let tick = first_tick(self.first) + i64::try_from(begin).unwrap();
        (tick..).zip(shown.iter().copied())
    }

    /// From the first tick at which the clock shows the opening or later, to the last one at which it shows less than the
    /// closing.
    pub(super) fn bounds(
        &self,
        resource: usize,
        day: Date,
        (from, to): (Time, Time),
    ) -> Range<i64> {
        let around = self.around(resource, day);
        let mut reached = around.clone().filter(|it| it.1 >= day.to_datetime(from));
        let left = around.filter(|it| it.1 < day.to_datetime(to));
        reached.next().unwrap().0..left.last().unwrap().0 + 1
    }

    /// The ticks of a day at which a resource receives people; who needs quiet, at its quiet hours only.
    pub(super) fn open(&mut self, resource: usize, quiet: bool, day: Date) -> Arc<BTreeSet<i64>> {
        if let Some(open) = self.known.get(&(resource, quiet, day)) {
            return Arc::clone(open);
        }
        let open = Arc::new(self.looked_at(resource, quiet, day));
        let key = (resource, quiet, day);
        self.known.insert(key, Arc::clone(&open));
        open
    }

    pub(super) fn looked_at(&self, resource: usize, quiet: bool, day: Date) -> BTreeSet<i64> {
        let it = self.resource(resource);
        let weekday = u8::try_from(day.weekday().to_monday_one_offset()).unwrap();
        let mut hours = Vec::new();
        for weekly in if quiet { &it.quiet } else { &it.pattern.weekly } {
            let began = weekly.first_day.is_none_or(|first| first <= day);
            let ended = weekly.last_day.is_some_and(|last| last < day);
            if weekly.days.contains(&weekday) && began && !ended {
                hours.push((weekly.from, weekly.to));
            }
        }
        if !quiet {
            let opened = self.opened.iter().filter(|one| one.0 == resource);
            let besides = it.pattern.besides.iter().chain(opened.map(|one| &one.1));
            let besides = besides.filter(|one| one.day == day);
            hours.extend(besides.map(|one| (one.from, one.to)));
        }
        let mut shut = Vec::new();
        for closed in &it.pattern.closed {
            match closed {
                Closed::Hours(one) if one.day == day => shut.push((one.from, one.to)),
                Closed::Days {
                    first_day,
                    last_day,
                } if *first_day <= day && day <= *last_day => return BTreeSet::new(),
                _ => {}
            }
        }
        let bounds = |hours: Vec<(Time, Time)>| -> Vec<Range<i64>> {
            let hours = hours.into_iter();
            hours.map(|one| self.bounds(resource, day, one)).collect()
        };
        let (hours, shut) = (bounds(hours), bounds(shut));
        let ticks = self.around(resource, day).map(|(tick, _)| tick);
        ticks
            .filter(|tick| hours.iter().any(|open| open.contains(tick)))
            .filter(|tick| !shut.iter().any(|shut| shut.contains(tick)))
            .collect()
    }

    pub(super) fn kinds(&self, visit: &AskedVisit) -> Vec<(&AppointmentType, AskedPurpose)> {
        let mut kinds = Vec::new();
        for asked in &visit.purposes {
            let mut known = self.catalogue.appointment_types.iter();
            kinds.push((known.find(|it| it.id == asked.kind).unwrap(), asked.clone()));
        }
        kinds
    }

    pub(super) fn takes(&self, visit: &AskedVisit) -> Takes {
        let helps = |help: &Help| visit.help.contains(help);
        let someone = helps(&Help::SignLanguage) || helps(&Help::Interpreter);
        let (mut minutes, mut pause, mut every, mut notice) = (0_u16, 0_u16, 0_u16, 0_u16);
        let (mut horizon, mut people, mut group) = (u16::MAX, 0_u8, false);
        for (kind, asked) in self.kinds(visit) {
            minutes += kind.length.fixed
                + kind.length.per_person * u16::from(asked.people)
                + kind.length.per_document * u16::from(asked.documents);
            pause = pause.max(kind.pause_minutes);
            every = every.max(kind.every_minutes);
            notice = notice.max(kind.notice_hours);
            if someone {
                notice = notice.max(kind.help_notice_hours);
            }
            horizon = horizon.min(kind.horizon_days);
            people = people.max(asked.people);
            group |= kind.group;
        }
        // A session for several takes the time that it takes.
        if helps(&Help::MoreTime) && !group {
            minutes += minutes.div_ceil(2);
        }
        Takes {
            length: in_ticks(minutes),
            pause: in_ticks(pause),
            every: in_ticks(every),
            notice: SignedDuration::from_hours(i64::from(notice)),
            horizon: i32::from(horizon),
            people: i64::from(people),
            quiet: helps(&Help::QuietHour),
        }
    }

    /// Who receives people for all of a visit; `None` when nobody may be received for it in this way.
    pub(super) fn receiving(&self, visit: &AskedVisit, mode: Mode) -> Option<Vec<usize>> {
        let kinds = self.kinds(visit);
        if !kinds.iter().all(|(kind, _)| kind.modes.contains(&mode)) {
            return None;
        }
        let mut receiving: Vec<usize> = (0..self.catalogue.resources.len()).collect();
        receiving.retain(|rank| {
            let it = self.resource(*rank);
            it.modes.contains(&mode) && kinds.iter().all(|(kind, _)| it.types.contains(&kind.id))
        });
        // Whoever needs quiet goes to those who have quiet hours, if anyone has.
        let has_quiet = |rank: &usize| !self.resource(*rank).quiet.is_empty();
        if visit.help.contains(&Help::QuietHour) && receiving.iter().any(has_quiet) {
            receiving.retain(has_quiet);
        }
        // Whoever comes must be able to come in.
        if mode == Mode::Onsite && visit.help.contains(&Help::StepFree) {
            let places = &self.catalogue.places;
            receiving.retain(|rank| {
                places[self.place_of(*rank)]
                    .offers
                    .contains(&Help::StepFree)
            });
        }
        Some(receiving)
    }

    /// Seats of a resource that nobody has at a tick.
    pub(super) fn seats_left(
        &self,
        resource: usize,
        tick: i64,
        now: Timestamp,
        moving: Option<&str>,
    ) -> i64 {
        if self.closed.contains(&(resource, tick)) {
            return 0;
        }
        let mut left = i64::from(self.resource(resource).seats.unwrap_or(1));
        for taken in &self.taken {
            let ended = taken.until.is_some_and(|until| until <= now);
            let own = moving == Some(&*taken.by);
            if taken.resource == resource && taken.ticks.contains(&tick) && !ended && !own {
                left -= taken.seats;
            }
        }
        left
    }

    /// Seats that a visit takes of a resource: one for each person where a group is received.
    pub(super) fn seats_for(&self, resource: usize, takes: &Takes) -> i64 {
        let group = self.resource(resource).seats.is_some();
        if group { takes.people } else { 1 }
    }

    /// The ticks of a day at which a visit may begin with a resource, and the seats left during all of it.
    pub(super) fn starts(
        &mut self,
        (resource, day): (usize, Date),
        takes: &Takes,
        (now, moving): (Timestamp, Option<&str>),
    ) -> Vec<(i64, i64)> {
        let quiet = takes.quiet && !self.resource(resource).quiet.is_empty();
        let open = self.open(resource, quiet, day);
        if day > later(self.day_there(resource, now), takes.horizon) {
            return Vec::new();
        }
        let mut starts = Vec::new();
        let mut opening = 0;
        for tick in open.iter().copied() {
            if !open.contains(&(tick - 1)) {
                opening = tick;
            }
            let received = || (tick..tick + takes.length).all(|it| open.contains(&it));
            if (tick - opening) % takes.every != 0
                || instant(tick) < now + takes.notice
                || !received()
            {
                continue;
            }
            let occupied = tick..tick + takes.length + takes.pause;
            let left = occupied.map(|it| self.seats_left(resource, it, now, moving));
            let left = left.min().unwrap();
            if left >= self.seats_for(resource, takes) {
                starts.push((tick, left));
            }
        }
        starts
    }

    /// What is to be listed; `None`: refused.
    pub(super) fn list(&mut self, question: &Question, now: Timestamp) -> Option<Expected> {
        let takes = self.takes(&question.visit);
        let mut times: BTreeMap<(i64, usize), Option<u16>> = BTreeMap::new();
        let (mut open_days, mut too_small) = (BTreeSet::new(), false);
        let mut last_day: Option<Date> = None;
        for resource in self.receiving(&question.visit, question.mode)? {
            let place = self.place_of(resource);
            if question.place.is_some_and(|asked| asked != place) {
                continue;
            }
            let seats = self.resource(resource).seats;
            too_small |= seats.is_some_and(|seats| i64::from(seats) < takes.people);
            let soonest = self.day_there(resource, now + takes.notice);
            let last = later(self.day_there(resource, now), takes.horizon);
            last_day = last_day.max(Some(last));
            let quiet = takes.quiet && !self.resource(resource).quiet.is_empty();
            let mut day = question.from;
            while day <= question.to {
                let open = !self.open(resource, quiet, day).is_empty();
                if open && soonest <= day && day <= last {
                    open_days.insert(day);
                }
                let at = (now, question.moving.as_deref());
                for (tick, left) in self.starts((resource, day), &takes, at) {
                    let left = seats.map(|_| u16::try_from(left).unwrap());
                    let known = times.entry((tick, place)).or_default();
                    *known = (*known).max(left);
                }
                day = later(day, 1);
            }
        }
        let listed = |((tick, place), left): ((i64, usize), Option<u16>)| Listed {
            start: instant(tick),
            end: instant(tick + takes.length),
            place: self.catalogue.places[place].id.clone(),
            left,
        };
        Some(Expected {
            times: times.into_iter().map(listed).collect(),
            open_days: (!too_small).then_some(open_days),
            last_day,
        })
    }

    /// Who has a time free, in the order in which they are tried.
    pub(super) fn free(
        &mut self,
        visit: &AskedVisit,
        slot: &Slot,
        (now, moving): (Timestamp, Option<&str>),
    ) -> Vec<usize> {
        let (takes, tick) = (self.takes(visit), slot.start.as_second() / TICK);
        let mut free = self.receiving(visit, slot.mode).unwrap_or_default();
        free.retain(|resource| {
            let here = self.catalogue.places[self.place_of(*resource)].id == slot.location_id;
            let day = self.day_there(*resource, slot.start);
            let starts = self.starts((*resource, day), &takes, (now, moving));
            here && starts.iter().any(|start| start.0 == tick)
        });
        free
    }

    /// Notes who has a time.
    pub(super) fn take(
        &mut self,
        by: &str,
        resource: usize,
        (visit, slot): (&AskedVisit, &Slot),
        until: Option<Timestamp>,
    ) {
        let (takes, tick) = (self.takes(visit), slot.start.as_second() / TICK);
        self.taken.push(Taken {
            by: by.to_owned(),
            resource,
            ticks: tick..tick + takes.length + takes.pause,
            seats: self.seats_for(resource, &takes),
            until,
        });
    }

    pub(super) fn forget(&mut self, by: &str) {
        self.taken.retain(|taken| taken.by != by);
    }

    /// Whether a hold is still there.
    pub(super) fn is_held(&self, by: &str, now: Timestamp) -> bool {
        let mut taken = self.taken.iter();
        taken.any(|it| it.by == by && it.until.is_some_and(|until| until > now))
    }

    /// Closes days for good; how many had an appointment in them.
    pub(super) fn close(&mut self, resource: usize, (first, last): (Date, Date)) -> u64 {
        let mut closed = BTreeSet::new();
        let mut day = first;
        while day <= last {
            closed.extend(self.open(resource, false, day).iter().copied());
            day = later(day, 1);
        }
        let goes =
            |it: &Taken| it.resource == resource && it.ticks.clone().any(|at| closed.contains(&at));
        let cancelled = self
            .taken
            .iter()
            .filter(|it| goes(it) && it.until.is_none());
        let cancelled = u64::try_from(cancelled.count()).unwrap();
        self.taken.retain(|it| !goes(it));
        self.closed
            .extend(closed.iter().map(|tick| (resource, *tick)));
        cancelled
    }
}
