//! What the tests of pages share: a town, its residents, the pages they get and the forms they fill in.

mod door;
mod filler;
mod form;
mod memory;
mod page;
mod pdf;
mod resident;
mod town;

pub(crate) use door::Death;
pub(crate) use filler::{Filler, PDF, jpeg, png};
pub(crate) use form::{BOUNDARY, Form};
pub(crate) use memory::Memory;
pub(crate) use page::{Page, every_page_asked};
pub(crate) use pdf::Pdf;
pub(crate) use resident::Resident;
pub(crate) use town::{Town, WEBHOOK_SECRET};
