//! `plainly init`: what it writes works, it writes over nothing, and it says what is left to do.

use std::path::Path;
use std::process::{Command, Stdio};

fn plainly(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_plainly")).args(args).current_dir(folder).stdin(Stdio::null()).output().expect("it runs");
    (run.status.code(), String::from_utf8(run.stdout).expect("UTF-8"), String::from_utf8(run.stderr).expect("UTF-8"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A repository with a document.
fn repository() -> tempfile::TempDir {
    let here = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(here.path().join(".git")).expect("made");
    std::fs::create_dir(here.path().join("pages")).expect("made");
    std::fs::write(here.path().join("pages/tea.md"), "Tea for the elderly is free.\n").expect("written");
    here
}

const ALL: [&str; 7] = ["init", "--preset", "council", "--pre-commit", "--ci", "github", "--baseline"];

#[test]
fn it_writes_every_piece_and_the_check_runs_with_them() {
    let here = repository();
    let (code, out, err) = plainly(here.path(), &ALL);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    for file in ["plainly.toml", ".pre-commit-config.yaml", ".github/workflows/plainly.yml"] {
        assert!(out.contains(&format!("wrote  {file}\n")), "{file}: {out}");
    }
    assert!(out.contains("1 finding set aside in plainly-baseline.json") && out.contains("pre-commit install"), "{out}");
    assert!(read(&here.path().join("plainly.toml")).contains("\nextends = [\"preset:council\"]\n"));
    let (code, _, err) = plainly(here.path(), &["check"]);
    assert_eq!(code, Some(0), "the old finding is set aside: {err}");
    std::fs::write(here.path().join("pages/new.md"), "Milk for the homeless is free.\n").expect("written");
    assert_eq!(plainly(here.path(), &["check"]).0, Some(1), "a new one is told");
}

#[test]
fn every_preset_that_is_offered_is_there() {
    for preset in ["none", "nhs", "council", "charity", "easy-read"] {
        let here = repository();
        assert_eq!(plainly(here.path(), &["init", "--preset", preset]).0, Some(0), "{preset}");
        let settings = read(&here.path().join("plainly.toml"));
        assert_eq!(settings.contains(&format!("\nextends = [\"preset:{preset}\"]\n")), preset != "none", "{settings}");
        let (code, _, err) = plainly(here.path(), &["check", "--fail-on", "never"]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{preset}");
    }
    let (_, _, err) = plainly(repository().path(), &["init", "--preset", "x"]);
    let offered = err.split("possible values: ").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default().to_owned();
    let ours = plainly::config::presets::ALL.map(|(name, _)| name);
    assert!(ours.iter().all(|name| offered.split(", ").any(|offer| offer == *name)), "{offered}");
}

#[test]
fn nothing_is_written_over() {
    let here = repository();
    plainly(here.path(), &ALL);
    let files = ["plainly.toml", ".pre-commit-config.yaml", ".github/workflows/plainly.yml", "plainly-baseline.json"];
    let before: Vec<String> = files.iter().map(|file| read(&here.path().join(file))).collect();
    std::fs::write(here.path().join("pages/new.md"), "Milk for the homeless is free.\n").expect("written");
    let (code, out, err) = plainly(here.path(), &ALL);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    for (file, before) in files.iter().zip(before) {
        assert_eq!(read(&here.path().join(file)), before, "{file}");
        assert!(out.contains(&format!("left   {file}: it ")), "{file}: {out}");
    }
    assert!(out.contains("put this line at the top of plainly.toml"), "{out}");
}

#[test]
fn from_a_folder_below_the_root_the_jobs_go_to_the_root() {
    let here = repository();
    let (code, out, _) = plainly(&here.path().join("pages"), &["init", "--ci", "gitlab", "--source", "https://example.org/a/plainly.git"]);
    assert_eq!(code, Some(0), "{out}");
    assert!(here.path().join("pages/plainly.toml").exists());
    let job = read(&here.path().join(".gitlab/plainly.yml"));
    assert!(job.contains("PLAINLY_PATH: \"pages\"") && job.contains("PLAINLY_SOURCE: \"https://example.org/a/plainly.git\""), "{job}");
    assert_eq!(read(&here.path().join(".gitlab-ci.yml")), "include:\n  - local: .gitlab/plainly.yml\n");
    std::fs::remove_file(here.path().join(".gitlab/plainly.yml")).expect("gone");
    std::fs::write(here.path().join(".gitlab-ci.yml"), "stages: [test]\n").expect("written");
    let (_, out, _) = plainly(here.path(), &["init", "--ci", "gitlab"]);
    assert!(out.contains("add this to .gitlab-ci.yml, if it is not there:\n      include:\n"), "{out}");
    assert!(out.contains("put the address of plainly's repository in place of"), "{out}");
}

#[test]
fn an_entry_is_added_to_a_list_and_else_shown() {
    let here = repository();
    let file = here.path().join(".pre-commit-config.yaml");
    std::fs::write(&file, "repos:\n- repo: local\n  hooks: []\n").expect("written");
    let (_, out, _) = plainly(here.path(), &["init", "--pre-commit"]);
    assert!(out.contains("added  plainly to .pre-commit-config.yaml"), "{out}");
    assert!(read(&file).starts_with("repos:\n- repo: local\n  hooks: []\n- repo: local\n  hooks:\n    - id: plainly\n"), "{}", read(&file));
    let flow = "repos: [{repo: meta, hooks: []}]\n";
    std::fs::write(&file, flow).expect("written");
    let (code, out, _) = plainly(here.path(), &["init", "--pre-commit"]);
    assert_eq!((code, read(&file).as_str()), (Some(0), flow));
    assert!(out.contains("add this to the list `repos` in .pre-commit-config.yaml:\n      - repo: local\n"), "{out}");
}

#[test]
fn nobody_is_asked_where_nobody_can_answer() {
    let here = repository();
    let (code, out, err) = plainly(here.path(), &["init"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("say what you want, such as `plainly init --preset council"), "{err}");
    assert!(!here.path().join("plainly.toml").exists());
    let (code, out, _) = plainly(here.path(), &["init", "--yes"]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("wrote  plainly.toml\n"), "{out}");
    assert_eq!(plainly(here.path(), &["check"]).0, Some(1), "the settings can be read");
    let (code, _, err) = plainly(here.path(), &["init", "--source", "https://a\nrun: x"]);
    assert_eq!((code, err.contains("give the address of a git repository")), (Some(2), true), "{err}");
}

#[cfg(unix)]
#[test]
fn a_link_or_a_folder_in_the_way_is_left_alone() {
    let here = repository();
    std::os::unix::fs::symlink("/nowhere/at-all", here.path().join("plainly.toml")).expect("made");
    std::fs::write(here.path().join(".github"), "a file").expect("written");
    let (code, out, err) = plainly(here.path(), &["init", "--ci", "github"]);
    assert_eq!(code, Some(2), "{out}");
    assert!(
        out.contains("left   plainly.toml: it is there already") && err.contains(".github/workflows/plainly.yml: the folder cannot be made"),
        "{out}{err}"
    );
}
