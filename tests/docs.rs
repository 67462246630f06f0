//! The documentation is true: the rule table is the rules, the piece of output is output, the commands run, and our pages pass our own check.

mod common;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use common::{assert_kept, default_rules, files, findings, replaced, root};
use plainly::findings::Maturity;
use plainly::rules;

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).expect("readable")
}

#[test]
fn the_rule_table_of_the_readme_is_the_rules() {
    let mut table = "| Rule | Level | What it looks for |\n|---|---|---|\n".to_owned();
    for rule in rules::all() {
        let off = if rule.maturity == Maturity::Trial { " (off: on trial)" } else { "" };
        let _ = writeln!(table, "| `{}` | {}{off} | {} |", rule.id, rule.level.name(), rule.summary);
    }
    let text = read("README.md");
    assert_kept(&root().join("README.md"), &replaced(&text, "rules", &table));
}

#[test]
fn the_first_command_of_the_readme_runs_and_prints_what_the_readme_shows() {
    let text = read("README.md");
    let command = text.lines().find_map(|line| line.strip_prefix("cargo run -- ")).expect("the first command");
    let output = Command::new(env!("CARGO_BIN_EXE_plainly")).args(command.split(' ')).current_dir(root()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "the first command a person runs must not fail");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let from = printed.find("warning[deficit/group-label]").expect("the finding that the readme shows");
    let piece = printed[from..].split("\n\n").next().expect("a finding");
    let shown = format!("```text\n{}\n```\n", piece.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"));
    assert_kept(&root().join("README.md"), &replaced(&text, "output", &shown));
}

#[test]
fn every_command_of_the_readme_is_understood() {
    let text = read("README.md");
    let commands: Vec<&str> = text.split('`').filter(|piece| piece.starts_with("plainly ") && !piece.contains('\n')).collect();
    assert!(commands.len() >= 7, "{commands:?}");
    for command in commands {
        let mut parts = command.split(' ').skip(1);
        let name = parts.next().expect("a command");
        let inner = parts.next().filter(|_| name == "words");
        let help = Command::new(env!("CARGO_BIN_EXE_plainly")).arg(name).args(inner).arg("--help").output().expect("it runs");
        assert!(help.status.success(), "{command}");
        let help = String::from_utf8(help.stdout).expect("UTF-8");
        for option in command.split(' ').filter(|part| part.starts_with("--")) {
            assert!(help.contains(option), "{command}: {option}");
        }
    }
}

#[test]
fn our_own_pages_pass() {
    let linter = default_rules();
    let mut pages = vec![
        root().join("README.md"),
        root().join("CHANGELOG.md"),
        root().join("CONTRIBUTING.md"),
        root().join("SECURITY.md"),
        root().join("wordlists/README.md"),
    ];
    pages.extend(files(&root().join("docs"), ".md"));
    let mut wrong = Vec::new();
    for page in pages {
        let text = std::fs::read_to_string(&page).expect("readable");
        wrong.extend(findings(&linter, &text).into_iter().map(|f| format!("{}: {} {}", page.display(), f.rule, f.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn our_own_messages_pass() {
    let linter = default_rules();
    let mut wrong = Vec::new();
    for rule in rules::all() {
        for text in [rule.why.to_owned(), format!("Looks for {}.", rule.summary)] {
            // a rule may name the words it is about
            let told = findings(&linter, &text).into_iter().filter(|f| f.rule != rule.id);
            wrong.extend(told.map(|f| format!("{}: {} in: {text}", rule.id, f.message)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn links_between_our_pages_lead_somewhere() {
    for page in [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "wordlists/README.md",
        "docs/json.md",
        "docs/configuration.md",
        "docs/invitations.md",
        "docs/difficulty.md",
        "docs/precision.md",
    ] {
        let text = read(page);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let outside = target.is_empty() || target.contains("://");
            let file = root().join(Path::new(page).parent().expect("a folder")).join(target);
            assert!(outside || file.exists(), "{page}: {target}");
        }
    }
}
