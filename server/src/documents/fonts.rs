//! The letters of our documents: one family for Latin, Arabic, Greek, Cyrillic and Hebrew, whose letters are told
//! apart easily (I, l, 1). Embedded, so that every machine makes the same file (`fonts/LICENSE`).

use std::sync::LazyLock;

use app::paper::Weight;
use harfrust::{
    BufferFlags, Direction, FontRef, GlyphBuffer, ShapeOptions, Shaper, ShaperData, UnicodeBuffer,
};
use krilla::text::Font;

static REGULAR: LazyLock<Option<Source>> =
    LazyLock::new(|| Source::read(include_bytes!("fonts/DejaVuSans.ttf")));
static BOLD: LazyLock<Option<Source>> =
    LazyLock::new(|| Source::read(include_bytes!("fonts/DejaVuSans-Bold.ttf")));

/// A font, read once.
struct Source {
    font: Font,
    reference: FontRef<'static>,
    data: ShaperData,
}

impl Source {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let reference = FontRef::new(bytes).ok()?;
        Some(Self {
            font: Font::new(bytes.into(), 0)?,
            data: ShaperData::new(&reference),
            reference,
        })
    }

    fn face(&'static self) -> Face {
        let shaper = self.data.shaper(&self.reference).build();
        #[expect(clippy::cast_precision_loss, reason = "units are a few thousands")]
        let units = shaper.units_per_em() as f32;
        Face {
            font: self.font.clone(),
            shaper,
            units,
        }
    }
}

/// A font, ready to shape.
pub(super) struct Face {
    pub(super) font: Font,
    shaper: Shaper<'static>,
    /// Units of the font in the size of the letters.
    pub(super) units: f32,
}

impl Face {
    /// Glyphs of a text of one direction and one writing, in the order in which they are drawn.
    pub(super) fn shape(&self, text: &str, direction: Direction) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(direction);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        self.shaper.shape(buffer, ShapeOptions::default())
    }
}

/// The two weights.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    /// Both, unless a file is broken.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            regular: REGULAR.as_ref()?.face(),
            bold: BOLD.as_ref()?.face(),
        })
    }

    pub(super) const fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Plain => &self.regular,
            Weight::Strong => &self.bold,
        }
    }
}
