//! A paper as a tagged PDF (PDF/UA-1). The writer checks what machines can check and refuses to give a file that
//! breaks it; reading order, languages and headings are ours to get right, and the tests read them back.

use app::{
    paper::{Level, Paper},
    t_in,
};
use domain::locale::Locale;
use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder, PdfVersion},
    destination::XyzDestination,
    error::KrillaError,
    geom::{PathBuilder, Point, Rect},
    metadata::{Metadata, TextDirection},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::{Page, PageSettings},
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};
use thiserror::Error;
use unicode_bidi::Level as Bidi;

use super::{
    flow::{Flow, Link, Placed, TEXT, Unit},
    fonts::Faces,
    lines::{Setting, clean, set, steers},
    pages::{Sheet, paginate},
    shaping::SUBSTITUTE,
    tags::{Slot, Tags},
};

/// A4, in points.
const PAGE: (f32, f32) = (595.28, 841.89);
/// White around the text.
const MARGIN: f32 = 56.0;
/// Greatest weight of the words of a paper, in bytes: some hundred pages, and 40 MB of memory while they are made.
pub(super) const LONGEST: usize = 400_000;

/// Why a paper cannot be a PDF.
#[derive(Debug, Error)]
pub(super) enum PdfError {
    /// More than anyone reads.
    #[error("too long")]
    TooLong,
    /// Our own fonts or settings are broken.
    #[error("set-up")]
    SetUp,
    /// The writer refused: its reasons without the words of the paper.
    #[error("refused by the writer: {0}")]
    Refused(&'static str),
}

/// Makes the PDF. Takes tens of milliseconds: not for a thread that serves others.
///
/// # Errors
/// Too long, or refused.
pub(super) fn pdf(paper: &Paper, author: &str) -> Result<Vec<u8>, PdfError> {
    if paper.weight() > LONGEST {
        return Err(PdfError::TooLong);
    }
    let faces = Faces::new().ok_or(PdfError::SetUp)?;
    let width = PAGE.0 - 2.0 * MARGIN;
    let mut flow = Flow::of(&faces, paper, width);
    if flow.is_substituted() {
        let sign = SUBSTITUTE.to_string();
        flow.note(t_in!(paper.language, "paper-missing", sign = sign), width);
    }
    let Flow {
        units, mut tags, ..
    } = flow;
    let sheets = paginate(&units, PAGE.1 - 2.0 * MARGIN);
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::SetUp)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let count = sheets.len();
    for (rank, sheet) in sheets.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::SetUp)?;
        let mut page = document.start_page_with(settings);
        let page_number = rank + 1;
        let footer = t_in!(
            paper.language,
            "paper-page",
            page = page_number,
            pages = count
        );
        draw(&mut page, &faces, sheet, &mut tags, &footer, paper.language);
    }
    document.set_outline(outline(&sheets, &units, &paper.title));
    document.set_tag_tree(tags.tree(paper.language.tag()));
    document.set_metadata(metadata(paper, author));
    document
        .finish()
        .map_err(|error| PdfError::Refused(reason(&error)))
}

fn metadata(paper: &Paper, author: &str) -> Metadata {
    let direction = match paper.language.dir() {
        "rtl" => TextDirection::RightToLeft,
        _ => TextDirection::LeftToRight,
    };
    Metadata::new()
        .title(plain(&paper.name))
        .language(paper.language.tag().to_owned())
        .authors(vec![plain(author)])
        .creator("Parvis".to_owned())
        .text_direction(direction)
}

/// Words outside of the text: nothing there orders characters.
fn plain(words: &str) -> String {
    clean(words).chars().filter(|sign| !steers(*sign)).collect()
}

/// The kind of a refusal; its words may hold what somebody typed.
fn reason(error: &KrillaError) -> &'static str {
    match error {
        KrillaError::Font(..) => "font",
        KrillaError::Validation(_) => "accessibility",
        KrillaError::Limit(_) => "limit",
        _ => "structure",
    }
}

/// Headings of the paper below its title.
fn outline(sheets: &[Sheet<'_>], units: &[Unit], title: &str) -> Outline {
    let at = |page: usize, top: f32| XyzDestination::new(page, Point::from_xy(0.0, MARGIN + top));
    let mut parts: Vec<OutlineNode> = Vec::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for (top, rank) in &sheet.headings {
            let Some((level, words)) = units.get(*rank).and_then(|unit| unit.heading.as_ref())
            else {
                continue;
            };
            let node = OutlineNode::new(plain(words), at(page, *top));
            match (level, parts.last_mut()) {
                (Level::Section, Some(part)) => part.push_child(node),
                _ => parts.push(node),
            }
        }
    }
    if parts.is_empty() {
        parts.push(OutlineNode::new(plain(title), at(0, 0.0)));
    }
    let mut outline = Outline::new();
    for part in parts {
        outline.push_child(part);
    }
    outline
}

fn ink(red: u8, green: u8, blue: u8) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

/// Draws a page, then lays the links over it.
fn draw(
    page: &mut Page<'_>,
    faces: &Faces,
    sheet: &Sheet<'_>,
    tags: &mut Tags,
    footer: &str,
    language: Locale,
) {
    let mut surface = page.surface();
    let mut links = Vec::new();
    for (top, x, width) in &sheet.rules {
        line(&mut surface, MARGIN + x, MARGIN + top, *width, 0.5);
    }
    for (top, placed) in &sheet.lines {
        text(&mut surface, faces, MARGIN + top, placed, tags, &mut links);
    }
    number(&mut surface, faces, footer, language);
    surface.finish();
    for (slot, link, rect) in links {
        let action = Action::Link(LinkAction::new(link.address));
        let annotation = LinkAnnotation::new(rect, Target::Action(action));
        let annotation = Annotation::new_link(annotation, Some(plain(&link.words)));
        tags.fill(slot, page.add_tagged_annotation(annotation));
    }
}

/// A line of text: each fragment is a mark of its own in the structure, in reading order.
fn text(
    surface: &mut Surface<'_>,
    faces: &Faces,
    top: f32,
    placed: &Placed,
    tags: &mut Tags,
    links: &mut Vec<(Slot, Link, Rect)>,
) {
    for (fragment, slot, link) in &placed.fragments {
        let (x, y) = (MARGIN + placed.x + fragment.x, top + placed.baseline);
        surface.set_fill(Some(match link {
            Some(_) => ink(0x0A, 0x35, 0x7A),
            None => ink(0, 0, 0),
        }));
        let spoken = fragment.shaped.spoken.as_deref();
        let tag = ContentTag::Span(SpanTag::empty().with_actual_text(spoken));
        let identifier = surface.start_tagged(tag);
        surface.draw_glyphs(
            Point::from_xy(x, y),
            &fragment.shaped.glyphs,
            faces.of(fragment.weight).font.clone(),
            &fragment.shaped.drawn,
            placed.size,
            false,
        );
        surface.end_tagged();
        tags.fill(*slot, identifier);
        let Some(link) = link else { continue };
        line(surface, x, y + 1.6, fragment.width, 0.7);
        let (height, above) = (placed.bottom - placed.top, placed.baseline - placed.top);
        if let Some(rect) = Rect::from_xywh(x, y - above, fragment.width.max(1.0), height) {
            links.push((*slot, link.clone(), rect));
        }
    }
}

/// A line that only looks: no reader is told of it.
fn line(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, thick: f32) {
    let mut path = PathBuilder::new();
    path.move_to(x, y);
    path.line_to(x + width, y);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: rgb::Color::new(0x66, 0x66, 0x66).into(),
        width: thick,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
    surface.end_tagged();
}

/// The number of the page, on paper only: readers know where they are.
fn number(surface: &mut Surface<'_>, faces: &Faces, words: &str, language: Locale) {
    let around = if language.dir() == "rtl" {
        Bidi::rtl()
    } else {
        Bidi::ltr()
    };
    let setting = Setting {
        size: TEXT * 0.85,
        weight: app::paper::Weight::Plain,
        width: PAGE.0 - 2.0 * MARGIN,
        around,
    };
    let words = app::paper::Line::said(words);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::PageNumber,
    )));
    surface.set_fill(Some(ink(0x44, 0x44, 0x44)));
    for fragment in set(faces, &words, setting).into_iter().flatten() {
        surface.draw_glyphs(
            Point::from_xy(MARGIN + fragment.x, PAGE.1 - MARGIN * 0.55),
            &fragment.shaped.glyphs,
            faces.of(fragment.weight).font.clone(),
            &fragment.shaped.drawn,
            setting.size,
            false,
        );
    }
    surface.end_tagged();
}
