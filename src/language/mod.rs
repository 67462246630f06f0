//! What is known of English, and nothing of documents: folding, tokens, inflection, how familiar words are, syllables, word classes.
//!
//! Also compiled into `build.rs`, so that a phrase is folded, split and inflected by one piece of code on both sides.

pub mod abstracts;
pub mod classes;
pub mod fold;
pub mod inflection;
pub mod lexicon;
pub mod syllables;
pub mod tokens;
