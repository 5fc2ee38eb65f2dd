//! The words that tell a new page to who cannot see it: its title, less what is heard anyway. Apart from the
//! navigation module so that its tests run with all the others, outside a browser.

/// What stands between the parts of a title, the name of the site last.
const BETWEEN_PARTS: &str = " – ";

/// The title without the name of the site and without the heading, which is read when it takes the focus:
/// "Étape 2 sur 4, Carte de stationnement". Empty when nothing more is to be said.
pub(crate) fn of_page(title: &str, heading: &str) -> String {
    let parts = title
        .rsplit_once(BETWEEN_PARTS)
        .map_or(title, |(parts, _site)| parts);
    let (before, after) = without(parts, heading.trim()).unwrap_or((parts, ""));
    let mut words = String::new();
    for part in before
        .split(BETWEEN_PARTS)
        .chain(after.split(BETWEEN_PARTS))
    {
        let part = part.trim_matches([' ', '\u{a0}', ',', '،', ':']);
        if !part.is_empty() {
            if !words.is_empty() {
                words.push_str(", ");
            }
            words.push_str(part);
        }
    }
    words
}

/// What stands before and after the heading in the title. Its first letter may be a capital or not.
fn without<'a>(title: &'a str, heading: &str) -> Option<(&'a str, &'a str)> {
    let mut signs = heading.chars();
    signs.next()?;
    let tail = signs.as_str();
    if tail.is_empty() {
        return None;
    }
    let found = title.find(tail)?;
    let first = title[..found].chars().next_back()?;
    Some((
        &title[..found - first.len_utf8()],
        &title[found + tail.len()..],
    ))
}

#[cfg(test)]
mod tests {
    use super::of_page;

    #[test]
    fn a_listener_hears_the_step_but_not_twice_the_heading_nor_the_name_of_the_site() {
        let said = of_page(
            "Étape 2 sur 4, vos coordonnées – Carte de stationnement – Ardane",
            "Vos coordonnées",
        );
        assert_eq!(said, "Étape 2 sur 4, Carte de stationnement");
    }

    #[test]
    fn a_page_whose_title_is_its_heading_needs_no_announcement() {
        assert_eq!(
            of_page("Suivre ma demande – Ardane", "Suivre ma demande"),
            ""
        );
    }

    #[test]
    fn a_page_in_error_is_told_with_all_its_title_but_the_site() {
        let said = of_page(
            "Erreur : étape 2 sur 4, vos coordonnées – Carte – Ardane",
            "",
        );
        assert_eq!(said, "Erreur : étape 2 sur 4, vos coordonnées, Carte");
    }

    #[test]
    fn a_heading_unknown_to_the_title_changes_nothing() {
        assert_eq!(of_page("Aide – Ardane", "Nous contacter"), "Aide");
        assert_eq!(of_page("", ""), "");
    }
}
