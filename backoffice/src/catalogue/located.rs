//! A YAML document with the line of each of its parts, and its JSON value.

use domain::procedure_check::PathPart;
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::{Map, Value};

use super::read::Wrong;

/// A place in a file, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A part of a document and where it begins.
#[derive(Debug)]
pub(super) struct Located {
    at: Position,
    shape: Shape,
}

#[derive(Debug)]
enum Shape {
    Scalar(Value),
    List(Vec<Located>),
    /// Keys with their own position, so that a defect points at the line of its key.
    Map(Vec<(String, Position, Located)>),
}

impl Located {
    /// Reads a file's text; exactly one document.
    pub(super) fn parse(text: &str) -> Result<Self, Wrong> {
        let start = Position { line: 1, column: 1 };
        let documents = MarkedYaml::load_from_str(text).map_err(|error| {
            let at = Position {
                line: error.marker().line(),
                column: error.marker().col() + 1,
            };
            Wrong::at(at, error.info())
        })?;
        match documents.as_slice() {
            [document] => Self::from_node(document),
            _ => Err(Wrong::at(start, "exactly one YAML document is expected")),
        }
    }

    fn from_node(node: &MarkedYaml<'_>) -> Result<Self, Wrong> {
        let at = position(node);
        let shape = match &node.data {
            YamlData::Value(scalar) => Shape::Scalar(value_of(scalar)),
            YamlData::Sequence(items) => Shape::List(
                items
                    .iter()
                    .map(Self::from_node)
                    .collect::<Result<_, _>>()?,
            ),
            YamlData::Mapping(entries) => Shape::Map(
                entries
                    .iter()
                    .map(|(key, value)| match &key.data {
                        YamlData::Value(Scalar::String(name)) => {
                            Ok((name.to_string(), position(key), Self::from_node(value)?))
                        }
                        _ => Err(Wrong::at(position(key), "a key must be a text")),
                    })
                    .collect::<Result<_, _>>()?,
            ),
            _ => {
                return Err(Wrong::at(
                    at,
                    "tags and unresolved aliases have no meaning here",
                ));
            }
        };
        Ok(Self { at, shape })
    }

    /// The JSON value, with `falc` read as `fr-simple`, the tag of easy-to-read French.
    pub(super) fn value(&self) -> Value {
        match &self.shape {
            Shape::Scalar(value) => value.clone(),
            Shape::List(items) => items.iter().map(Self::value).collect(),
            Shape::Map(entries) => entries
                .iter()
                .map(|(key, _, value)| (on_the_wire(key).to_owned(), value.value()))
                .collect::<Map<_, _>>()
                .into(),
        }
    }

    /// Where a path begins; for what is missing, where its parent begins.
    pub(super) fn position(&self, path: &[PathPart]) -> Position {
        let mut at = self.at;
        let mut part = self;
        for step in path {
            let next = match (&part.shape, step) {
                (Shape::List(items), PathPart::Index(index)) => {
                    items.get(*index).map(|item| (item.at, item))
                }
                (Shape::Map(entries), PathPart::Key(key)) => entries
                    .iter()
                    .find(|(name, ..)| on_the_wire(name) == on_the_wire(key))
                    .map(|(_, at, value)| (*at, value)),
                _ => None,
            };
            let Some((found, value)) = next else { break };
            at = found;
            part = value;
        }
        at
    }

    /// A defect at a path.
    pub(super) fn wrong(&self, path: &[PathPart], reason: impl Into<String>) -> Wrong {
        Wrong {
            at: self.position(path),
            path: super::read::shown(path),
            reason: reason.into(),
        }
    }
}

fn on_the_wire(key: &str) -> &str {
    if key == "falc" { "fr-simple" } else { key }
}

fn position(node: &MarkedYaml<'_>) -> Position {
    Position {
        line: node.span.start.line(),
        column: node.span.start.col() + 1,
    }
}

fn value_of(scalar: &Scalar<'_>) -> Value {
    match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(yes) => Value::from(*yes),
        Scalar::Integer(number) => Value::from(*number),
        Scalar::FloatingPoint(number) => Value::from(number.into_inner()),
        Scalar::String(text) => Value::from(text.as_ref()),
    }
}
