//! The documentation is true: the rule table is the rules, the piece of output is output, the commands run, and our pages pass our own check.

mod common;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{assert_kept, default_rules, files, findings, replaced, root};
use plainly::analysis::difficulty::WEIGHTS;
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

/// Lines of a page that stand in blocks of commands, with their line numbers; blocks that say why they are not run are left out.
fn commands(page: &str, text: &str) -> Vec<(usize, String)> {
    let (mut found, mut before, mut inside) = (Vec::new(), "", None);
    for (number, line) in text.lines().enumerate().map(|(i, line)| (i + 1, line.trim())) {
        match (inside, line) {
            (None, "```sh") => {
                let excuse = before.strip_prefix("<!-- not run here: ").and_then(|rest| rest.strip_suffix(" -->"));
                assert!(excuse.is_none_or(|why| why.len() > 10), "{page}:{number}: say why it is not run");
                inside = Some(excuse.is_some());
            }
            (None, "```console" | "```bash" | "```shell") => panic!("{page}:{number}: commands stand in a block of `sh`"),
            (Some(_), "```") => inside = None,
            (Some(false), line) if !line.is_empty() => found.push((number, line.to_owned())),
            _ => {}
        }
        before = if line.is_empty() { before } else { line };
    }
    found
}

/// A repository with what the pages speak of: our documents in `docs/`, and `plan.md`.
fn scratch() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(here.path().join("docs")).expect("made");
    for path in files(&root().join("fixtures/documents"), ".md") {
        std::fs::copy(&path, here.path().join("docs").join(path.file_name().expect("a name"))).expect("copied");
    }
    std::fs::copy(root().join("fixtures/documents/strategy.md"), here.path().join("plan.md")).expect("copied");
    for git in ["git init -q -b main", "git add .", "git -c user.name=A -c user.email=a@example.org commit -q -m first"] {
        assert_eq!(shell(here.path(), git).0, Some(0), "{git}");
    }
    here
}

/// Runs a line as a person would type it.
fn shell(folder: &Path, line: &str) -> (Option<i32>, String) {
    let bin = Path::new(env!("CARGO_BIN_EXE_plainly")).parent().expect("a folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder).env("PATH", path).env_remove("GITHUB_STEP_SUMMARY").stdin(Stdio::null());
    let output = command.output().expect("it runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(unix)]
#[test]
fn every_command_of_the_pages_runs() {
    // these build a release, or run all tests, of which this is one
    const ELSEWHERE: [&str; 3] = ["cargo test", "cargo install --path .", "plainly check path/to/your/documents"];
    let mut ran = 0;
    for path in [vec![root().join("README.md"), root().join("wordlists/README.md")], files(&root().join("docs"), ".md")].concat() {
        let page = path.strip_prefix(root()).expect("below").display().to_string();
        let here = scratch();
        for (number, line) in commands(&page, &read(&page)).into_iter().filter(|(_, line)| !ELSEWHERE.iter().any(|part| line.contains(part))) {
            let (folder, line) = match line.strip_prefix("cargo run -- ") {
                Some(rest) => (root(), format!("plainly {rest}")),
                None => (here.path(), line),
            };
            let (code, err) = shell(folder, &line);
            assert!(matches!(code, Some(0 | 1)), "{page}:{number}: `{line}` ended with {code:?}: {err}");
            ran += 1;
        }
    }
    assert!(ran > 10, "{ran}");
}

#[cfg(unix)]
#[test]
fn every_command_of_the_table_in_the_readme_runs() {
    let (text, here) = (read("README.md"), scratch());
    shell(here.path(), "plainly words add hub --say centre && plainly words export words.tsv && rm plainly.toml");
    for row in text.lines().filter(|line| line.starts_with("| ") && line.contains("`plainly ")) {
        // `watch` does not end by itself; a test of its own runs it
        for line in row.split('`').filter(|piece| piece.starts_with("plainly ") && !piece.starts_with("plainly watch")) {
            let (code, err) = shell(here.path(), line);
            assert!(matches!(code, Some(0 | 1)), "`{line}` ended with {code:?}: {err}");
        }
    }
}

/// The page of the rules, as the rules say.
fn rule_reference() -> String {
    let mut page = "# The rules\n\nThis page is written by a test from the rules themselves. To see one of them on a terminal, run \
         `plainly explain RULE`.\n\nTo choose a level or turn one off, see [configuration](configuration.md#rules). How often each is right is on \
         [the page on precision](precision.md).\n"
        .to_owned();
    let mut family = "";
    for rule in rules::all() {
        if rule.family() != family {
            family = rule.family();
            let _ = write!(page, "\n## {family}\n");
        }
        let state = if rule.maturity == Maturity::Stable { "on by default" } else { "off by default, while it is on trial" };
        let _ = write!(page, "\n### `{}`\n\nLooks for {}.\n\n- Level: {}\n- It is {state}.\n", rule.id, rule.summary, rule.level.name());
        if !rule.sources.is_empty() {
            let _ = writeln!(page, "- Sources: `{}`", rule.sources.join("`, `"));
        }
        let _ = write!(page, "\n{}\n", rule.why);
        for (title, examples) in [("It speaks of", &rule.bad), ("It is silent on", &rule.good)] {
            if !examples.is_empty() {
                let lines: String = examples.iter().map(|text| format!("{}\n", text.split_whitespace().collect::<Vec<_>>().join(" "))).collect();
                let _ = write!(page, "\n{title}:\n\n````text\n{lines}````\n");
            }
        }
    }
    page
}

#[test]
fn the_page_of_the_rules_is_the_rules() {
    assert_kept(&root().join("docs/rules.md"), &rule_reference());
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
    let docs = files(&root().join("docs"), ".md").into_iter().map(|path| path.strip_prefix(root()).expect("below").to_owned());
    let others = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "wordlists/README.md"].map(PathBuf::from);
    for page in others.into_iter().chain(docs) {
        let page = page.to_string_lossy();
        let text = read(&page);
        // an example in code leads nowhere
        let mut fenced = false;
        let outside = text.lines().filter(|line| {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            !fenced && !fence
        });
        let text: String = outside.collect::<Vec<_>>().join("\n").split('`').step_by(2).collect();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let outside = target.is_empty() || target.contains("://");
            let file = root().join(Path::new(&*page).parent().expect("a folder")).join(target);
            assert!(outside || file.exists(), "{page}: {target}");
        }
    }
}

/// The rows whose points are one figure; words that are not familiar cost more the rarer they are.
#[test]
fn the_page_on_difficulty_tells_the_weights() {
    let page = read("docs/difficulty.md");
    let rows = [
        ("words", "each word |"),
        ("syllables", "each syllable"),
        ("abstract_nouns", "each abstract noun"),
        ("noun_stacks", "four or more nouns"),
        ("short_forms", "each short form"),
        ("clauses", "each clause"),
        ("asides", "each aside"),
        ("negatives", "each negative"),
        ("hidden_actors", "each decision"),
        ("wait", "each word before the verb"),
        ("commas", "each comma"),
        ("numbers", "each number"),
        ("reader", "\"you\""),
    ];
    for (part, start) in rows {
        let (_, weight) = WEIGHTS.into_iter().find(|(name, _)| *name == part).expect("a part of the sum");
        let row = page.lines().find(|line| line.starts_with(&format!("| {start}"))).expect("a row of the table");
        let told = row.rsplit_once("| ").and_then(|(_, points)| points.split([' ', ',']).next()).and_then(|points| points.parse::<f64>().ok());
        assert_eq!(told.map(|points| (points * 10.0).round() as i32), Some(weight.abs()), "{row}");
    }
}
