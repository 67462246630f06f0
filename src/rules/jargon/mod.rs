//! Rules about jargon that need more than a word: the words are in `wordlists/jargon/`, the weighing is here.

pub mod mixed_terms;
pub mod unexplained_term;
