//! The one place that writes to the terminal.

use std::{
    fmt::Display,
    io::{self, Write},
    process::ExitCode,
};

/// Writes one line to the standard output.
///
/// # Errors
/// The output is closed: `parvis-backoffice list | head` ends quietly.
pub(crate) fn line(text: impl Display) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// Writes a text as it is: a part of a file.
///
/// # Errors
/// The same.
pub(crate) fn raw(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Writes why a command failed to the standard error; the exit code that says so.
pub(crate) fn failure(error: &anyhow::Error) -> ExitCode {
    let closed = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    if error.downcast_ref::<io::Error>().is_some_and(closed) {
        return ExitCode::SUCCESS;
    }
    // Nobody is left to tell when this fails too.
    let _told = writeln!(io::stderr().lock(), "parvis-backoffice: {error:#}");
    ExitCode::FAILURE
}

/// A text that a resident wrote, without the signs that a terminal would obey.
pub(crate) fn shown(text: &str) -> String {
    text.chars()
        .map(|sign| {
            if sign.is_control() && sign != '\n' {
                '\u{fffd}'
            } else {
                sign
            }
        })
        .collect()
}
