//! Pages left open: news of the request, the time that is left, forms that come too late, the end on a shared computer.

mod access;
mod done;
mod late;
pub(crate) mod news;
