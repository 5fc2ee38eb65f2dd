//! Documents that residents take away: a request as a tagged PDF and as a file for programs. The PDF is made from the
//! same paper as its page (`app::paper`); nothing here ever reads a PDF.

pub(crate) mod calendar;
mod flow;
mod fonts;
mod lines;
mod pages;
mod pdf;
mod request_file;
mod shaping;
mod tags;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use app::paper::Paper;
use tokio::sync::Semaphore;

pub(crate) use request_file::request_file;

/// Documents made at the same time: an ordinary one takes a thread for some 30 ms and 6 MB, the longest 40 MB.
const AT_ONCE: usize = 1;

/// Makes documents away from the threads that serve pages. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Press(Arc<Semaphore>);

impl Default for Press {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Press {
    /// The PDF of a paper; `None` when it cannot be made, which the operator is told: its page says the same.
    pub(crate) async fn pdf(&self, paper: Paper, author: String) -> Option<Vec<u8>> {
        let place = Arc::clone(&self.0).acquire_owned().await.ok()?;
        let made = tokio::task::spawn_blocking(move || {
            let _place = place;
            pdf::pdf(&paper, &author)
        });
        match made.await {
            Ok(Ok(pdf)) => Some(pdf),
            Ok(Err(error)) => {
                tracing::error!(reason = %error, "a request could not be made a PDF");
                None
            }
            Err(_) => {
                tracing::error!(reason = "panic", "a request could not be made a PDF");
                None
            }
        }
    }
}
