//! A plan that claims co-production, and has no words for this: a named senior lead.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-champion",
        "a plan that says it is made together, and not which senior person leads it",
        &["A Co-production Model: get agreement from senior leaders"],
    ),
    kind: "champion",
    what: "which senior person leads it",
};
