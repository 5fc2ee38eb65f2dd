//! Names of the months as residents of France type them, in French, English and the Arabic of several regions.

/// Names by month, as [`signs::plain`](crate::signs) writes them. Arabic has several calendars of names: the
/// Egyptian one, those of Algeria and Tunisia, of Morocco, and of the Levant.
const NAMES: [&[&str]; 12] = [
    &[
        "janvier",
        "janv",
        "jan",
        "january",
        "يناير",
        "جانفي",
        "كانون الثاني",
    ],
    &[
        "fevrier",
        "fevr",
        "fev",
        "february",
        "feb",
        "فبراير",
        "فيفري",
        "شباط",
    ],
    &["mars", "march", "mar", "مارس", "اذار"],
    &["avril", "avr", "april", "apr", "ابريل", "افريل", "نيسان"],
    &["mai", "may", "مايو", "ماي", "ايار"],
    &["juin", "june", "jun", "يونيو", "يونيه", "جوان", "حزيران"],
    &[
        "juillet",
        "juil",
        "july",
        "jul",
        "يوليو",
        "يوليه",
        "جويلية",
        "يوليوز",
        "تموز",
    ],
    &["aout", "august", "aug", "اغسطس", "اوت", "غشت", "اب"],
    &[
        "septembre",
        "september",
        "sept",
        "sep",
        "سبتمبر",
        "شتنبر",
        "ايلول",
    ],
    &["octobre", "october", "oct", "اكتوبر", "تشرين الاول"],
    &[
        "novembre",
        "november",
        "nov",
        "نوفمبر",
        "نونبر",
        "تشرين الثاني",
    ],
    &[
        "decembre",
        "december",
        "dec",
        "ديسمبر",
        "دجنبر",
        "كانون الاول",
    ],
];

/// Number of the month that has this name, from 1.
pub(crate) fn month_number(plain_name: &str) -> Option<i16> {
    (1..)
        .zip(NAMES)
        .find(|(_, names)| names.contains(&plain_name))
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{NAMES, month_number};
    use crate::signs::plain;

    #[test]
    fn each_name_is_written_plainly_and_means_one_month() {
        let names: Vec<&str> = NAMES
            .iter()
            .flat_map(|names| names.iter().copied())
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        for name in names {
            assert_eq!(plain(name), name);
            assert!(month_number(name).is_some());
        }
        assert_eq!(month_number("aout"), Some(8));
        assert_eq!(month_number(&plain("أبريل")), Some(4));
        assert_eq!(month_number("ju"), None);
    }
}
