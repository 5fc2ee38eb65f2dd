//! Numbers that lead to a person, each told by its own rule.

/// An international number of a bank account: ISO 13616, with its check modulo 97.
pub(super) fn is_bank_account(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric);
    if !is_shaped {
        return false;
    }
    let mut rest = 0_u32;
    for sign in bytes[4..].iter().chain(&bytes[..4]) {
        rest = match sign {
            b'0'..=b'9' => rest * 10 + u32::from(sign - b'0'),
            _ => rest * 100 + u32::from(sign - b'A') + 10,
        } % 97;
    }
    rest == 1
}

/// A number of social security, with or without its key: sex, year, month, department (2A and 2B in Corsica), commune,
/// rank (décret n° 82-103, INSEE).
pub(super) fn is_social_security(text: &str) -> bool {
    if !text.is_ascii() || !matches!(text.len(), 13 | 15) {
        return false;
    }
    // For the key, Corsica counts as 19 and 18.
    let digits = match &text[5..7] {
        "2A" => format!("{}19{}", &text[..5], &text[7..]),
        "2B" => format!("{}18{}", &text[..5], &text[7..]),
        _ => text.to_owned(),
    };
    if !digits.bytes().all(|sign| sign.is_ascii_digit()) {
        return false;
    }
    let (number, key) = digits.split_at(13);
    let month: u8 = number[3..5].parse().unwrap_or(0);
    let is_born = matches!(&number[..1], "1" | "2" | "7" | "8")
        && matches!(month, 1..=12 | 20..=42 | 50..=99);
    let number: u64 = number.parse().unwrap_or(0);
    is_born && (key.is_empty() || key.parse() == Ok(97 - number % 97))
}

/// A phone number as people write it in France, or from abroad.
pub(super) fn is_phone(text: &str, sizes: &[usize], is_international: bool) -> bool {
    if !text.bytes().all(|sign| sign.is_ascii_digit()) {
        return false;
    }
    if is_international {
        return (8..=15).contains(&text.len());
    }
    if text.starts_with("00") {
        return (11..=15).contains(&text.len());
    }
    // "02.03.2026 14" is a day and an hour.
    let is_date = matches!(sizes, [2, 2, 4, ..]);
    let is_spaced = sizes.len() == 1 || sizes.iter().all(|size| (2..=4).contains(size));
    text.len() == 10 && text.starts_with('0') && is_spaced && !is_date
}

/// A number of a payment card: ISO/IEC 7812, with its check (Luhn), in the groups in which cards show it.
pub(super) fn is_card(text: &str, sizes: &[usize]) -> bool {
    let is_shown = match sizes {
        [_] | [4, 6, 5] => true,
        [first @ .., last] => first.iter().all(|size| *size == 4) && *last <= 4,
        [] => false,
    };
    let digits: Option<Vec<u32>> = text.chars().map(|sign| sign.to_digit(10)).collect();
    let Some(digits) = digits.filter(|it| is_shown && (13..=19).contains(&it.len())) else {
        return false;
    };
    let weigh = |(rank, digit): (usize, &u32)| match (rank % 2, digit * 2) {
        (0, _) => *digit,
        (_, double) if double > 9 => double - 9,
        (_, double) => double,
    };
    let sum: u32 = digits.iter().rev().enumerate().map(weigh).sum();
    sum > 0 && sum.is_multiple_of(10)
}
