//! Canaries: words that would sing if what a resident types became markup, or reached a log.

mod logs;
mod markup;
