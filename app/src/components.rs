//! The design system: every piece of a page, one per file, each with its states in `examples`.
//! A component states in its documentation the criteria it answers for (RGAA 4.1.2, WCAG 2.2).

pub mod answer_words;
pub mod assist;
pub mod back_link;
pub mod button;
pub mod contact;
pub mod error_summary;
pub mod examples;
pub mod facts;
pub mod language_menu;
pub mod notice;
pub mod procedure_card;
pub mod questions;
pub mod site_footer;
pub mod site_header;
pub mod skip_links;
pub mod step_header;
pub mod summary;
pub mod textarea;
pub mod timeline;
pub mod words_of;

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
pub use timeline::{RECORDED, Timeline};
pub use words_of::{message_with, words_of};
