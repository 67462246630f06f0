//! The table of docs/faults.md and the tests say the same.

use std::collections::BTreeSet;

use super::common::{files, root};

#[test]
fn every_row_of_the_table_names_a_test_that_there_is_and_no_row_is_missing() {
    let page = std::fs::read_to_string(root().join("docs/faults.md")).expect("the page");
    let tests: BTreeSet<String> = ["tests", "src"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"))
        .flat_map(|path| {
            let text = std::fs::read_to_string(&path).expect("readable");
            let names = text.split("fn ").skip(1).map(|rest| rest.split(['(', '<']).next().unwrap_or_default().to_owned());
            names.collect::<Vec<_>>()
        })
        .collect();
    let rows: Vec<Vec<&str>> = page.lines().filter(|line| line.starts_with("| ")).map(|line| line.trim_matches('|').split(" | ").collect()).collect();
    let mut known = BTreeSet::new();
    for row in rows.iter().filter(|row| row[0].trim().ends_with(|c: char| c.is_ascii_digit())) {
        known.insert(row[0].trim().to_lowercase());
        let named: Vec<&str> = row[3].split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty() || row[2].contains("SECURITY.md"), "{row:?}: a test, or why there is none");
        for test in named {
            assert!(tests.contains(test.rsplit("::").next().unwrap_or(test)), "{}: there is no test `{test}`", row[0]);
        }
    }
    for (letter, last) in [('a', 12), ('b', 9), ('c', 8), ('d', 13), ('e', 8), ('f', 9)] {
        for number in 1..=last {
            assert!(known.contains(&format!("{letter}{number}")), "{letter}{number} is not in the table");
        }
    }
    for test in tests.iter().filter(|name| name.split('_').next().is_some_and(|row| known.contains(row))) {
        assert!(page.contains(test.as_str()), "{test} is in no row");
    }
}
