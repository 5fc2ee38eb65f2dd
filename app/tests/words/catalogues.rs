//! The catalogues of words as data: what each message is made of, read with the parser that Fluent itself uses.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use domain::locale::Locale;
use fluent_syntax::{
    ast::{
        CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
    },
    parser,
};

/// What one message is made of.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub(super) attributes: BTreeSet<String>,
    pub(super) variables: BTreeSet<String>,
    /// Variables that choose between forms, with the keys of these forms.
    pub(super) choices: BTreeMap<String, BTreeSet<String>>,
    /// Its words, without variables; the forms one after the other.
    pub(super) words: String,
}

/// The folder of the catalogues.
pub(super) fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "locales"]
        .iter()
        .collect()
}

/// The messages of a language by their ids.
pub(super) fn messages(locale: Locale) -> BTreeMap<String, Message> {
    let file = folder().join(locale.tag()).join("portal.ftl");
    let text =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{}: {errors:?}", file.display()),
    };
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(read) = entry else {
            assert!(
                !matches!(entry, Entry::Junk { .. }),
                "{}: {entry:?}",
                locale.tag()
            );
            continue;
        };
        let mut message = Message::default();
        if let Some(pattern) = &read.value {
            message.read(pattern);
        }
        for attribute in &read.attributes {
            message.attributes.insert(attribute.id.name.to_owned());
            message.read(&attribute.value);
        }
        let twice = messages.insert(read.id.name.to_owned(), message);
        assert!(
            twice.is_none(),
            "{} stands twice in {}",
            read.id.name,
            locale.tag()
        );
    }
    messages
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    let (VariantKey::Identifier { name: key }
                    | VariantKey::NumberLiteral { value: key }) = &variant.key;
                    if let InlineExpression::VariableReference { id } = selector {
                        self.choices
                            .entry(id.name.to_owned())
                            .or_default()
                            .insert((*key).to_owned());
                    }
                    self.read(&variant.value);
                    self.words.push(' ');
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference {
                arguments: CallArguments { positional, .. },
                ..
            } => {
                positional.iter().for_each(|argument| self.inline(argument));
            }
            _ => {}
        }
    }

    /// How many words a translator would have to translate.
    pub(super) fn length(&self) -> usize {
        self.words
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphabetic))
            .count()
    }
}
