//! The code as tokens: its literals, and whether residents would read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Literals with letters that residents may read and that stay the same in every language: the name of an
/// authority, languages in their own words, and the Arabic article that the search leaves out.
const ALLOWED: [&str; 6] = [
    "CNIL",
    "Français",
    "English",
    "العربية",
    "Facile à lire",
    "ال",
];

/// Attributes and properties whose value is read or spoken.
const SPOKEN: [&str; 6] = ["alt", "label", "placeholder", "summary", "title", "to"];

/// Every Rust file under a folder of the workspace.
pub(super) fn files(folder: &str) -> Vec<PathBuf> {
    let mut waiting = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder),
    ];
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The literals of a file that residents would read, and bare words between tags.
pub(super) fn residents_text(file: &Path) -> Vec<String> {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    residents_text_of(&text)
}

/// The same in a piece of code.
pub(super) fn residents_text_of(code: &str) -> Vec<String> {
    let tokens: TokenStream = code
        .parse()
        .unwrap_or_else(|error| panic!("{code}: {error}"));
    let mut found = Vec::new();
    read(tokens, &mut found);
    found
}

fn read(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // Documentation and lints are attributes; what follows `#[cfg(test)]` is a test.
        let length = attribute(&tokens, at);
        if length > 0 {
            let is_test = is_test(&tokens[at + length - 1]);
            at = if is_test {
                end_of_item(&tokens, at)
            } else {
                at + length
            };
            continue;
        }
        match token {
            TokenTree::Group(group) => read(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let Some(words) = string(&literal.to_string())
                    && !ALLOWED.contains(&words.as_str())
                    && (is_sentence(&words)
                        || is_shown(&tokens, at) && words.chars().any(char::is_alphabetic))
                {
                    found.push(words);
                }
            }
            TokenTree::Punct(sign) if sign.as_char() == '>' && !is_arrow(&tokens, at) => {
                found.extend(bare_words(&tokens[at + 1..]));
            }
            _ => {}
        }
        at += 1;
    }
}

fn punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn before(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    at.checked_sub(1).and_then(|at| tokens.get(at))
}

/// How many tokens an attribute takes: 2 for `#[…]`, 3 for `#![…]`, 0 for anything else.
fn attribute(tokens: &[TokenTree], at: usize) -> usize {
    let length = if punct(tokens.get(at + 1), '!') { 3 } else { 2 };
    let is_list = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
    let is_attribute =
        punct(tokens.get(at), '#') && tokens.get(at + length - 1).is_some_and(is_list);
    if is_attribute { length } else { 0 }
}

fn is_test(attribute: &TokenTree) -> bool {
    let TokenTree::Group(group) = attribute else {
        return false;
    };
    group.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// The first token after the item that begins here: after its braces or its semicolon.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        other => punct(Some(other), ';'),
    };
    tokens[start..]
        .iter()
        .position(ends)
        .map_or(tokens.len(), |length| start + length + 1)
}

/// The `>` of `=>` and `->`.
fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    matches!(before(tokens, at), Some(TokenTree::Punct(sign))
        if matches!(sign.as_char(), '=' | '-') && sign.spacing() == Spacing::Joint)
}

/// A text node of `view!`, or the value of an attribute that is read or spoken.
fn is_shown(tokens: &[TokenTree], at: usize) -> bool {
    let after_tag = punct(before(tokens, at), '>') && !is_arrow(tokens, at - 1);
    let before_tag = punct(tokens.get(at + 1), '<');
    after_tag || before_tag || is_spoken_value(tokens, at)
}

/// `aria-label="…"` is the tokens `aria`, `-`, `label`, `=` and the literal; `let label = "…"` is no attribute.
fn is_spoken_value(tokens: &[TokenTree], at: usize) -> bool {
    let Some(name_at) = at.checked_sub(2) else {
        return false;
    };
    let TokenTree::Ident(name) = &tokens[name_at] else {
        return false;
    };
    let name = name.to_string();
    let kept = matches!(before(tokens, name_at), Some(TokenTree::Ident(word)) if *word == "let");
    punct(before(tokens, at), '=') && !kept && SPOKEN.contains(&name.as_str())
}

/// Words written without quotes between two tags: `<p>Hello</p>`.
fn bare_words(tokens: &[TokenTree]) -> Option<String> {
    let is_text = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(sign) => matches!(sign.as_char(), '.' | ',' | '!' | '?' | ':' | ';' | '-'),
        _ => false,
    };
    let end = tokens.iter().position(|token| !is_text(token))?;
    let closes = punct(tokens.get(end), '<') && punct(tokens.get(end + 1), '/');
    let words: Vec<String> = tokens[..end].iter().map(ToString::to_string).collect();
    (closes
        && words
            .iter()
            .any(|word| word.chars().any(char::is_alphabetic)))
    .then(|| words.join(" "))
}

/// What a string literal says; nothing for bytes, characters and numbers.
fn string(literal: &str) -> Option<String> {
    let inside = literal
        .strip_prefix('r')
        .unwrap_or(literal)
        .trim_matches('#');
    let inside = inside.strip_prefix('"')?.strip_suffix('"')?;
    Some(inside.replace("\\n", " ").replace("\\\"", "\""))
}

/// Letters that English code does not have, or a capital letter and a second word.
fn is_sentence(words: &str) -> bool {
    let foreign = words
        .chars()
        .any(|sign| sign.is_alphabetic() && !sign.is_ascii());
    let mut parts = words.split_whitespace();
    let begins = parts.next().is_some_and(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    });
    let goes_on = parts.any(|word| word.chars().any(char::is_alphabetic));
    foreign || begins && goes_on
}
