//! Old findings that are set aside: none of them comes back when text moves or is wrapped anew, and each new one is told.

mod common;

use std::path::Path;
use std::process::Command;

use common::{files, root};

fn plainly(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(folder).output().expect("it runs");
    (run.status.code(), String::from_utf8(run.stdout).expect("UTF-8"), String::from_utf8(run.stderr).expect("UTF-8"))
}

fn check(folder: &Path) -> Vec<String> {
    let (code, out, err) = plainly(folder, &["check", "--format", "concise", "--fail-on", "note", "."]);
    assert_eq!(code, Some(i32::from(!out.is_empty())), "{err}");
    out.lines().map(str::to_owned).collect()
}

/// Our documents, and a baseline of all that there is to say of them.
fn documents() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    for path in files(&root().join("fixtures/documents"), ".md") {
        std::fs::copy(&path, here.path().join(path.file_name().expect("a name"))).expect("copied");
    }
    std::fs::write(here.path().join("plainly.toml"), "").expect("written");
    assert!(check(here.path()).len() > 50, "there is something to set aside");
    let (code, out, err) = plainly(here.path(), &["baseline", "create", "."]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("set aside in plainly-baseline.json"), "{out}");
    here
}

fn rewrite(folder: &Path, change: impl Fn(&str) -> String) {
    for path in files(folder, ".md") {
        let text = std::fs::read_to_string(&path).expect("readable");
        std::fs::write(&path, change(&text)).expect("written");
    }
}

/// Joins the lines of each paragraph of running text.
fn unwrapped(text: &str) -> String {
    let plain = |line: &str| !line.trim().is_empty() && line.starts_with(|c: char| c.is_alphanumeric()) && !line.ends_with("  ");
    let (front, body) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", text));
    let mut out = if front.is_empty() { String::new() } else { format!("---\n{front}\n---\n") };
    let mut before = "";
    for line in body.lines() {
        let goes_on = plain(before) && plain(line) && !line.starts_with(|c: char| c.is_ascii_digit());
        out.push_str(if goes_on {
            " "
        } else if out.is_empty() || out.ends_with("---\n") && before.is_empty() {
            ""
        } else {
            "\n"
        });
        out.push_str(line);
        before = line;
    }
    out + "\n"
}

#[test]
fn what_is_set_aside_stays_so_when_text_moves() {
    let here = documents();
    assert_eq!(check(here.path()), Vec::<String>::new());
    rewrite(here.path(), |text| text.replace('\n', "\r\n"));
    assert_eq!(check(here.path()), Vec::<String>::new(), "line ends");
    rewrite(here.path(), |text| unwrapped(&text.replace("\r\n", "\n")));
    assert_eq!(check(here.path()), Vec::<String>::new(), "paragraphs on one line");
    rewrite(here.path(), |text| match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front, body)) => format!("---\n{front}\n---\n\nTea is at four.\n\n{body}"),
        None => format!("Tea is at four.\n\n{text}"),
    });
    assert_eq!(check(here.path()), Vec::<String>::new(), "a paragraph at the top");
}

#[test]
fn a_changed_sentence_is_told_and_no_other() {
    let here = tempfile::tempdir().expect("a folder");
    let page = |third: &str| format!("# Tea\n\nTea for the elderly is free.\n\nCake for the elderly is free.\n\n{third}\n");
    let write = |third: &str| std::fs::write(here.path().join("a.md"), page(third)).expect("written");
    write("Milk for the homeless is free.");
    plainly(here.path(), &["baseline", "create"]);
    write("Milk for the homeless is cheap.");
    let told = check(here.path());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("a.md:7:10: warning[deficit/group-label] `the homeless`"), "{told:?}");
    let (code, out, _) = plainly(here.path(), &["baseline", "check"]);
    assert_eq!((code, out.contains("1 of them gone")), (Some(1), true), "{out}");
    let (_, _, err) = plainly(here.path(), &["check", "--format", "concise"]);
    assert!(err.contains("1 finding of the baseline is gone; `plainly baseline prune` takes them out"), "{err}");
    let (code, out, _) = plainly(here.path(), &["baseline", "prune"]);
    assert_eq!((code, out.as_str()), (Some(0), "1 finding taken out of plainly-baseline.json, 2 left\n"));
    assert_eq!(check(here.path()).len(), 1, "it never grows by itself");
    let (code, _, err) = plainly(here.path(), &["baseline", "create"]);
    assert_eq!((code, err.contains("there is a baseline already")), (Some(2), true), "{err}");
    plainly(here.path(), &["baseline", "create", "--force"]);
    assert_eq!(check(here.path()).len(), 0);
    assert_eq!(plainly(here.path(), &["check", "--no-baseline", "--format", "concise"]).1.lines().count(), 2);
}

#[test]
fn only_documents_of_the_run_are_judged_and_a_broken_baseline_is_trouble() {
    let here = tempfile::tempdir().expect("a folder");
    for name in ["a.md", "b.md"] {
        std::fs::write(here.path().join(name), "Tea for the elderly is free.\n").expect("written");
    }
    plainly(here.path(), &["baseline", "create"]);
    std::fs::write(here.path().join("b.md"), "Tea for older people is free.\n").expect("written");
    let (_, out, _) = plainly(here.path(), &["baseline", "prune", "a.md"]);
    assert_eq!(out, "0 findings taken out of plainly-baseline.json, 2 left\n");
    let file = here.path().join("plainly-baseline.json");
    let text = std::fs::read_to_string(&file).expect("there");
    let broken = format!("<<<<<<< HEAD\n{text}=======\n");
    std::fs::write(&file, &broken).expect("written");
    let (code, _, err) = plainly(here.path(), &["check"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("plainly-baseline.json: line 1: two versions of this file were merged and not settled"), "{err}");
    assert_eq!(std::fs::read_to_string(&file).expect("there"), broken, "it is left as it was");
}

#[test]
fn only_changed_lines_are_told_of() {
    let here = tempfile::tempdir().expect("a folder");
    let git = |args: &[&str]| {
        let run = Command::new("git").args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(args).current_dir(here.path()).output();
        assert!(run.as_ref().is_ok_and(|run| run.status.success()), "{run:?}");
    };
    let write = |name: &str, text: &str| std::fs::write(here.path().join(name), text).expect("written");
    git(&["init", "-q"]);
    write("a.md", "Tea for the elderly.\n\nCake is free.\n");
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "first"]);
    let told = || plainly(here.path(), &["check", "--format", "concise", "--changed-since", "HEAD"]).1;
    assert_eq!(told(), "");
    write("a.md", "Tea for the elderly.\n\nCake for the homeless is free.\n");
    write("new.md", "Milk for the disabled.\n");
    let shown = told();
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(shown.contains("a.md:3:10: warning[deficit/group-label] `the homeless`") && shown.contains("new.md:1:10:"), "{shown}");
    let (code, _, err) = plainly(here.path(), &["check", "--changed-since", "nowhere"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("git says: "), "{err}");
}
