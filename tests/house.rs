//! The house keeps its plan: data flows one way, names agree everywhere, every rule has its fixtures, files stay small.

mod common;

use common::{files, root};
use plainly::rules;

/// The modules in the order of the flow: each uses only those before it, and itself.
const ORDER: [&str; 14] =
    ["input", "language", "wordlists", "builtin", "document", "phrases", "analysis", "findings", "config", "rules", "linter", "fix", "report", "cli"];

#[test]
fn modules_use_only_what_stands_before_them() {
    let place = |module: &str| ORDER.iter().position(|m| *m == module);
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), ".rs") {
        let inner = path.strip_prefix(root().join("src")).expect("below src").to_string_lossy().replace('\\', "/");
        let module = inner.split('/').next().expect("a part").trim_end_matches(".rs");
        if module == "lib" || module == "main" {
            continue;
        }
        let own = place(module).unwrap_or_else(|| panic!("{inner}: put the module `{module}` into ORDER"));
        let text = std::fs::read_to_string(&path).expect("readable");
        // tests may stand anywhere in the house and look at all of it
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if place(&used).is_some_and(|other| other > own) {
                    wrong.push(format!("src/{inner}:{}: `{module}` may not use `{used}`, which stands after it", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_file_names_the_markdown_parser_and_one_the_drawing() {
    for (name, home) in [("pulldown_cmark", "document/markdown.rs"), ("codespan_reporting::term", "report/terminal.rs")] {
        for path in files(&root().join("src"), ".rs") {
            let text = std::fs::read_to_string(&path).expect("readable");
            let used = text.lines().any(|line| line.trim_start().starts_with("use ") && line.contains(name));
            assert!(!used || path.ends_with(home), "{}: only {home} may use {name}", path.display());
        }
    }
}

#[test]
fn rule_ids_agree_with_files_and_fixtures() {
    for rule in rules::all().iter().filter(|r| r.id != "house/word") {
        let words = root().join("wordlists").join(format!("{}.toml", rule.id));
        let code = root().join("src/rules").join(format!("{}.rs", rule.id.replace('-', "_")));
        // a list whose hits are weighed together has both
        let both = rules::WEIGHED.iter().any(|weighed| weighed.rule() == rule.id);
        let agree = if both { words.exists() && code.exists() } else { words.exists() != code.exists() };
        assert!(agree, "{}: one of {} and {} must exist, or both where WEIGHED names it", rule.id, words.display(), code.display());
        let fixtures = root().join("fixtures/rules").join(rule.id);
        for name in ["bad.md", "bad.txt", "good.md"] {
            assert!(fixtures.join(name).exists(), "{}: write {}", rule.id, fixtures.join(name).display());
        }
    }
}

#[test]
fn every_rule_says_why_and_shows_examples() {
    for rule in rules::all().iter().filter(|r| r.id != "house/word") {
        assert!(!rule.summary.ends_with('.') && rule.summary.len() < 90, "{}: the summary is one short line with no full stop", rule.id);
        assert!(rule.why.ends_with('.'), "{}: the reason is a sentence", rule.id);
        assert!(!rule.sources.is_empty(), "{}: says who says so", rule.id);
        // the kind of a document, or its folder, cannot be shown in a sentence
        let by_kind = ["involvement/no-invitation", "acronyms/defined-elsewhere"].contains(&rule.id);
        assert!(by_kind || rule.bad.len() >= 3 && rule.good.len() >= 3, "{}: three examples of each", rule.id);
    }
}

#[test]
fn files_stay_small_enough_to_do_one_job() {
    const MOST: usize = 450;
    for path in files(&root().join("src"), ".rs") {
        let lines = std::fs::read_to_string(&path).expect("readable").lines().count();
        assert!(lines <= MOST, "{} has {lines} lines; does it do one job?", path.display());
    }
}
