//! The built `parvis` as operators run it: started, asked how it is, stopped, killed. Each test has its own
//! folder, ports and processes.

mod account;
mod away;
mod browser;
mod dice;
mod killed;
mod program;
mod readiness;
mod resident;
mod settings;
