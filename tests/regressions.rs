//! Every input that once broke a law keeps it now: fixtures/regressions/<law>/, one file each.

mod common;
#[path = "common/laws.rs"]
mod laws;

use common::root;

#[test]
fn what_once_broke_a_law_breaks_none() {
    let mut tried = 0;
    for (name, law) in laws::ALL {
        for entry in std::fs::read_dir(root().join("fixtures/regressions").join(name)).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let bytes = std::fs::read(&path).expect("readable");
            let kept = std::panic::catch_unwind(|| law(&bytes));
            assert!(kept.is_ok(), "{} breaks the law `{name}`", path.display());
            tried += 1;
        }
    }
    assert!(tried > 0);
}
