//! What residents may count on, tried on the real tables of both engines with a back office that can fail.

mod accesses;
mod delivery;
mod drafts;
mod files;
mod office;
mod privacy;
mod procedure;
mod retention;
mod sending;
mod town;
