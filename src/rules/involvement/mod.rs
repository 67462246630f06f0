//! Rules about inviting the people a document is about. They read words, not deeds.

pub mod bare_link;
pub mod closed;
mod missing;
pub mod no_access;
pub mod no_deadline;
pub mod no_expectations;
pub mod no_feedback_loop;
pub mod no_invitation;
pub mod no_named_contact;
pub mod no_payment;
pub mod no_reciprocity;
pub mod no_route;
pub mod no_scope;
pub mod no_stage;
pub mod no_support;
pub mod no_underrepresented;
pub mod no_who;
pub mod one_off;
pub mod one_route;
pub mod our_venues_only;
pub mod short_notice;
pub mod stage_gap;

pub use missing::{keep_most_telling, wanted};
