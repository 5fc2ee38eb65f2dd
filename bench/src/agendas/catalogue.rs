//! Two catalogues made of that of the sample commune: one of a large town with very many free times, one with a few times
//! that everybody wants.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use jiff::{ToSpan, civil::Date};

use crate::stopwatch;

/// What people come for.
pub(super) const KIND: &str = "piece-identite";
/// Places of the large town, one counter each.
pub(super) const PLACES: usize = 32;
/// Free times at the counter of each place on each day: every twenty minutes for twelve hours.
const A_DAY: usize = 36;
/// Days ahead on which one can book, and the notice.
const DAYS: usize = 90;
/// Counters and times of the few.
const COUNTERS: usize = 5;
const TIMES: usize = 40;
/// Times that everybody wants.
pub(super) const FEW: usize = COUNTERS * TIMES;

/// Folders of the two.
#[derive(Debug)]
pub(crate) struct Catalogues {
    pub(super) many: PathBuf,
    pub(super) few: PathBuf,
}

impl Catalogues {
    /// Writes both into a folder.
    pub(crate) fn write(sample: &Path, folder: &Path) -> anyhow::Result<Self> {
        let today = stopwatch::today();
        let many = folder.join("catalogue-many");
        copy(sample, &many)?;
        let (mut places, mut counters) = (String::new(), String::new());
        for place in 0..PLACES {
            place_of(place, &mut places)?;
            counter(
                &annex(place),
                &annex(place),
                EVERY_DAY,
                "20:00:00",
                &mut counters,
            )?;
        }
        append(&many.join("places.yaml"), &places)?;
        fs::write(many.join("resources.yaml"), counters)?;

        let few = folder.join("catalogue-few");
        copy(sample, &few)?;
        let day = today.checked_add(10.days())?;
        let only = only_on(day);
        let mut counters = String::new();
        for number in 0..COUNTERS {
            // Forty times of twenty minutes from eight o'clock on.
            counter(
                &format!("guichet-{number}"),
                "mairie",
                &only,
                "21:20:00",
                &mut counters,
            )?;
        }
        fs::write(few.join("resources.yaml"), counters)?;
        for folder in [&many, &few] {
            in_twenty_minutes(&folder.join("appointment_types.yaml"))?;
        }
        Ok(Self { many, few })
    }
}

/// The least number of free times in the large town: the notice takes some of today's.
pub(super) const fn least_free() -> usize {
    PLACES * A_DAY * (DAYS - 1)
}

const EVERY_DAY: &str = "";

fn only_on(day: Date) -> String {
    format!(", first_day: \"{day}\", last_day: \"{day}\"")
}

pub(super) fn annex(place: usize) -> String {
    format!("annexe-{place:02}")
}

fn copy(sample: &Path, folder: &Path) -> anyhow::Result<()> {
    let copied = std::process::Command::new("cp")
        .arg("-R")
        .args([sample, folder])
        .status()?;
    ensure!(copied.success(), "the catalogue cannot be copied");
    Ok(())
}

fn append(file: &Path, more: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(file)?;
    Ok(fs::write(file, format!("{text}\n{more}"))?)
}

fn words(words: &str) -> String {
    format!("{{ fr: \"{words}\", en: \"{words}\", ar: \"{words}\", falc: \"{words}\" }}")
}

fn place_of(place: usize, text: &mut String) -> anyhow::Result<()> {
    let (id, name) = (annex(place), words(&format!("Annexe {place}")));
    write!(
        text,
        "- id: {id}\n  name: {name}\n  purpose: {name}\n  address: [\"{place} rue des Tilleuls\", \
         \"99120 Ardane-les-Tilleuls\"]\n  phone: \"02 61 91 00 10\"\n  hours: [{name}]\n  access: [{name}]\n"
    )?;
    Ok(())
}

fn counter(
    id: &str,
    place: &str,
    when: &str,
    until: &str,
    text: &mut String,
) -> anyhow::Result<()> {
    let name = words(id);
    write!(
        text,
        "- id: {id}\n  place_id: {place}\n  name: {name}\n  types: [{KIND}]\n  modes: [onsite]\n  pattern:\n    weekly:\n      \
         - {{ days: [1, 2, 3, 4, 5, 6, 7], from: \"08:00:00\", to: \"{until}\"{when} }}\n"
    )?;
    Ok(())
}

/// Times follow each other without overlapping: what is free is what can be booked.
fn in_twenty_minutes(types: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(types)?;
    let (before, rest) = text
        .split_once("every_minutes: 10\n")
        .context("the sample commune receives people every ten minutes no more")?;
    ensure!(before.contains(KIND), "another type comes first");
    Ok(fs::write(
        types,
        format!("{before}every_minutes: 20\n{rest}"),
    )?)
}
