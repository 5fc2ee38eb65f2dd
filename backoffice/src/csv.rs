//! Lines of tables for spreadsheets (RFC 4180), in which nothing that people typed is taken for a formula.

/// Signs with which a spreadsheet begins a formula, wide ones included.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A line with its end.
#[must_use]
pub fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", harmless(cell).replace('"', "\"\""))
}

/// The same text with an apostrophe before each sign that would begin a formula: at the beginning, and after everything that some
/// spreadsheet takes for the end of a cell, for a file with commas is often opened as one with semicolons.
fn harmless(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut begins = true;
    for sign in cell.chars() {
        if begins && FORMULA.contains(&sign) {
            text.push('\'');
        }
        let ends_cell = sign.is_control() || matches!(sign, ';' | ',' | '|' | '"' | '\'');
        begins = ends_cell || (begins && sign.is_whitespace());
        text.push(sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_that_people_typed_begins_a_formula() {
        for (typed, written) in [
            ("=1+1", "'=1+1"),
            ("  +33", "  '+33"),
            ("merci;=HYPERLINK(A1)", "merci;'=HYPERLINK(A1)"),
            ("deux\r\n@lignes", "deux\r\n'@lignes"),
            ("dit \"-1\"", "dit \"'-1\""),
            ("\t＝1", "\t'＝1"),
            ("rendez-vous, c'est 3-4", "rendez-vous, c'est 3-4"),
        ] {
            assert_eq!(harmless(typed), written, "{typed:?}");
        }
    }

    #[test]
    fn quotes_commas_and_ends_of_line_stay_in_their_cell() {
        let cells = ["a", "b \"c\", d", "e\nf"];
        assert_eq!(line(&cells), "\"a\",\"b \"\"c\"\", d\",\"e\nf\"\r\n");
    }

    /// Cells of one line, read as RFC 4180 says.
    fn read(line: &str) -> Vec<String> {
        let mut cells = vec![String::new()];
        let (mut inside, mut signs) =
            (false, line.strip_suffix("\r\n").unwrap().chars().peekable());
        while let Some(sign) = signs.next() {
            let last = cells.last_mut().unwrap();
            match sign {
                '"' if inside && signs.peek() == Some(&'"') => {
                    signs.next();
                    last.push('"');
                }
                '"' => inside = !inside,
                ',' if !inside => cells.push(String::new()),
                sign => last.push(sign),
            }
        }
        cells
    }

    proptest! {
        #[test]
        fn what_is_read_again_is_what_was_written_but_for_the_apostrophes(
            cells in prop::collection::vec("[a=+@;,\"' \r\n-]{0,12}", 1..5),
        ) {
            let again = read(&line(&cells));
            prop_assert_eq!(again.len(), cells.len());
            let bare = |text: &String| text.replace('\'', "");
            for (written, read) in cells.iter().zip(&again) {
                prop_assert_eq!(bare(written), bare(read));
                for part in read.split([';', ',', '\r', '\n', '"']) {
                    prop_assert!(!part.trim_start().starts_with(FORMULA), "{part:?}");
                }
            }
        }
    }
}
