//! A paper as blocks one under the other, measured and tagged, not yet on pages.

use std::num::NonZeroU16;

use app::paper::{Block, Level as Rank, Line, ListKind, Paper, Term, Weight};
use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};
use unicode_bidi::Level;

use super::{
    fonts::Faces,
    lines::{Fragment, Setting, set},
    tags::{Group, Slot, Tags},
};

/// Size of ordinary letters, in points; a line is half as high again.
pub(super) const TEXT: f32 = 11.0;
const TITLE: f32 = 20.0;
const PART: f32 = 15.0;
const SECTION: f32 = 12.5;
/// Height of a line for the size of its letters.
const LEADING: f32 = 1.45;
/// Space before the marks of a list's items, and between columns.
const INDENT: f32 = 20.0;
const GAP: f32 = 12.0;
/// Part of the width that names take beside their values.
const NAMES: f32 = 0.36;
/// Lines of a paragraph that announces what follows.
const SHORT: usize = 3;
/// A list in a column narrower than this is not moved further in.
const NARROWEST: f32 = 200.0;

/// A line at its place.
pub(super) struct Placed {
    /// Top, baseline and bottom, from the top of the block, in points.
    pub(super) top: f32,
    pub(super) baseline: f32,
    pub(super) bottom: f32,
    /// Left end of the column, from the left end of the text, in points.
    pub(super) x: f32,
    /// Size of the letters.
    pub(super) size: f32,
    /// What is drawn, and where it belongs in the structure.
    pub(super) fragments: Vec<(Fragment, Slot, Option<Link>)>,
}

/// Where a text leads to.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) address: String,
    /// What is said of it: its whole text, also when a line holds a part of it only.
    pub(super) words: String,
}

/// How a block and the end of a page get on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Stays with the next block.
    WithNext,
    /// Stays whole, unless it is higher than a page.
    Whole,
    /// May be parted between two lines.
    Parted,
}

/// A block.
pub(super) struct Unit {
    pub(super) lines: Vec<Placed>,
    pub(super) height: f32,
    /// Space above it, except at the top of a page.
    pub(super) before: f32,
    pub(super) keep: Keep,
    /// A thin line under it: left end and width.
    pub(super) rule: Option<(f32, f32)>,
    /// A heading, for the outline.
    pub(super) heading: Option<(Rank, String)>,
}

/// Where blocks go: left end and width.
#[derive(Debug, Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

/// Builds the blocks.
pub(super) struct Flow<'a> {
    faces: &'a Faces,
    around: Level,
    pub(super) tags: Tags,
    pub(super) units: Vec<Unit>,
}

impl<'a> Flow<'a> {
    /// The blocks of a paper in a column of that width.
    pub(super) fn of(faces: &'a Faces, paper: &Paper, width: f32) -> Self {
        let around = if paper.language.dir() == "rtl" {
            Level::rtl()
        } else {
            Level::ltr()
        };
        let mut flow = Self {
            faces,
            around,
            tags: Tags::default(),
            units: Vec::new(),
        };
        let column = Column { x: 0.0, width };
        flow.title(&paper.title, column);
        flow.blocks(&paper.blocks, None, column);
        flow
    }

    /// One more paragraph at the end.
    pub(super) fn note(&mut self, words: String, width: f32) {
        self.paragraph(&Line::said(words), None, Column { x: 0.0, width });
    }

    /// Whether something could not be drawn as it is.
    pub(super) fn is_substituted(&self) -> bool {
        let lines = self.units.iter().flat_map(|unit| &unit.lines);
        lines
            .flat_map(|line| &line.fragments)
            .any(|(fragment, _, _)| fragment.shaped.is_substituted())
    }

    fn title(&mut self, words: &str, column: Column) {
        let tag = Tag::Hn(NonZeroU16::MIN, Some(words.to_owned()));
        let group = self.tags.group(tag, None);
        let lines = self.lines(&Line::said(words), group, column, TITLE, Weight::Strong);
        self.push(lines, 0.0, Keep::WithNext);
    }

    fn blocks(&mut self, blocks: &[Block], within: Option<Group>, column: Column) {
        for block in blocks {
            match block {
                Block::Heading(level, line) => self.heading(*level, line, within, column),
                Block::Paragraph(line) => self.paragraph(line, within, column),
                Block::List(kind, items) => self.list(*kind, items, within, column),
                Block::Terms(terms) => self.terms(terms, within, column),
            }
        }
    }

    fn heading(&mut self, level: Rank, line: &Line, within: Option<Group>, column: Column) {
        let words = line.words();
        let (number, size, before) = match level {
            Rank::Part => (2, PART, 22.0),
            Rank::Section => (3, SECTION, 14.0),
        };
        let number = NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN);
        let group = self
            .tags
            .group(Tag::Hn(number, Some(words.clone())), within);
        let lines = self.lines(line, group, column, size, Weight::Strong);
        self.push(lines, before, Keep::WithNext);
        if let Some(unit) = self.units.last_mut() {
            unit.heading = Some((level, words));
        }
    }

    fn paragraph(&mut self, line: &Line, within: Option<Group>, column: Column) {
        let group = self.tags.group(Tag::P, within);
        let lines = self.lines(line, group, column, TEXT, Weight::Plain);
        self.push(lines, 6.0, Keep::Parted);
    }

    fn list(
        &mut self,
        kind: ListKind,
        items: &[Vec<Block>],
        within: Option<Group>,
        column: Column,
    ) {
        let numbering = match kind {
            ListKind::Ordered => ListNumbering::Decimal,
            ListKind::Unordered => ListNumbering::Disc,
        };
        let list = self.tags.group(Tag::L(numbering), within);
        let indent = if column.width > NARROWEST {
            INDENT
        } else {
            0.0
        };
        let width = column.width - indent;
        let inner = Column {
            x: if self.around.is_rtl() {
                column.x
            } else {
                column.x + indent
            },
            width,
        };
        for (rank, item) in items.iter().enumerate() {
            let group = self.tags.group(Tag::LI, Some(list));
            let label = self.tags.group(Tag::Lbl, Some(group));
            let body = self.tags.group(Tag::LBody, Some(group));
            let mark = match kind {
                ListKind::Ordered => format!("{}.", rank + 1),
                ListKind::Unordered => "•".to_owned(),
            };
            let mark = self.lines(&Line::said(mark), label, column, TEXT, Weight::Plain);
            let first = self.units.len();
            self.blocks(item, Some(body), inner);
            let announces = self.units.len() > first + 1;
            if let Some(unit) = self.units.get_mut(first) {
                // The first words of an item say what follows.
                if announces && unit.keep == Keep::Parted && unit.lines.len() <= SHORT {
                    unit.keep = Keep::WithNext;
                }
                unit.lines.splice(0..0, mark);
            }
        }
    }

    fn terms(&mut self, terms: &[Term], within: Option<Group>, column: Column) {
        let table = self.tags.group(Tag::Table, within);
        let names = (column.width - GAP) * NAMES;
        let values = column.width - GAP - names;
        let (names, values) = if self.around.is_rtl() {
            let right = column.x + values + GAP;
            (
                Column {
                    x: right,
                    width: names,
                },
                Column {
                    x: column.x,
                    width: values,
                },
            )
        } else {
            let right = column.x + names + GAP;
            (
                Column {
                    x: column.x,
                    width: names,
                },
                Column {
                    x: right,
                    width: values,
                },
            )
        };
        for term in terms {
            let row = self.tags.group(Tag::TR, Some(table));
            let header = self.tags.group(Tag::TH(TableHeaderScope::Row), Some(row));
            let cell = self.tags.group(Tag::TD, Some(row));
            let mut lines = self.lines(&term.name, header, names, TEXT, Weight::Strong);
            let mut below = 0.0;
            for value in &term.values {
                let paragraph = self.tags.group(Tag::P, Some(cell));
                let mut value = self.lines(value, paragraph, values, TEXT, Weight::Plain);
                for line in &mut value {
                    line.top += below;
                    line.baseline += below;
                    line.bottom += below;
                }
                below = value.last().map_or(below, |line| line.bottom);
                lines.extend(value);
            }
            self.push(lines, 4.0, Keep::Whole);
            if let Some(unit) = self.units.last_mut() {
                unit.height += 4.0;
                unit.rule = Some((column.x, column.width));
            }
        }
    }

    fn push(&mut self, lines: Vec<Placed>, before: f32, keep: Keep) {
        let height = lines.iter().map(|line| line.bottom).fold(0.0, f32::max);
        self.units.push(Unit {
            lines,
            height,
            before,
            keep,
            rule: None,
            heading: None,
        });
    }

    /// The lines of a text, each piece with its place in the structure: in another language, or leading somewhere, it
    /// is a group of its own.
    fn lines(
        &mut self,
        line: &Line,
        group: Group,
        column: Column,
        size: f32,
        weight: Weight,
    ) -> Vec<Placed> {
        let setting = Setting {
            size,
            weight,
            width: column.width,
            around: self.around,
        };
        let places: Vec<(Slot, Option<Link>)> = line
            .pieces
            .iter()
            .map(|piece| {
                let language = piece.language.map(|language| language.tag().to_owned());
                let within = match (&piece.link, language) {
                    (Some(_), language) => {
                        self.tags.group(Tag::Link.with_lang(language), Some(group))
                    }
                    (None, Some(language)) => {
                        let tag = Tag::Span.with_lang(Some(language));
                        self.tags.group(tag, Some(group))
                    }
                    (None, None) => group,
                };
                let link = piece.link.clone().map(|address| Link {
                    address,
                    words: piece.words.clone(),
                });
                (self.tags.slot(within), link)
            })
            .collect();
        let height = size * LEADING;
        let mut top = 0.0;
        set(self.faces, line, setting)
            .into_iter()
            .map(|fragments| {
                let placed = Placed {
                    top,
                    baseline: top + height * 0.5 + size * 0.36,
                    bottom: top + height,
                    x: column.x,
                    size,
                    fragments: fragments
                        .into_iter()
                        .filter_map(|fragment| {
                            let (slot, link) = places.get(fragment.piece)?.clone();
                            Some((fragment, slot, link))
                        })
                        .collect(),
                };
                top += height;
                placed
            })
            .collect()
    }
}
