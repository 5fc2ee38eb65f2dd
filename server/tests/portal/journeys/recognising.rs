//! Random people answer at random moments: nothing that is public, on any day, nor what changed since the day before, is about
//! fewer than eleven of them, and no word of anybody is in it.

use std::collections::BTreeMap;

use app::paths::Path;
use backoffice::reference::Heard;
use domain::{
    locale::Locale,
    quality::FEWEST,
    submitted::Submitted,
    survey::{Moment, Subject, Way},
};
use http::StatusCode;
use jiff::SignedDuration;

use crate::support::{Resident, Town};

/// A word that everybody writes.
const CANARY: &str = "Zénobie";

/// What is asked about.
fn subjects() -> [(Moment, Subject); 4] {
    let procedure = |id: &str| Subject::Procedure(id.to_owned());
    let place = |id: &str| Subject::Place(id.to_owned());
    [
        (Moment::Procedure, procedure("acte-de-naissance")),
        (Moment::Procedure, procedure("inscription-scolaire")),
        (Moment::Place, place("mairie")),
        (Moment::Place, place("france-services")),
    ]
}

/// Numbers that are the same in each run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^= word >> 31;
        usize::try_from(word % limit as u64).unwrap()
    }

    /// Someone, and what they say of one thing; they skip what they like.
    fn heard(&mut self) -> Heard {
        let (moment, subject) = subjects()[self.below(4)].clone();
        let mut typed = vec![("comment".to_owned(), format!("{CANARY} a tout dit"))];
        let points = ["best", "good", "middle", "bad", "worst"];
        if self.below(8) > 0 {
            typed.push(("satisfaction".to_owned(), points[self.below(5)].to_owned()));
        }
        if self.below(2) == 0 {
            let key = if moment == Moment::Place {
                "pace"
            } else {
                "ease"
            };
            typed.push((key.to_owned(), points[self.below(5)].to_owned()));
        }
        if self.below(4) == 0 {
            typed.push(("assistive".to_owned(), "yes".to_owned()));
        }
        Heard {
            moment,
            subject,
            way: Way::Counter,
            language: Locale::French,
            typed: Submitted(typed),
            is_sure: true,
        }
    }
}

/// How many answers a file tells of: by thing, measure and month (empty: the whole time).
type Told = BTreeMap<(String, String, String), u64>;

/// The file of something, and the page beside it.
async fn read(reader: &Resident, subject: Option<Subject>) -> Told {
    let page = reader.open(&Path::Quality(subject.clone())).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    let data = reader.open(&Path::QualityData(subject.clone())).await;
    let table = reader.open(&Path::QualityTable(subject)).await;
    for public in [&page, &data, &table] {
        assert!(!public.body.contains(CANARY), "{}", public.path);
    }
    let mut told = Told::new();
    for line in table.body.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [kind, id, measure, month, _, count] = cells.as_slice() else {
            panic!("{line}");
        };
        let about = (
            format!("{kind} {id}"),
            (*measure).to_owned(),
            (*month).to_owned(),
        );
        *told.entry(about).or_default() += count.parse::<u64>().unwrap();
    }
    told
}

/// What one file says of the whole time, by measure.
fn totals<'a>(files: impl Iterator<Item = &'a Told>) -> BTreeMap<&'a str, u64> {
    let mut totals = BTreeMap::new();
    for ((_, measure, month), count) in files.flatten() {
        if month.is_empty() {
            *totals.entry(measure.as_str()).or_default() += count;
        }
    }
    totals
}

#[tokio::test]
async fn nobody_is_recognised_in_what_is_public_nor_in_what_changed_since() {
    for seed in 0..4 {
        let town = Town::open().await;
        let (staff, reader) = (town.office.staff(), town.resident(Locale::French));
        let mut chance = Chance(seed);
        let mut before: Vec<Told> = Vec::new();
        for _ in 0..30 {
            for _ in 0..chance.below(14) {
                staff.hear(chance.heard()).await.unwrap();
            }
            // Months pass too; the portal asks for figures once a minute.
            let days = [0, 0, 1, 9][chance.below(4)];
            town.wait(SignedDuration::from_hours(24 * days));
            town.wait(SignedDuration::from_mins(2));
            let mut files = vec![read(&reader, None).await];
            for (_, subject) in subjects() {
                files.push(read(&reader, Some(subject)).await);
            }
            for (at, file) in files.iter().enumerate() {
                for (about, count) in file {
                    assert_eq!(count % FEWEST, 0, "{about:?} of {seed}");
                    let known = before.get(at).and_then(|it| it.get(about));
                    let new = count.checked_sub(known.copied().unwrap_or(0));
                    let new = new.expect("what was public does not change");
                    assert_eq!(new % FEWEST, 0, "{about:?} of {seed}: what changed");
                }
            }
            // The whole less its parts is nobody.
            let whole = files[0]
                .iter()
                .filter(|((about, ..), _)| about == "authority ");
            let whole: Told = whole
                .map(|(about, count)| (about.clone(), *count))
                .collect();
            assert_eq!(totals([&whole].into_iter()), totals(files[1..].iter()));
            before = files;
        }
        let told: u64 = before[0].values().sum();
        assert!(told > 0, "something was published with {seed}");
    }
}
