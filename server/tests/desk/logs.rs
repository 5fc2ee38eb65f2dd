//! The logs of all tests of this program, kept in memory: one test reads them all.

use std::{
    io,
    sync::{Mutex, Once},
};

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static LISTENING: Once = Once::new();

struct Lines;

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Begins to listen, at every level, to the portal and everything below it.
pub(crate) fn listen() {
    LISTENING.call_once(|| {
        let level = tracing::Level::TRACE;
        tracing_subscriber::fmt()
            .json()
            .with_max_level(level)
            .with_writer(|| Lines)
            .init();
    });
}

/// What was logged so far.
pub(crate) fn logged() -> Vec<u8> {
    LINES.lock().unwrap().clone()
}
