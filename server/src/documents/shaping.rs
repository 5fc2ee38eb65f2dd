//! A text of one direction and one writing as glyphs. A character that the font cannot draw never makes a document
//! fail: U+FFFD is drawn in its place, and programs that read the file are told the character itself.

use std::ops::Range;

use harfrust::Direction;
use krilla::text::{GlyphId, KrillaGlyph};

use super::fonts::Face;

/// Drawn in the place of what the font does not have.
pub(super) const SUBSTITUTE: char = '\u{FFFD}';

/// A shaped text.
pub(super) struct Shaped {
    /// Its glyphs, in the order in which they are drawn, in parts of the size of the letters.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// The text that the glyphs draw.
    pub(super) drawn: String,
    /// What is to be read instead of the glyphs, when they do not say it in order.
    pub(super) spoken: Option<String>,
    /// Where each group of glyphs begins in the text given, and its width; in the order of the text.
    pub(super) advances: Vec<(usize, f32)>,
}

impl Shaped {
    /// Width, in parts of the size of the letters.
    pub(super) fn width(&self) -> f32 {
        self.advances.iter().map(|(_, width)| width).sum()
    }

    /// Whether something could not be drawn.
    pub(super) fn is_substituted(&self) -> bool {
        self.drawn.contains(SUBSTITUTE)
    }
}

/// Shapes a text.
pub(super) fn shape(face: &Face, text: &str, direction: Direction) -> Shaped {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let glyphs = glyphs(face, text, direction);
    let missing: Vec<Range<usize>> = glyphs
        .iter()
        .filter(|glyph| is_missing(glyph))
        .map(|glyph| glyph.text_range.clone())
        .collect();
    if missing.is_empty() {
        let backwards = direction == Direction::RightToLeft && glyphs.len() > 1;
        let spoken = backwards.then(|| text.to_owned());
        return shaped(&signs, glyphs, spoken);
    }
    let mut drawn: Vec<(usize, char)> = Vec::new();
    for (at, sign) in signs {
        let last = drawn.last().map(|(_, last)| *last);
        if !missing.iter().any(|cluster| cluster.contains(&at)) || has(face, sign) {
            drawn.push((at, sign));
        } else if last != Some(SUBSTITUTE) {
            // One sign for what is one picture: an emoji is often made of several characters.
            drawn.push((at, SUBSTITUTE));
        }
    }
    let mut again = self::glyphs(face, &words(&drawn), direction);
    if again.iter().any(is_missing) {
        // Characters that the font has one by one and not together.
        for (_, sign) in &mut drawn {
            *sign = SUBSTITUTE;
        }
        again = self::glyphs(face, &words(&drawn), direction);
    }
    shaped(&drawn, again, Some(text.to_owned()))
}

/// Brings together what is known of a shaped text; each sign drawn comes with its place in the text given.
fn shaped(drawn: &[(usize, char)], glyphs: Vec<KrillaGlyph>, spoken: Option<String>) -> Shaped {
    let mut places = Vec::with_capacity(drawn.len());
    let mut at = 0;
    for (given, sign) in drawn {
        places.push((at, *given));
        at += sign.len_utf8();
    }
    let mut advances: Vec<(usize, f32)> = glyphs
        .iter()
        .map(|glyph| {
            let place = places.partition_point(|(at, _)| *at <= glyph.text_range.start);
            let given = places.get(place.saturating_sub(1));
            (given.map_or(0, |(_, given)| *given), glyph.x_advance)
        })
        .collect();
    advances.sort_by_key(|(at, _)| *at);
    Shaped {
        drawn: words(drawn),
        glyphs,
        spoken,
        advances,
    }
}

/// Glyphs of a text, each with the part of the text that it draws.
#[expect(
    clippy::cast_precision_loss,
    reason = "units of a font are small numbers"
)]
fn glyphs(face: &Face, text: &str, direction: Direction) -> Vec<KrillaGlyph> {
    let buffer = face.shape(text, direction);
    let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.push(text.len());
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| {
        let next = starts.partition_point(|known| *known <= start);
        starts.get(next).copied().unwrap_or(text.len())
    };
    let part = |units: i32| units as f32 / face.units;
    infos
        .iter()
        .zip(positions)
        .map(|(info, place)| {
            let start = info.cluster as usize;
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                part(place.x_advance),
                part(place.x_offset),
                part(place.y_offset),
                part(place.y_advance),
                start..end(start),
                None,
            )
        })
        .collect()
}

/// The glyph 0 is what fonts draw for what they do not have.
fn is_missing(glyph: &KrillaGlyph) -> bool {
    glyph.glyph_id.to_u32() == 0
}

fn has(face: &Face, sign: char) -> bool {
    let alone = glyphs(face, sign.encode_utf8(&mut [0; 4]), Direction::LeftToRight);
    !alone.iter().any(is_missing)
}

fn words(signs: &[(usize, char)]) -> String {
    signs.iter().map(|(_, sign)| sign).collect()
}
