//! A plan that claims co-production, and has no words for this: stated values.

use super::{Holds, meta};

/// The rule.
pub static RULE: Holds = Holds {
    meta: &meta(
        "plan/no-values",
        "a plan that says it is made together, and not which values it follows",
        &["Co-production top tips: a clear set of values"],
    ),
    kind: "values",
    what: "which values it follows",
};
