//! Rules about involving people for show. They read words, not deeds.

pub mod after_decision;
pub mod for_information;
pub mod story_only;
pub mod unbacked_claim;
pub mod vague_thanks;
