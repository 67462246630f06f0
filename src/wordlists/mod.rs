//! Reads, checks and packs the word data in `wordlists/`; knows nothing of documents.
//!
//! The same code runs in `build.rs` (the built-in lists, packed into one blob), when a `plainly.toml` brings words of its own, and in the
//! tests: one shape, one validator, one table.

pub mod automaton;
pub mod check;
pub mod context;
pub mod familiar;
pub mod fixable;
pub mod folder;
pub mod house;
pub mod level;
pub mod matcher;
pub mod notation;
pub mod pack;
pub mod phrase_list;
pub mod phrase_pack;
pub mod phrase_table;
pub mod shape;
pub mod toml_file;
pub mod word_sets;
