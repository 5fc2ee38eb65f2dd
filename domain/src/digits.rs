//! Signs that people type or paste instead of plain ones: Arabic digits, special dashes, invisible marks.

/// Arabic-Indic (٠-٩) and Persian (۰-۹) digits as ASCII ones; any other sign as it is.
#[must_use]
pub fn fold_char(sign: char) -> char {
    let zero = match sign {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return sign,
    };
    char::from_digit(u32::from(sign) - zero, 10).unwrap_or(sign)
}

/// Hyphens, dashes and minus signs, among which word processors choose for the person.
#[must_use]
pub const fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{00AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Marks of direction and of zero width. They come along when text is copied from an address book or from
/// a right-to-left page; nobody sees them, so nobody can correct them. The joiners U+200C and U+200D are
/// not among them: Persian words and emoji need them.
#[must_use]
pub const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}
