//! The design system: every piece of a page, one per file, each with its states in `examples`.
//! A component states in its documentation the criteria it answers for (RGAA 4.1.2, WCAG 2.2).

mod answer_words;
pub mod assist;
mod back_link;
mod button;
mod contact;
mod error_summary;
pub mod examples;
mod facts;
mod language_menu;
mod notice;
mod procedure_card;
mod questions;
mod site_footer;
mod site_header;
mod skip_links;
mod step_header;
mod summary;
mod textarea;
mod timeline;
mod words_of;

pub use answer_words::answer_lines;
pub use back_link::BackLink;
pub use button::{LinkButton, Secondary, Submit};
pub use contact::{AuthorityContact, ServiceContact};
pub use error_summary::ErrorSummary;
pub use facts::Facts;
pub use language_menu::LanguageMenu;
pub use notice::{Notice, NoticeKind};
pub use procedure_card::ProcedureCard;
pub use questions::{FormState, Questions, Scope, control_id};
pub use site_footer::{Compliance, SiteFooter};
pub use site_header::SiteHeader;
pub use skip_links::{SkipLinks, SkipTarget};
pub use step_header::StepHeader;
pub use summary::{ChangeLink, Summary, SummaryRow, SummarySection};
pub use textarea::TextArea;
pub use timeline::Timeline;
pub use words_of::words_of;
