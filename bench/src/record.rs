//! Keeps the last measures in a page of the documentation, between two marks; words around them stay.

use std::{fs, path::Path};

use anyhow::Context;

const BEGIN: &str = "<!-- measured: begin (written by make bench) -->\n";
const END: &str = "<!-- measured: end -->\n";

/// Replaces what stands between the marks.
pub(crate) fn write(page: &Path, measured: &str) -> anyhow::Result<()> {
    let text =
        fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
    let text =
        replaced(&text, measured).with_context(|| format!("{} has no marks", page.display()))?;
    fs::write(page, text).with_context(|| format!("{} cannot be written", page.display()))
}

fn replaced(text: &str, measured: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{measured}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, replaced};

    #[test]
    fn the_reasons_that_a_person_wrote_stay_around_new_figures() {
        let page = format!("# Title\n{BEGIN}old\n{END}Why: the disk.\n");
        let page = replaced(&page, "new\n").unwrap();
        assert_eq!(page, format!("# Title\n{BEGIN}new\n{END}Why: the disk.\n"));
        assert_eq!(replaced("no marks", "new"), None);
    }
}
