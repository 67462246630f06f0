//! A plan that claims co-production, and has no words for this: review dates, and who reviews.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-review",
        "a plan that says it is made together, and not when it is reviewed, and by whom",
        &["Co-production Network for Wales: keep checking the values"],
    ),
    kind: "review",
    what: "when it is reviewed, and by whom",
};
