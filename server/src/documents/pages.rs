//! Blocks on pages: a heading stays with what it announces, a row stays whole, nothing is cut through a line.

use super::flow::{Keep, Placed, Unit};

/// What stands on a page, each with the top of its block from the top of the text.
#[derive(Default)]
pub(super) struct Sheet<'a> {
    pub(super) lines: Vec<(f32, &'a Placed)>,
    /// Thin lines: height, left end, width.
    pub(super) rules: Vec<(f32, f32, f32)>,
    /// Blocks that are headings, by their rank.
    pub(super) headings: Vec<(f32, usize)>,
}

/// Puts blocks on pages that hold that much.
pub(super) fn paginate(units: &[Unit], height: f32) -> Vec<Sheet<'_>> {
    let mut pages = Pages {
        height,
        used: 0.0,
        sheets: vec![Sheet::default()],
    };
    for (rank, unit) in units.iter().enumerate() {
        let needed = needed(units, rank, height);
        if pages.used > 0.0 && pages.used + unit.before + needed > height {
            pages.turn();
        }
        if pages.used > 0.0 {
            pages.used += unit.before;
        }
        pages.place(rank, unit);
    }
    pages.sheets
}

/// The height that must be left on a page for a block to begin there.
fn needed(units: &[Unit], rank: usize, page: f32) -> f32 {
    let Some(unit) = units.get(rank) else {
        return 0.0;
    };
    let own = match unit.keep {
        Keep::WithNext => {
            let next = units.get(rank + 1).map_or(0.0, |next| next.before);
            unit.height + next + needed(units, rank + 1, page)
        }
        Keep::Whole => unit.height,
        // Two lines at least; the first may be the mark of a list.
        Keep::Parted => {
            let line = unit.lines.last().map_or(0.0, |line| line.bottom - line.top);
            unit.height.min(2.0 * line)
        }
    };
    // What no page holds begins where it may.
    if own > page { 0.0 } else { own }
}

struct Pages<'a> {
    height: f32,
    used: f32,
    sheets: Vec<Sheet<'a>>,
}

impl<'a> Pages<'a> {
    fn turn(&mut self) {
        self.sheets.push(Sheet::default());
        self.used = 0.0;
    }

    fn place(&mut self, rank: usize, unit: &'a Unit) {
        // Columns side by side: their lines are sorted by height for the cut, and keep their order on each page.
        let mut waiting: Vec<&Placed> = unit.lines.iter().collect();
        let mut offset = 0.0;
        loop {
            let room = self.height - self.used + 0.01;
            let (here, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|line| {
                line.bottom - offset <= room || self.used <= 0.0 && line.top <= offset
            });
            let top = self.used - offset;
            if let Some(sheet) = self.sheets.last_mut() {
                if offset <= 0.0 && unit.heading.is_some() {
                    sheet.headings.push((top, rank));
                }
                sheet.lines.extend(here.iter().map(|line| (top, *line)));
            }
            if later.is_empty() {
                break;
            }
            offset = later.iter().map(|line| line.top).fold(f32::MAX, f32::min);
            waiting = later;
            self.turn();
        }
        self.used += unit.height - offset;
        if let (Some((x, width)), Some(sheet)) = (unit.rule, self.sheets.last_mut()) {
            sheet.rules.push((self.used, x, width));
        }
    }
}
