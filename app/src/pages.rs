//! Pages, one per file, in folders by area.

pub mod drafts;
pub mod errors;
pub mod finish;
pub mod hand_over;
pub mod help;
pub mod home;
pub mod legal;
pub mod opinions;
pub mod page;
pub mod places;
pub mod procedures;
pub mod quality;
pub mod requests;
pub mod site_map;
pub mod visits;
pub mod write;
