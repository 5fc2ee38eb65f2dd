//! Keeps the last measures in a page of the documentation, between two marks; words around them stay.

use std::{fs, path::Path};

use anyhow::Context;

/// What is measured and recorded by itself, each with its machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Part {
    /// A portal that begins empty: what its pages weigh and cost, what it bears.
    Portal,
    /// A portal that stores many requests, on both databases: what following one costs.
    Tracking,
    /// Agendas with very many free times, and a few times that everybody wants, on both databases.
    Appointments,
    /// Public figures of a million answers, on both databases.
    Quality,
}

impl Part {
    const fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Portal => (
                "<!-- measured: begin (written by make bench) -->\n",
                "<!-- measured: end -->\n",
            ),
            Self::Tracking => (
                "<!-- measured, tracking: begin (written by make bench) -->\n",
                "<!-- measured, tracking: end -->\n",
            ),
            Self::Appointments => (
                "<!-- measured, appointments: begin (written by make bench) -->\n",
                "<!-- measured, appointments: end -->\n",
            ),
            Self::Quality => (
                "<!-- measured, quality: begin (written by make bench) -->\n",
                "<!-- measured, quality: end -->\n",
            ),
        }
    }
}

/// Replaces what stands between the marks of a part.
pub(crate) fn write(page: &Path, part: Part, measured: &str) -> anyhow::Result<()> {
    let text =
        fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
    let text = replaced(&text, part, measured)
        .with_context(|| format!("{} has no marks", page.display()))?;
    fs::write(page, text).with_context(|| format!("{} cannot be written", page.display()))
}

fn replaced(text: &str, part: Part, measured: &str) -> Option<String> {
    let (begin, end) = part.marks();
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}{measured}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{Part, replaced};

    #[test]
    fn the_reasons_that_a_person_wrote_stay_around_new_figures() {
        let (begin, end) = Part::Portal.marks();
        let page = format!("# Title\n{begin}old\n{end}Why: the disk.\n");
        let page = replaced(&page, Part::Portal, "new\n").unwrap();
        assert_eq!(page, format!("# Title\n{begin}new\n{end}Why: the disk.\n"));
        assert_eq!(replaced("no marks", Part::Portal, "new"), None);
    }

    #[test]
    fn one_part_measured_alone_leaves_the_figures_of_the_other() {
        let [portal, tracking] = [Part::Portal, Part::Tracking].map(Part::marks);
        let page = format!("{}a\n{}{}b\n{}", portal.0, portal.1, tracking.0, tracking.1);
        let page = replaced(&page, Part::Tracking, "c\n").unwrap();
        let expected = format!("{}a\n{}{}c\n{}", portal.0, portal.1, tracking.0, tracking.1);
        assert_eq!(page, expected);
    }
}
