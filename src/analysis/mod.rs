//! What a document shows, worked out once and read by the rules and by `plainly stream`: no opinions here, those are the rules'.

pub mod acronyms;
pub mod cut;
pub mod difficulty;
pub mod glossary;
pub mod involvement;
pub mod kind;
pub mod noun_stack;
pub mod readability;
