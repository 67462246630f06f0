//! A plan that claims co-production, and has no words for this: what did not work.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-learning",
        "a plan that says it is made together, and not what did not work, and what was learned",
        &["Co-production Network for Wales: learning from failure"],
    ),
    kind: "learning",
    what: "what did not work, and what was learned",
};
