//! Rules about inviting the people a document is about. They read words, not deeds.

pub mod no_invitation;
pub mod no_route;
