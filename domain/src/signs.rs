//! Signs that people type or paste in place of plain ones: Arabic digits, special dashes, accents, invisible
//! marks. Written by hand rather than with Unicode tables, which weigh too much in the browser.

/// Arabic-Indic (٠-٩) and Persian (۰-۹) digits as ASCII ones; any other sign as it is.
pub(crate) fn fold_digit(sign: char) -> char {
    let zero = match sign {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return sign,
    };
    char::from_digit(u32::from(sign) - zero, 10).unwrap_or(sign)
}

/// Hyphens, dashes and minus signs, which word processors choose in place of the one typed.
pub(crate) const fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{00AD}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Marks of direction and of zero width. They come along when text is copied from an address book or from
/// a right-to-left page; nobody sees them, so nobody can correct them. The joiners U+200C and U+200D are
/// not among them: Persian words and emoji need them.
pub(crate) const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// One line: invisible marks dropped, every run of white space one space, none at the ends.
pub(crate) fn one_line(typed: &str) -> String {
    let mut line = String::with_capacity(typed.len());
    let mut space = false;
    for sign in typed.chars().filter(|sign| !is_invisible(*sign)) {
        if sign.is_whitespace() {
            space = true;
        } else {
            if space && !line.is_empty() {
                line.push(' ');
            }
            space = false;
            line.push(sign);
        }
    }
    line
}

/// Several lines: every line break one `\n` (browsers send CRLF, so a count that kept them would disagree
/// with the counter on the page), no white space at the ends.
pub(crate) fn lines(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    let mut after_return = false;
    for sign in typed.chars() {
        match sign {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}' => {
                text.push('\n')
            }
            other => text.push(other),
        }
        after_return = sign == '\r';
    }
    let end = text.trim_end().len();
    text.truncate(end);
    let start = text.len() - text.trim_start().len();
    text.drain(..start);
    text
}

/// A word as it is compared with a list: digits folded, lower case, no accent, no vowel mark, no full stop.
pub(crate) fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for sign in one_line(word).chars() {
        match fold_digit(sign) {
            'é' | 'è' | 'ê' | 'É' | 'È' | 'Ê' => plain.push('e'),
            'û' | 'ù' | 'Û' | 'Ù' => plain.push('u'),
            'ç' | 'Ç' => plain.push('c'),
            'أ' | 'إ' | 'آ' => plain.push('ا'),
            '.' | '\u{0300}'..='\u{036F}' | '\u{0640}' | '\u{064B}'..='\u{0655}' => {}
            other => plain.push(other.to_ascii_lowercase()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{lines, one_line, plain};

    #[test]
    fn white_space_around_and_inside_one_line_does_not_matter() {
        assert_eq!(one_line("  Marie\u{00A0}\t Anne \r\n"), "Marie Anne");
        assert_eq!(one_line(" \u{200E} "), "");
    }

    #[test]
    fn line_breaks_of_every_system_are_one_sign() {
        assert_eq!(lines("\r\n a\r\nb\rc\n\nd \n"), "a\nb\nc\n\nd");
    }

    #[test]
    fn words_are_compared_without_accents_case_or_vowel_marks() {
        assert_eq!(plain(" DÉC. "), "dec");
        assert_eq!(plain("de\u{0301}c"), "dec");
        assert_eq!(plain("أُكتوبر"), "اكتوبر");
        assert_eq!(plain("٢٧"), "27");
    }
}
