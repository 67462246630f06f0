//! A plan that claims co-production, and has no words for this: agreed ways of working.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-ground-rules",
        "a plan that says it is made together, and not how people and staff will work together",
        &["Co-production top tips: decide together how you are going to work"],
    ),
    kind: "ground-rules",
    what: "how people and staff will work together",
};
