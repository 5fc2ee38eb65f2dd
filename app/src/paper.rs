//! Something written once and shown twice with the same words: as a page (`components::PaperView`) and as a PDF
//! (made by `server`). Neither can say what the other does not (RGAA 13.4).

use domain::{locale::Locale, text::Text};

use crate::{
    islands::form_rules::SLOT,
    l10n::{locale, spoken},
};

/// A whole paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its title among others: that of the page, and of the file of the PDF.
    pub name: String,
    /// Its first heading.
    pub title: String,
    /// Its language; a piece in another says so.
    pub language: Locale,
    /// Its content, in reading order.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// Weight of its words, in bytes.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.title.len() + self.blocks.iter().map(Block::weight).sum::<usize>()
    }
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; none is skipped on the way down.
    Heading(Level, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list; each item holds blocks.
    List(ListKind, Vec<Vec<Block>>),
    /// Names and their values.
    Terms(Vec<Term>),
}

/// Level of a heading below the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A part of the paper: `h2`.
    Part,
    /// A section of a part: `h3`.
    Section,
}

/// Kinds of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// The order says something.
    Ordered,
    /// It does not.
    Unordered,
}

/// A name and its values, one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub name: Line,
    /// What is true of it.
    pub values: Vec<Line>,
}

/// Text of one paragraph, heading or value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is made of, in reading order.
    pub pieces: Vec<Piece>,
    /// Which way it runs.
    pub run: Run,
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Run {
    /// As what surrounds it.
    #[default]
    Around,
    /// As its own first letter says: words of others (RGAA 8.10).
    Own,
    /// From left to right: codes, numbers, addresses in French.
    LeftToRight,
}

/// A text of one kind in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words; a line break is kept.
    pub words: String,
    /// Their language when it is not that of the paper (RGAA 8.7).
    pub language: Option<Locale>,
    /// Which way it runs; anything else than [`Run::Around`] is isolated from its neighbours.
    pub run: Run,
    /// Whole address that it leads to.
    pub link: Option<String>,
    /// Whether it stands out.
    pub weight: Weight,
}

/// Whether words stand out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weight {
    /// They do not.
    #[default]
    Plain,
    /// They do.
    Strong,
}

impl Piece {
    /// Words of the portal.
    #[must_use]
    pub fn said(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            language: None,
            run: Run::Around,
            link: None,
            weight: Weight::Plain,
        }
    }

    /// Words of the catalogue, with their language when the translation is missing.
    #[must_use]
    pub fn of(text: &Text) -> Self {
        let spoken = spoken(text);
        let foreign = spoken.language != locale();
        Self {
            language: foreign.then_some(spoken.language),
            run: match (foreign, spoken.language.dir()) {
                (false, _) => Run::Around,
                (true, "ltr") => Run::LeftToRight,
                (true, _) => Run::Own,
            },
            ..Self::said(spoken.words)
        }
    }

    /// What somebody typed.
    #[must_use]
    pub fn typed(words: impl Into<String>) -> Self {
        Self {
            run: Run::Own,
            ..Self::said(words)
        }
    }

    /// Codes, numbers, addresses of machines.
    #[must_use]
    pub fn coded(words: impl Into<String>) -> Self {
        Self {
            run: Run::LeftToRight,
            ..Self::said(words)
        }
    }

    /// What exists in French only.
    #[must_use]
    pub fn in_french(words: impl Into<String>) -> Self {
        let foreign = !matches!(locale(), Locale::French | Locale::EasyFrench);
        Self {
            language: foreign.then_some(Locale::French),
            ..Self::coded(words)
        }
    }

    /// The same, leading somewhere.
    #[must_use]
    pub fn leading_to(self, address: impl Into<String>) -> Self {
        Self {
            link: Some(address.into()),
            ..self
        }
    }

    /// The same, standing out.
    #[must_use]
    pub fn strong(self) -> Self {
        Self {
            weight: Weight::Strong,
            ..self
        }
    }
}

impl Line {
    /// A line of several pieces.
    #[must_use]
    pub fn of(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self {
            pieces: pieces.into_iter().collect(),
            run: Run::Around,
        }
    }

    /// Words of the portal.
    #[must_use]
    pub fn said(words: impl Into<String>) -> Self {
        Piece::said(words).into()
    }

    /// Words of the service, in the language that it said.
    #[must_use]
    pub fn written(words: &str, language: Option<Locale>) -> Self {
        let piece = Piece {
            language: language.filter(|language| *language != locale()),
            ..Piece::said(words)
        };
        Self {
            pieces: vec![piece],
            run: Run::Own,
        }
    }

    /// A message of the portal with a text of the catalogue in it.
    #[must_use]
    pub fn with(text: &Text, message: impl FnOnce(String) -> String) -> Self {
        let piece = Piece::of(text);
        if piece.language.is_none() {
            return Self::said(message(piece.words));
        }
        let said = message(SLOT.to_string());
        match said.split_once(SLOT) {
            Some((before, after)) => Self::of([Piece::said(before), piece, Piece::said(after)]),
            None => Self::said(said),
        }
    }

    /// The words alone.
    #[must_use]
    pub fn words(&self) -> String {
        self.pieces.iter().map(|piece| &*piece.words).collect()
    }
}

impl From<Piece> for Line {
    fn from(piece: Piece) -> Self {
        Self::of([piece])
    }
}

impl Block {
    fn weight(&self) -> usize {
        let line = |line: &Line| {
            line.pieces
                .iter()
                .map(|piece| piece.words.len())
                .sum::<usize>()
        };
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) => line(words),
            Self::List(_, items) => items.iter().flatten().map(Self::weight).sum(),
            Self::Terms(terms) => terms
                .iter()
                .map(|term| line(&term.name) + term.values.iter().map(line).sum::<usize>())
                .sum(),
        }
    }

    /// A part with its heading.
    #[must_use]
    pub fn part(words: String) -> Self {
        Self::Heading(Level::Part, Line::said(words))
    }

    /// A section with its heading.
    #[must_use]
    pub fn section(heading: impl Into<Line>) -> Self {
        Self::Heading(Level::Section, heading.into())
    }

    /// A paragraph of the portal's words.
    #[must_use]
    pub fn said(words: String) -> Self {
        Self::Paragraph(Line::said(words))
    }

    /// Paragraphs of somebody's words, parted by empty lines.
    #[must_use]
    pub fn written(text: &str, language: Option<Locale>) -> Vec<Self> {
        text.replace("\r\n", "\n")
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .map(|paragraph| Self::Paragraph(Line::written(paragraph, language)))
            .collect()
    }
}

impl Term {
    /// A name of the portal and one value.
    #[must_use]
    pub fn said(name: String, value: impl Into<Line>) -> Self {
        Self {
            name: Line::said(name),
            values: vec![value.into()],
        }
    }
}
