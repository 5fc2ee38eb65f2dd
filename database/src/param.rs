//! Values given to a statement, in the three kinds both engines store the same way.

use std::borrow::Cow;

use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};
use sqlx::Arguments;
use sqlx::postgres::PgArguments;

use crate::DatabaseError;

/// One value for `$1`, `$2` … Usually made with `.into()`, from an `Option` too.
#[derive(Clone, PartialEq, Eq)]
pub enum Param<'a> {
    /// `BIGINT`.
    Int(i64),
    /// `TEXT`.
    Text(Cow<'a, str>),
    /// `BYTEA`.
    Bytes(Cow<'a, [u8]>),
    /// No value; PostgreSQL wants to know of which kind.
    Null(Kind),
    /// `BIGINT[]`, on PostgreSQL only: a value for each of many rows that one statement writes.
    Ints(Vec<Option<i64>>),
    /// `TEXT[]`, on PostgreSQL only.
    Texts(Vec<Option<String>>),
    /// `BYTEA[]`, on PostgreSQL only.
    Blobs(Vec<Option<Vec<u8>>>),
}

/// The three kinds of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `BIGINT`.
    Int,
    /// `TEXT`.
    Text,
    /// `BYTEA`.
    Bytes,
}

impl std::fmt::Debug for Param<'_> {
    /// The kind only: a value may be personal data and this text may reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Param::Int(_) => "Int(***)",
            Param::Text(_) => "Text(***)",
            Param::Bytes(_) => "Bytes(***)",
            Param::Null(_) => "Null",
            Param::Ints(_) => "Ints(***)",
            Param::Texts(_) => "Texts(***)",
            Param::Blobs(_) => "Blobs(***)",
        })
    }
}

impl Param<'_> {
    /// The same value, kept by itself.
    pub fn into_owned(self) -> Param<'static> {
        match self {
            Param::Int(value) => Param::Int(value),
            Param::Text(value) => Param::Text(Cow::Owned(value.into_owned())),
            Param::Bytes(value) => Param::Bytes(Cow::Owned(value.into_owned())),
            Param::Null(kind) => Param::Null(kind),
            Param::Ints(values) => Param::Ints(values),
            Param::Texts(values) => Param::Texts(values),
            Param::Blobs(values) => Param::Blobs(values),
        }
    }
}

macro_rules! param {
    ($($from:ty => $kind:ident, $value:ident => $made:expr;)*) => {$(
        impl<'a> From<$from> for Param<'a> {
            fn from($value: $from) -> Self {
                Param::$kind($made)
            }
        }

        impl<'a> From<Option<$from>> for Param<'a> {
            fn from(value: Option<$from>) -> Self {
                value.map_or(Param::Null(Kind::$kind), Param::from)
            }
        }
    )*};
}

param! {
    i64 => Int, value => value;
    i32 => Int, value => i64::from(value);
    u32 => Int, value => i64::from(value);
    u16 => Int, value => i64::from(value);
    u8 => Int, value => i64::from(value);
    &'a str => Text, value => Cow::Borrowed(value);
    &'a String => Text, value => Cow::Borrowed(value);
    String => Text, value => Cow::Owned(value);
    Cow<'a, str> => Text, value => value;
    &'a [u8] => Bytes, value => Cow::Borrowed(value);
    &'a Vec<u8> => Bytes, value => Cow::Borrowed(value);
    Vec<u8> => Bytes, value => Cow::Owned(value);
}

macro_rules! array_param {
    ($($of:ty => $kind:ident;)*) => {$(
        impl From<Vec<$of>> for Param<'_> {
            fn from(values: Vec<$of>) -> Self {
                Param::$kind(values.into_iter().map(Some).collect())
            }
        }

        impl From<Vec<Option<$of>>> for Param<'_> {
            fn from(values: Vec<Option<$of>>) -> Self {
                Param::$kind(values)
            }
        }
    )*};
}

array_param! {
    i64 => Ints;
    String => Texts;
    Vec<u8> => Blobs;
}

impl<'a, const N: usize> From<&'a [u8; N]> for Param<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Param::Bytes(Cow::Borrowed(value))
    }
}

impl<const N: usize> From<[u8; N]> for Param<'_> {
    fn from(value: [u8; N]) -> Self {
        Param::Bytes(Cow::Owned(value.to_vec()))
    }
}

impl Param<'_> {
    /// PostgreSQL cannot store U+0000 in a text.
    pub(crate) fn holds_nul(&self) -> bool {
        match self {
            Param::Text(value) => value.contains('\0'),
            Param::Texts(values) => values.iter().flatten().any(|value| value.contains('\0')),
            _ => false,
        }
    }
}

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Param::Int(value) => ValueRef::Integer(*value),
            Param::Text(value) => ValueRef::Text(value.as_bytes()),
            Param::Bytes(value) => ValueRef::Blob(value),
            Param::Null(_) => ValueRef::Null,
            Param::Ints(_) | Param::Texts(_) | Param::Blobs(_) => {
                return Err(rusqlite::Error::ToSqlConversionFailure(
                    "SQLite has no arrays".into(),
                ));
            }
        }))
    }
}

/// The values as PostgreSQL takes them.
pub(crate) fn arguments(params: &[Param<'_>]) -> Result<PgArguments, DatabaseError> {
    let mut arguments = PgArguments::default();
    for param in params {
        if param.holds_nul() {
            return Err(DatabaseError::NulInText);
        }
        match param {
            Param::Int(value) => arguments.add(*value),
            Param::Text(value) => arguments.add(value.as_ref()),
            Param::Bytes(value) => arguments.add(value.as_ref()),
            Param::Null(Kind::Int) => arguments.add(None::<i64>),
            Param::Null(Kind::Text) => arguments.add(None::<&str>),
            Param::Null(Kind::Bytes) => arguments.add(None::<&[u8]>),
            Param::Ints(values) => arguments.add(values),
            Param::Texts(values) => arguments.add(values),
            Param::Blobs(values) => arguments.add(values),
        }
        .map_err(|error| DatabaseError::from_driver(sqlx::Error::Encode(error)))?;
    }
    Ok(arguments)
}
