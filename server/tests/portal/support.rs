//! What the tests of pages share: a town, its residents, the pages they get and the forms they fill in.

mod filler;
mod form;
mod page;
mod resident;
mod town;

pub use filler::{Filler, jpeg, png};
pub use form::Form;
pub use page::{Page, every_page_asked};
pub use resident::Resident;
pub use town::{Town, catalogue};
