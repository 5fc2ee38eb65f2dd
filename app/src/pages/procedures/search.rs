//! Finding procedures by words: titles, summaries and synonyms in the language of the page and in French.

use std::sync::Arc;

use domain::{locale::Locale, procedure::Procedure, searched};

/// Procedures that answer a query, the best first; all of them for an empty query.
/// Every word of three letters or more must begin a word of the procedure; if none does for all words,
/// procedures with at least one are given. Shorter words alone find nothing.
#[must_use]
pub fn find(procedures: &[Arc<Procedure>], query: &str, locale: Locale) -> Vec<Arc<Procedure>> {
    if query.trim().is_empty() {
        return procedures.to_vec();
    }
    let wanted = words(query);
    let mut scored: Vec<(usize, usize, &Arc<Procedure>)> = procedures
        .iter()
        .filter_map(|procedure| {
            let title = text_words(procedure, locale, Part::Title);
            let rest = text_words(procedure, locale, Part::Rest);
            let matched = wanted
                .iter()
                .filter(|word| begins_any(&title, word) || begins_any(&rest, word))
                .count();
            let in_title = wanted
                .iter()
                .filter(|word| begins_any(&title, word))
                .count();
            (matched > 0).then_some((matched, in_title, procedure))
        })
        .collect();
    let best = scored
        .iter()
        .map(|(matched, ..)| *matched)
        .max()
        .unwrap_or(0);
    scored.retain(|(matched, ..)| *matched == best);
    scored.sort_by_key(|(_, in_title, _)| std::cmp::Reverse(*in_title));
    scored
        .into_iter()
        .map(|(.., procedure)| Arc::clone(procedure))
        .collect()
}

enum Part {
    Title,
    Rest,
}

fn text_words(procedure: &Procedure, locale: Locale, part: Part) -> Vec<String> {
    let texts = match part {
        Part::Title => vec![&procedure.title],
        Part::Rest => std::iter::once(&procedure.summary)
            .chain(std::iter::once(&procedure.keywords))
            .chain(
                procedure
                    .themes
                    .iter()
                    .chain(&procedure.life_events)
                    .map(|term| &term.title),
            )
            .collect(),
    };
    texts
        .into_iter()
        .flat_map(|text| {
            let here = words(text.in_locale(locale).words);
            let french = words(text.in_locale(Locale::French).words);
            here.into_iter().chain(french)
        })
        .collect()
}

fn begins_any(words: &[String], wanted: &str) -> bool {
    words.iter().any(|word| word.starts_with(wanted))
}

/// Words of three letters or more, as they are compared, without the Arabic article.
fn words(text: &str) -> Vec<String> {
    searched::words(text)
        .into_iter()
        .filter(|word| word.chars().count() >= 3)
        .map(|word| word.strip_prefix("ال").unwrap_or(&word).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_resident_finds_with_or_without_accents_and_capitals() {
        assert_eq!(words("École MATERNELLE"), words("ecole maternelle"));
        assert_eq!(words("Nœud"), words("noeud"));
    }

    #[test]
    fn an_arabic_reader_finds_with_or_without_the_article_and_marks() {
        assert_eq!(words("المدرسة"), words("مدرسه"));
    }

    #[test]
    fn short_words_do_not_count() {
        assert!(words("un de la").is_empty());
    }
}
