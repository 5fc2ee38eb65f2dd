//! Valid HTML out of the renderer (RGAA 8.2), in the three places where leptos 0.8.23 writes something else:
//! places marked with `<!>`, the nonce of preloads in `crossorigin` (fixed upstream after 0.8.23), and the
//! script of shared data behind `</html>`.

/// The same page, valid, with the stylesheet in its `<style>`. Islands find their nodes by the marks: there they
/// become proper comments; elsewhere nothing needs them.
pub(super) fn tidy(html: &str, css: &str) -> String {
    let mut tidied = String::with_capacity(html.len() + css.len());
    let mut islands = 0_usize;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        tidied.push_str(before);
        if let Some(after) = tag.strip_prefix("<!>") {
            if islands > 0 {
                tidied.push_str("<!---->");
            }
            rest = after;
            continue;
        }
        let end = if tag.starts_with("<!--") {
            comment_end(tag)
        } else {
            tag_end(tag)
        };
        let (whole, after) = tag.split_at(end);
        rest = after;
        if whole == "</body>" {
            // What stands behind the document belongs inside.
            let (closing, behind) = after.split_at(after.find("</html>").unwrap_or(after.len()));
            let behind = behind.strip_prefix("</html>").unwrap_or_default();
            for part in [behind, whole, closing, "</html>"] {
                tidied.push_str(part);
            }
            return tidied;
        }
        if whole.starts_with("<link") {
            tidied.push_str(&whole.replace(" crossorigin=\"", " crossorigin nonce=\""));
        } else {
            tidied.push_str(whole);
        }
        if whole == "<style>" {
            tidied.push_str(css);
        } else if whole.starts_with("<leptos-island") {
            islands += 1;
        } else if whole.starts_with("</leptos-island") {
            islands = islands.saturating_sub(1);
        } else if let Some(closing) = raw_text(whole) {
            // Nothing inside is markup until the element closes.
            let end = rest.find(closing).unwrap_or(rest.len());
            let (content, after) = rest.split_at(end);
            tidied.push_str(content);
            rest = after;
        }
    }
    tidied.push_str(rest);
    tidied
}

fn comment_end(tag: &str) -> usize {
    tag.find("-->").map_or(tag.len(), |end| end + 3)
}

/// End of a tag; a `>` between quotes belongs to a value.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (index, byte) in tag.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn raw_text(tag: &str) -> Option<&'static str> {
    [("<script", "</script"), ("<textarea", "</textarea")]
        .into_iter()
        .find(|(open, _)| tag.starts_with(open))
        .map(|(_, close)| close)
}

#[cfg(test)]
mod tests {
    fn tidy(html: &str) -> String {
        super::tidy(html, "main{color:red}")
    }

    #[test]
    fn a_page_is_valid_and_says_the_same() {
        assert_eq!(tidy("<p>a<!>b<!></p>"), "<p>ab</p>");
        assert_eq!(
            tidy("<!DOCTYPE html><p>é</p><!-- kept --><br>"),
            "<!DOCTYPE html><p>é</p><!-- kept --><br>"
        );
    }

    #[test]
    fn a_preload_tells_its_nonce_as_a_nonce() {
        assert_eq!(
            tidy("<link rel=\"preload\" crossorigin=\"N\">"),
            "<link rel=\"preload\" crossorigin nonce=\"N\">"
        );
    }

    #[test]
    fn nothing_stands_behind_the_document() {
        assert_eq!(
            tidy("<html><body><p>a</p></body></html><script>b</script>"),
            "<html><body><p>a</p><script>b</script></body></html>"
        );
    }

    #[test]
    fn the_stylesheet_is_put_in_as_it_is() {
        assert_eq!(
            tidy("<style></style><p>a</p>"),
            "<style>main{color:red}</style><p>a</p>"
        );
    }

    #[test]
    fn an_island_keeps_its_marks() {
        let island = "<leptos-island data-props=\"{'a':'>'}\"><p>a<!>b</p></leptos-island>c<!>";
        let tidied = "<leptos-island data-props=\"{'a':'>'}\"><p>a<!---->b</p></leptos-island>c";
        assert_eq!(tidy(island), tidied);
    }

    #[test]
    fn what_a_resident_typed_is_never_changed() {
        for typed in [
            "<input value=\"<!>\">",
            "<input value='a > <!>'>",
            "<textarea>&lt;!></textarea>",
            "<script>if (a<!>b) {}</script>",
            "a < b",
            "<",
        ] {
            assert_eq!(tidy(typed), typed);
        }
    }
}
