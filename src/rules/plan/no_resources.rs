//! A plan that claims co-production, and has no words for this: money or time.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-resources",
        "a plan that says it is made together, and not what money and time is set aside",
        &["Co-production top tips: adequate resources are available"],
    ),
    kind: "resources",
    what: "what money and time is set aside",
};
