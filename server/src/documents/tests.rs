//! What residents type, whatever it is, on paper: drawn where it can be, read aloud in any case, never a failure.

use app::paper::{Block, Level as Rank, Line, ListKind, Paper, Piece, Run, Term, Weight};
use domain::locale::Locale;
use harfrust::Direction;
use proptest::prelude::*;
use unicode_bidi::Level;

use super::{
    flow::Flow,
    fonts::Faces,
    lines::{Fragment, Setting, clean, set, steers},
    pages::paginate,
    pdf::{LONGEST, PdfError, pdf},
    shaping::{SUBSTITUTE, shape},
};

fn paper(language: Locale, blocks: Vec<Block>) -> Paper {
    Paper {
        name: "Toute votre demande – Demander un acte".to_owned(),
        title: "Toute votre demande".to_owned(),
        language,
        blocks,
    }
}

fn made(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    pdf(paper, "Commune d’Ardane-les-Tilleuls")
}

fn faces() -> Faces {
    Faces::new().unwrap()
}

fn shaped(words: &str, direction: Direction) -> super::shaping::Shaped {
    shape(faces().of(Weight::Plain), words, direction)
}

#[test]
fn names_with_accents_are_drawn_as_they_are() {
    for name in [
        "Zoë Lefèvre-Çelik",
        "Nguyễn Thị Hồng",
        "Łukasz Żółć",
        "Ștefan Țîrlea",
        "N\u{303}an\u{303}ez",
        "Ἑλένη",
        "Олександра",
        "œuf, ŒUVRE, «\u{a0}1\u{202f}234\u{a0}€\u{a0}»",
    ] {
        let shaped = shaped(name, Direction::LeftToRight);
        assert!(!shaped.is_substituted(), "{name}");
        assert_eq!(shaped.spoken, None, "{name} is read from its letters");
    }
}

#[test]
fn arabic_names_are_joined_drawn_backwards_and_read_forwards() {
    for name in ["محمد الأمين", "فاطمة الزهراء", "يوسُف", "گلناز", "چيما"]
    {
        let shaped = shaped(name, Direction::RightToLeft);
        assert!(!shaped.is_substituted(), "{name}");
        assert_eq!(shaped.spoken.as_deref(), Some(name));
        let starts: Vec<usize> = shaped
            .glyphs
            .iter()
            .map(|glyph| glyph.text_range.start)
            .collect();
        assert!(
            starts.is_sorted_by(|left, right| left >= right),
            "{name}: {starts:?}"
        );
    }
    let joined = shaped("محم", Direction::RightToLeft);
    let alone = shaped("م", Direction::RightToLeft);
    let forms = joined.glyphs.iter().map(|glyph| glyph.glyph_id);
    assert!(
        forms.clone().all(|form| form != alone.glyphs[0].glyph_id),
        "letters join"
    );
}

#[test]
fn what_cannot_be_drawn_shows_a_sign_and_is_read_as_it_was_typed() {
    for typed in [
        "🦊",
        "👩\u{200d}👩\u{200d}👧",
        "李小龙",
        "สวัสดี",
        "𝔘",
        "e\u{20f0}🇫🇷",
    ] {
        let shaped = shaped(typed, Direction::LeftToRight);
        assert!(
            shaped.drawn.contains(SUBSTITUTE),
            "{typed}: {}",
            shaped.drawn
        );
        assert_eq!(shaped.spoken.as_deref(), Some(typed));
    }
    let family = shaped("Bonjour 👩\u{200d}👩\u{200d}👧 !", Direction::LeftToRight);
    assert!(family.drawn.starts_with("Bonjour ") && family.drawn.ends_with(" !"));
}

#[test]
fn two_ways_of_writing_stand_in_their_order_on_one_line() {
    let line = Line::of([
        Piece::said("الاسم: "),
        Piece::typed("Rosalie"),
        Piece::said("، "),
        Piece::coded("2026-000001"),
    ]);
    let setting = Setting {
        size: 10.0,
        weight: Weight::Plain,
        width: 400.0,
        around: Level::rtl(),
    };
    let lines = set(&faces(), &line, setting);
    assert_eq!(lines.len(), 1);
    let of = |piece| {
        let fragment = lines[0].iter().find(|fragment| fragment.piece == piece);
        fragment.map(|fragment| fragment.x).unwrap()
    };
    assert!(of(0) > of(1) && of(1) > of(3), "from right to left");
    let right = lines[0].iter().map(|fragment| fragment.x + fragment.width);
    assert!(
        (right.fold(0.0, f32::max) - 400.0).abs() < 0.1,
        "at the right end"
    );
    let order: Vec<usize> = lines[0].iter().map(|fragment| fragment.piece).collect();
    assert!(
        order.is_sorted(),
        "read in the order of the text: {order:?}"
    );
}

#[test]
fn a_heading_is_never_the_last_of_a_page_and_no_line_is_lost() {
    let mut blocks = Vec::new();
    for rank in 0..60 {
        blocks.push(Block::section(Line::said(format!("Section {rank}"))));
        let values = vec![Line::said("Une réponse"); rank % 7 + 1];
        blocks.push(Block::Terms(vec![Term {
            name: Line::said("Question"),
            values,
        }]));
    }
    // Higher than a page.
    blocks.push(Block::Terms(vec![Term {
        name: Line::said("Question"),
        values: vec![Line::said("Une ligne"); 200],
    }]));
    let faces = faces();
    let flow = Flow::of(&faces, &paper(Locale::French, blocks), 480.0);
    let height = 700.0;
    let sheets = paginate(&flow.units, height);
    assert!(sheets.len() > 5);
    for (number, sheet) in sheets.iter().enumerate() {
        let bottom = |(top, line): &(f32, &super::flow::Placed)| top + line.bottom;
        let lowest = sheet.lines.iter().map(bottom).fold(0.0, f32::max);
        assert!(lowest <= height + 0.1, "page {number} ends at {lowest}");
        for (top, rank) in &sheet.headings {
            let ends = top + flow.units[*rank].height;
            assert!(ends < lowest, "page {number} ends with a heading");
        }
    }
    let drawn: usize = sheets.iter().map(|sheet| sheet.lines.len()).sum();
    let lines: usize = flow.units.iter().map(|unit| unit.lines.len()).sum();
    assert_eq!(drawn, lines);
}

#[test]
fn a_paper_that_nobody_could_read_is_refused() {
    let blocks = vec![Block::said("a".repeat(LONGEST + 1))];
    let refused = made(&paper(Locale::French, blocks));
    assert!(matches!(refused, Err(PdfError::TooLong)));
}

#[test]
fn a_paper_without_anything_is_still_a_document() {
    for locale in Locale::ALL {
        assert!(made(&paper(locale, Vec::new())).is_ok());
        let blank = vec![
            Block::said(String::new()),
            Block::said("\n\u{200b}".to_owned()),
        ];
        assert!(made(&paper(locale, blank)).is_ok());
    }
}

/// Any characters at all, those that trouble fonts and order among them.
fn typed() -> impl Strategy<Value = String> {
    let troublesome = prop::sample::select(vec![
        "\0",
        "\u{feff}",
        "\u{fffe}",
        "\u{fdd0}",
        "\u{200d}",
        "\u{fe0f}",
        "\u{202e}",
        "\u{2066}",
        "\u{2069}",
        "\u{ad}",
        "\u{2028}",
        "\u{85}",
        "\r\n",
        "\n\n",
        "\t",
        "👩\u{200d}🚀",
        "\u{10ffff}",
        "\u{e000}",
        "\u{301}",
        "ﷺ",
        "لا",
        "אב",
        "e\u{301}\u{302}\u{303}",
        "W".repeat(200).leak(),
    ]);
    prop::collection::vec(
        prop_oneof![
            2 => any::<String>(),
            2 => troublesome.prop_map(str::to_owned),
            1 => "[\\p{Arabic}\\p{Latin} 0-9.,()/]{0,40}",
        ],
        0..6,
    )
    .prop_map(|parts| parts.concat())
}

fn any_line() -> impl Strategy<Value = Line> {
    let run = prop::sample::select(vec![Run::Around, Run::Own, Run::LeftToRight]);
    let language = prop::option::of(prop::sample::select(Locale::ALL.to_vec()));
    let piece = (typed(), run.clone(), language, any::<(bool, bool)>()).prop_map(
        |(words, run, language, (strong, linked))| {
            let piece = Piece {
                run,
                language,
                ..Piece::said(words)
            };
            let piece = if strong { piece.strong() } else { piece };
            if linked {
                piece.leading_to("https://a.example/?q=é")
            } else {
                piece
            }
        },
    );
    (prop::collection::vec(piece, 0..4), run).prop_map(|(pieces, run)| Line { pieces, run })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_that_anyone_types_makes_a_document_fail(
        lines in prop::collection::vec(any_line(), 6),
        language in prop::sample::select(Locale::ALL.to_vec()),
    ) {
        let mut lines = lines.into_iter();
        let mut next = || lines.next().unwrap();
        let terms = vec![Term { name: next(), values: vec![next()] }];
        let blocks = vec![
            Block::Heading(Rank::Part, next()),
            Block::Paragraph(next()),
            Block::List(ListKind::Ordered, vec![vec![Block::Paragraph(next())], vec![]]),
            Block::Heading(Rank::Section, next()),
            Block::Terms(terms.clone()),
            Block::List(ListKind::Unordered, vec![vec![Block::Terms(terms)]]),
        ];
        let made = made(&paper(language, blocks));
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }

    #[test]
    fn no_line_is_wider_than_its_column_and_no_letter_is_lost(line in any_line(), width in 60.0_f32..400.0) {
        let setting = Setting { size: 10.0, weight: Weight::Plain, width, around: Level::ltr() };
        let mut said = String::new();
        for fragments in set(&faces(), &line, setting) {
            let drawn: String = fragments.iter().map(|fragment| &*fragment.shaped.drawn).collect();
            let spaces = drawn.len() - drawn.trim_end().len();
            let whole: f32 = fragments.iter().map(|fragment| fragment.width).sum();
            // What ends a line may stand beyond its end when it is not seen, and letters move a little when they
            // are set again without their neighbours.
            prop_assert!(
                whole <= width * 1.02 + 10.0 * spaces as f32 + 10.0,
                "{drawn:?} is {whole} wide in {width}"
            );
            for Fragment { shaped, .. } in &fragments {
                said.push_str(shaped.spoken.as_ref().unwrap_or(&shaped.drawn));
            }
        }
        let typed = line.words().replace("\r\n", "").replace('\n', "");
        let typed: String = clean(&typed).chars().filter(|sign| !steers(*sign)).collect();
        prop_assert_eq!(said, typed, "nothing is lost, nothing changes place");
    }
}
