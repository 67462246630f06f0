//! A plan that claims co-production, and has no words for this: training for staff and people.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-training",
        "a plan that says it is made together, and not how staff and people learn to work together",
        &["A Co-production Model: train and develop staff and citizens"],
    ),
    kind: "training",
    what: "how staff and people learn to work together",
};
