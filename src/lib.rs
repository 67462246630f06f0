//! `plainly`: a plain-English and co-production linter for the documents that public services write.
//!
//! Data flows one way: bytes → [`input`] → [`document`] → [`phrases`] → [`analysis`] → [`rules`] → [`findings`] → [`report`]. Each module uses
//! only those before it; `tests/house.rs` holds them to that.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod builtin;
pub mod cli;
pub mod config;
pub mod document;
pub mod findings;
pub mod fix;
pub mod input;
pub mod language;
pub mod linter;
pub mod phrases;
pub mod report;
pub mod rules;
pub mod wordlists;
