//! A line of a paper broken into lines of a column, both writing directions in their order (Unicode annexes 9 and 14).

use std::ops::Range;

use app::paper::{Line, Piece, Run, Weight};
use harfrust::Direction;
use unicode_bidi::{BidiInfo, Level, ParagraphBidiInfo, get_base_direction};
use unicode_linebreak::linebreaks;
use unicode_script::{Script, UnicodeScript};

use super::{
    fonts::Faces,
    shaping::{Shaped, shape},
};

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Size of the letters, in points.
    pub(super) size: f32,
    /// Weight of what does not say its own.
    pub(super) weight: Weight,
    /// Width of the column, in points.
    pub(super) width: f32,
    /// Direction of what surrounds it.
    pub(super) around: Level,
}

/// A part of a line that is drawn at once.
pub(super) struct Fragment {
    /// Rank of its piece in the line of the paper.
    pub(super) piece: usize,
    /// Its left end, from the left end of the column, in points.
    pub(super) x: f32,
    /// Its width, in points.
    pub(super) width: f32,
    /// Its weight.
    pub(super) weight: Weight,
    /// Its glyphs.
    pub(super) shaped: Shaped,
}

/// Lines of a column, each with its fragments in reading order.
pub(super) fn set(faces: &Faces, line: &Line, setting: Setting) -> Vec<Vec<Fragment>> {
    let mut lines = Vec::new();
    for hard in hard_lines(&line.pieces) {
        let source = Source::new(line, &hard, setting);
        let paragraph = Paragraph {
            faces,
            setting,
            bidi: ParagraphBidiInfo::new(&source.text, Some(source.base)),
            source: &source,
        };
        for range in paragraph.broken() {
            lines.push(paragraph.fragments(range));
        }
    }
    lines
}

/// The pieces of each line that ends where somebody ended it.
fn hard_lines(pieces: &[Piece]) -> Vec<Vec<(usize, String)>> {
    let mut lines = vec![Vec::new()];
    for (rank, piece) in pieces.iter().enumerate() {
        let words = piece.words.replace("\r\n", "\n");
        for (number, part) in words.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push((rank, clean(part)));
            }
        }
    }
    lines
}

/// What can stand in a line of text: no control characters, no marks of byte order, no characters that are none.
pub(super) fn clean(words: &str) -> String {
    words
        .chars()
        .filter_map(|sign| match sign {
            '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}' => None,
            sign if sign.is_control() || u32::from(sign) & 0xFFFE == 0xFFFE => None,
            sign => Some(sign),
        })
        .collect()
}

/// Whether a character only steers the order of others.
pub(super) const fn steers(sign: char) -> bool {
    matches!(sign, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text of a paragraph: its pieces one after the other, isolated where they run their own way.
struct Source {
    text: String,
    pieces: Vec<(Range<usize>, usize, Weight)>,
    base: Level,
}

struct Paragraph<'a> {
    faces: &'a Faces,
    setting: Setting,
    source: &'a Source,
    bidi: ParagraphBidiInfo<'a>,
}

/// A part of a paragraph of one piece, one direction and one writing.
struct Part {
    range: Range<usize>,
    piece: usize,
    weight: Weight,
    level: Level,
}

impl Source {
    fn new(line: &Line, parts: &[(usize, String)], setting: Setting) -> Self {
        let mut text = String::new();
        let mut pieces = Vec::new();
        for (rank, words) in parts {
            let Some(piece) = line.pieces.get(*rank) else {
                continue;
            };
            let opening = match (piece.run, piece.language.map(|language| language.dir())) {
                (Run::Around, _) => None,
                (Run::LeftToRight, _) | (Run::Own, Some("ltr")) => Some('\u{2066}'),
                (Run::Own, Some(_)) => Some('\u{2067}'),
                (Run::Own, None) => Some('\u{2068}'),
            };
            text.extend(opening);
            let start = text.len();
            text.push_str(words);
            let weight = match piece.weight {
                Weight::Strong => Weight::Strong,
                Weight::Plain => setting.weight,
            };
            pieces.push((start..text.len(), *rank, weight));
            text.extend(opening.map(|_| '\u{2069}'));
        }
        let base = match line.run {
            Run::Around => setting.around,
            Run::LeftToRight => Level::ltr(),
            Run::Own => match get_base_direction(&*text) {
                unicode_bidi::Direction::Rtl => Level::rtl(),
                _ => Level::ltr(),
            },
        };
        Self { text, pieces, base }
    }
}

impl Paragraph<'_> {
    /// Where each line of the column begins and ends: at the last place that the language allows, or anywhere in what
    /// is wider than the column.
    fn broken(&self) -> Vec<Range<usize>> {
        let advances = self.advances();
        let width = |range: Range<usize>| advances.get(range).map_or(0.0, |all| all.iter().sum());
        let limit = self.setting.width + 0.01;
        let (mut lines, mut start, mut used, mut from) = (Vec::new(), 0, 0.0_f32, 0);
        for (end, _) in linebreaks(&self.source.text) {
            let segment = self.source.text.get(from..end).unwrap_or_default();
            let seen = from + segment.trim_end_matches([' ', '\u{3000}']).len();
            let visible: f32 = width(from..seen);
            if used + visible > limit && from > start {
                lines.push(start..from);
                (start, used) = (from, 0.0);
            }
            if visible > limit {
                for (at, _) in segment.char_indices() {
                    let at = from + at;
                    let advance = advances.get(at).copied().unwrap_or_default();
                    if used + advance > limit && at > start && at < seen {
                        lines.push(start..at);
                        (start, used) = (at, 0.0);
                    }
                    used += advance;
                }
            } else {
                used += width(from..end);
            }
            from = end;
        }
        if start < self.source.text.len() || lines.is_empty() {
            lines.push(start..self.source.text.len());
        }
        lines
    }

    /// The width of what begins at each byte.
    fn advances(&self) -> Vec<f32> {
        let mut advances = vec![0.0; self.source.text.len()];
        for part in self.parts(&(0..self.source.text.len())) {
            let shaped = self.shape(&part);
            for (at, width) in shaped.advances {
                if let Some(advance) = advances.get_mut(part.range.start + at) {
                    *advance += width * self.setting.size;
                }
            }
        }
        advances
    }

    /// What is drawn of a line, in reading order, each at its place.
    fn fragments(&self, range: Range<usize>) -> Vec<Fragment> {
        let parts = self.parts(&range);
        let levels: Vec<Level> = parts.iter().map(|part| part.level).collect();
        let mut fragments: Vec<Fragment> = parts
            .iter()
            .map(|part| {
                let shaped = self.shape(part);
                Fragment {
                    piece: part.piece,
                    x: 0.0,
                    width: shaped.width() * self.setting.size,
                    weight: part.weight,
                    shaped,
                }
            })
            .collect();
        let whole: f32 = fragments.iter().map(|fragment| fragment.width).sum();
        let mut x = if self.source.base.is_rtl() {
            self.setting.width - whole
        } else {
            0.0
        };
        for rank in BidiInfo::reorder_visual(&levels) {
            if let Some(fragment) = fragments.get_mut(rank) {
                fragment.x = x;
                x += fragment.width;
            }
        }
        fragments
    }

    fn shape(&self, part: &Part) -> Shaped {
        let direction = if part.level.is_rtl() {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        let text = self.source.text.get(part.range.clone()).unwrap_or_default();
        shape(self.faces.of(part.weight), text, direction)
    }

    /// The parts of a line, in reading order.
    fn parts(&self, line: &Range<usize>) -> Vec<Part> {
        let levels = self.bidi.reordered_levels(line.clone());
        let mut parts: Vec<Part> = Vec::new();
        let mut script = Script::Common;
        for (within, piece, weight) in &self.source.pieces {
            let (start, end) = (within.start.max(line.start), within.end.min(line.end));
            let text = self.source.text.get(start..end).unwrap_or_default();
            let mut open = false;
            for (at, sign) in text.char_indices() {
                if steers(sign) {
                    open = false;
                    continue;
                }
                let at = start + at;
                let level = levels.get(at).copied().unwrap_or(self.source.base);
                let own = sign.script();
                let is_shared = matches!(own, Script::Common | Script::Inherited);
                let fits = is_shared || script == Script::Common || script == own;
                match parts.last_mut() {
                    Some(part) if open && part.level == level && fits => {
                        part.range.end = at + sign.len_utf8();
                    }
                    _ => {
                        parts.push(Part {
                            range: at..at + sign.len_utf8(),
                            piece: *piece,
                            weight: *weight,
                            level,
                        });
                        script = Script::Common;
                        open = true;
                    }
                }
                if !is_shared {
                    script = own;
                }
            }
        }
        parts
    }
}
