//! Text of the HTML that RT's own editor makes, for residents' pages, which show plain text.

/// Elements that begin a line of their own.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
];
/// Elements between which a paragraph ends.
const PARAGRAPHS: [&str; 10] = [
    "p",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "pre",
];
/// Elements whose content nobody reads.
const UNREAD: [&str; 4] = ["style", "script", "head", "title"];

/// The words, with a line for each line and an empty one between paragraphs.
#[must_use]
pub(super) fn plain(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (words, tag) = rest.split_at(open);
        page.say(words);
        // Words with a `<` of their own that opens no tag.
        let named = tag[1..].trim_start_matches('/').chars().next();
        if !named.is_some_and(|sign| sign.is_ascii_alphabetic() || sign == '!') {
            page.say("<");
            rest = &tag[1..];
            continue;
        }
        rest = match tag.strip_prefix("<!--") {
            Some(comment) => after(comment, "-->"),
            None => page.element(tag),
        };
    }
    page.say(rest);
    page.text()
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).map_or("", |at| &text[at + end.len()..])
}

#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
}

impl Page {
    /// Takes note of a tag; gives what follows it.
    fn element<'a>(&mut self, tag: &'a str) -> &'a str {
        let end = tag.find('>').unwrap_or(tag.len());
        let inside = tag.get(1..end).unwrap_or_default();
        let closing = inside.starts_with('/');
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let rest = tag.get(end + 1..).unwrap_or_default();
        if !closing && UNREAD.contains(&name.as_str()) {
            let end = format!("</{name}");
            let lower = rest.to_ascii_lowercase();
            let from = lower.find(&end).unwrap_or(rest.len());
            return after(&rest[from..], ">");
        }
        if BLOCKS.contains(&name.as_str()) {
            self.end_line();
        }
        if PARAGRAPHS.contains(&name.as_str()) {
            self.lines.push(String::new());
        }
        if !closing && name == "li" {
            self.line.push_str("- ");
        }
        rest
    }

    fn say(&mut self, words: &str) {
        let words = html_escape::decode_html_entities(words).replace('\u{a0}', " ");
        for sign in words.chars() {
            let space = sign.is_whitespace();
            if !space {
                self.line.push(sign);
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.lines.push(line.trim_end().to_owned());
        }
    }

    /// Never two empty lines together, and none at the ends.
    fn text(mut self) -> String {
        self.end_line();
        let mut text = String::new();
        let mut apart = false;
        for line in self.lines {
            if line.is_empty() {
                apart = !text.is_empty();
                continue;
            }
            if !text.is_empty() {
                text.push_str(if apart { "\n\n" } else { "\n" });
            }
            text.push_str(&line);
            apart = false;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_resident_reads_the_words_and_lines_that_an_agent_wrote() {
        for (html, text) in [
            (
                "<p>Bonjour,</p>\r\n\r\n<p>Il manque <b>un</b> document&nbsp;: l&#39;acte.</p>",
                "Bonjour,\n\nIl manque un document : l'acte.",
            ),
            (
                "Une ligne<br />une autre<br>\nla fin",
                "Une ligne\nune autre\nla fin",
            ),
            (
                "<ul><li>un</li><li>deux</li></ul>Merci",
                "- un\n- deux\n\nMerci",
            ),
            (
                "<style>p{color:red}</style><div>2 < 3 &amp; 4 &gt; 3</div><!-- <p>non</p> -->",
                "2 < 3 & 4 > 3",
            ),
            ("sans balise", "sans balise"),
            ("<p>coupé <b", "coupé"),
            ("<script>alert(1)", ""),
            ("&lt;script&gt;", "<script>"),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
