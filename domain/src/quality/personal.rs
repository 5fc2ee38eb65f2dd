//! Personal data that people write into a free text by mistake: pointed out before it is sent, masked in what is published.
//!
//! Numbers are recognised by their own check where they have one, so that the number of a request, a date or an amount is
//! left alone. Names and streets are not recognised: only a person can tell.

mod numbers;

use std::ops::Range;

use crate::{
    signs::{fold_digit, is_dash},
    tracking_code::TrackingCode,
};

/// What stands in the place of what is masked, in any language.
const MASK: &str = "[…]";

/// What was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A number of social security (NIR).
    SocialSecurity,
    /// A number of a bank account (IBAN).
    BankAccount,
    /// A number of a payment card.
    Card,
    /// A tracking code: it opens a request.
    TrackingCode,
}

/// Something recognised, and its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub what: Personal,
    /// Where it stands.
    pub at: Range<usize>,
}

/// Everything recognised in a text, in its order; what runs into each other is one.
#[must_use]
pub fn found(text: &str) -> Vec<Found> {
    let signs: Vec<Sign> = text
        .char_indices()
        .map(|(at, sign)| Sign {
            at: at..at + sign.len_utf8(),
            sign: fold_digit(sign),
        })
        .collect();
    let mut all = emails(&signs);
    all.extend(grouped(&signs));
    all.sort_by_key(|found| (found.at.start, std::cmp::Reverse(found.at.end)));
    let mut apart: Vec<Found> = Vec::new();
    for one in all {
        match apart.last_mut() {
            // What stands in two of them goes with both.
            Some(last) if one.at.start < last.at.end => {
                last.at.end = last.at.end.max(one.at.end);
            }
            _ => apart.push(one),
        }
    }
    apart
}

/// The text without what was recognised.
#[must_use]
pub fn masked(text: &str) -> String {
    let (mut masked, mut from) = (String::with_capacity(text.len()), 0);
    for one in found(text) {
        masked.push_str(&text[from..one.at.start]);
        masked.push_str(MASK);
        from = one.at.end;
    }
    masked.push_str(&text[from..]);
    masked
}

/// A sign and its bytes.
struct Sign {
    at: Range<usize>,
    sign: char,
}

fn bytes(signs: &[Sign]) -> Option<Range<usize>> {
    Some(signs.first()?.at.start..signs.last()?.at.end)
}

fn emails(signs: &[Sign]) -> Vec<Found> {
    let local = |sign: char| sign.is_alphanumeric() || "._%+-'".contains(sign);
    let domain = |sign: char| sign.is_alphanumeric() || ".-".contains(sign);
    let ats = (0..signs.len()).filter(|at| signs[*at].sign == '@');
    ats.filter_map(|at| {
        let before = signs[..at].iter().rev().take_while(|it| local(it.sign));
        let after = signs[at + 1..].iter().take_while(|it| domain(it.sign));
        let (before, mut after) = (before.count(), after.count());
        // The full stop of a sentence is not part of it.
        while after > 0 && !signs[at + after].sign.is_alphanumeric() {
            after -= 1;
        }
        let has_dot = signs[at + 1..=at + after].iter().any(|it| it.sign == '.');
        let whole = bytes(&signs[at - before..=at + after])?;
        (before > 0 && has_dot).then_some(Found {
            what: Personal::Email,
            at: whole,
        })
    })
    .collect()
}

/// Most groups that one number is written in: a bank account in groups of four, or digits two by two.
const GROUPS: usize = 12;

/// Numbers and codes, written in groups or without a space.
fn grouped(signs: &[Sign]) -> Vec<Found> {
    let groups = groups(signs);
    let mut found = Vec::new();
    let mut from = 0;
    while from < groups.len() {
        let linked = 1 + groups[from + 1..]
            .iter()
            .take(GROUPS - 1)
            .take_while(|group| group.is_linked)
            .count();
        let longest = (1..=linked).rev().find_map(|count| {
            let taken = &groups[from..from + count];
            let what = what(taken)?;
            let at = taken.first()?.at.start..taken.last()?.at.end;
            Some((count, Found { what, at }))
        });
        from += match longest {
            Some((count, one)) => {
                found.push(one);
                count
            }
            None => 1,
        };
    }
    found
}

/// Letters and digits without a break.
struct Group {
    text: String,
    at: Range<usize>,
    /// Nothing but one separator stands between the group before and this one.
    is_linked: bool,
    /// It follows a plus sign.
    is_international: bool,
}

fn groups(signs: &[Sign]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between: Vec<char> = Vec::new();
    for Sign { at, sign } in signs {
        if !sign.is_alphanumeric() {
            between.push(*sign);
            continue;
        }
        match groups.last_mut() {
            Some(group) if between.is_empty() => {
                group.text.extend(sign.to_uppercase());
                group.at.end = at.end;
            }
            last => {
                let is_linked = last.is_some() && is_link(&between);
                let is_international = between.last() == Some(&'+');
                let start = at.start - usize::from(is_international);
                groups.push(Group {
                    text: sign.to_uppercase().collect(),
                    at: start..at.end,
                    is_linked: is_linked && !is_international,
                    is_international,
                });
            }
        }
        between.clear();
    }
    groups
}

/// A space, a full stop, a dash, a slash; or brackets around a zero that is not dialled, with their spaces.
fn is_link(between: &[char]) -> bool {
    let one = |sign: char| sign == ' ' || sign.is_whitespace() && sign != '\n' || is_dash(sign);
    match between {
        [sign] => one(*sign) || matches!(sign, '.' | '/' | '(' | ')'),
        [first, second] => (one(*first) && *second == '(') || (*first == ')' && one(*second)),
        _ => false,
    }
}

fn what(groups: &[Group]) -> Option<Personal> {
    let whole: String = groups.iter().map(|group| &*group.text).collect();
    let sizes: Vec<usize> = groups.iter().map(|it| it.text.chars().count()).collect();
    let is_international = groups.first()?.is_international;
    if numbers::is_bank_account(&whole) {
        return Some(Personal::BankAccount);
    }
    if numbers::is_social_security(&whole) {
        return Some(Personal::SocialSecurity);
    }
    if numbers::is_phone(&whole, &sizes, is_international) {
        return Some(Personal::Phone);
    }
    if numbers::is_card(&whole, &sizes) {
        return Some(Personal::Card);
    }
    // A word of twelve letters is no code.
    let is_written_as_one = sizes == [4, 4, 4] || whole.bytes().any(|sign| sign.is_ascii_digit());
    (is_written_as_one && whole.len() == 12 && TrackingCode::parse(&whole).is_ok())
        .then_some(Personal::TrackingCode)
}

#[cfg(test)]
mod tests;
