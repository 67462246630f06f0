//! The action and the job files, as far as they can be tried without their services: the YAML is read, and the shell in it runs as they would run it.
#![cfg(unix)]

mod common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::root;
use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

const PLAINLY: &str = env!("CARGO_BIN_EXE_plainly");

/// A YAML file; each single value is a text.
fn yaml(text: &str) -> Value {
    let mut events = Parser::new_from_str(text)
        .map(|event| event.expect("YAML").0)
        .filter(|event| !matches!(event, Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd));
    let first = events.next().expect("something");
    value(first, &mut events)
}

fn value<'e>(event: Event<'e>, rest: &mut impl Iterator<Item = Event<'e>>) -> Value {
    match event {
        Event::Scalar(text, ..) => Value::String(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut list = Vec::new();
            while let Some(next) = rest.next().filter(|next| *next != Event::SequenceEnd) {
                list.push(value(next, rest));
            }
            Value::Array(list)
        }
        Event::MappingStart(..) => {
            let mut map = Map::new();
            while let Some(Event::Scalar(key, ..)) = rest.next() {
                let next = rest.next().expect("a value");
                map.insert(key.into_owned(), value(next, rest));
            }
            Value::Object(map)
        }
        other => panic!("{other:?}"),
    }
}

fn file(name: &str) -> Value {
    yaml(&std::fs::read_to_string(root().join(name)).expect("readable"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}"))
}

/// A folder with a repository's documents and a place for a runner's files.
struct Runner {
    work: tempfile::TempDir,
    temp: tempfile::TempDir,
}

/// How a step went: its exit code, and what it printed.
type Ran = (Option<i32>, String, String);

impl Runner {
    fn new(documents: &[(&str, &str)]) -> Runner {
        let runner = Runner { work: tempfile::tempdir().expect("a folder"), temp: tempfile::tempdir().expect("a folder") };
        for (name, text) in documents {
            std::fs::write(runner.work.path().join(name), text).expect("written");
        }
        runner
    }

    /// Runs a script as GitHub runs `shell: bash`.
    fn run(&self, script: &str, env: &[(&str, &str)]) -> Ran {
        let bin = Path::new(PLAINLY).parent().expect("a folder").display().to_string();
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
            .current_dir(self.work.path())
            .env("PATH", format!("{bin}:{}", std::env::var("PATH").unwrap_or_default()))
            .env("RUNNER_TEMP", self.temp.path())
            .env("GITHUB_ACTION_PATH", root())
            .env("GITHUB_OUTPUT", self.temp.path().join("output"))
            .env("GITHUB_STEP_SUMMARY", self.temp.path().join("summary"))
            .envs(env.iter().copied())
            .stdin(Stdio::null())
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    /// A file that the runner reads after the step.
    fn told(&self, name: &str) -> String {
        std::fs::read_to_string(self.temp.path().join(name)).unwrap_or_default()
    }
}

/// The steps of the action that are scripts, by their `id` or their name.
fn script<'a>(action: &'a Value, step: &str) -> &'a Value {
    let steps = action["runs"]["steps"].as_array().expect("steps");
    steps.iter().find(|s| s["id"] == step || s["name"] == step).unwrap_or_else(|| panic!("a step {step}"))
}

/// Runs the step that checks, with these inputs.
fn check(runner: &Runner, inputs: &[(&str, &str)]) -> Ran {
    let action = file("action.yml");
    let step = script(&action, "check");
    let input = |name: &str| inputs.iter().find(|(n, _)| *n == name).map_or(text(&action["inputs"][name]["default"]), |(_, value)| value);
    let env: Vec<(&str, &str)> = step["env"]
        .as_object()
        .expect("env")
        .iter()
        .map(|(key, value)| {
            let name = text(value).strip_prefix("${{ inputs.").and_then(|rest| rest.strip_suffix(" }}")).expect("an input alone");
            (key.as_str(), if name == "program" { PLAINLY } else { input(name) })
        })
        .collect();
    runner.run(text(&step["run"]), &env)
}

const BAD: (&str, &str) = ("bad.md", "Tea for the elderly is free.\n\nHe committed suicide.\n");
const GOOD: (&str, &str) = ("good.md", "Tea for older people is free.\n");

#[test]
fn inputs_reach_scripts_through_the_environment_only() {
    let action = file("action.yml");
    let steps = action["runs"]["steps"].as_array().expect("steps");
    for step in steps.iter().filter(|step| !step["run"].is_null()) {
        assert!(!text(&step["run"]).contains("${{"), "{step}");
        assert_eq!(step["shell"], "bash", "{step}");
    }
    for step in steps.iter().filter(|step| !step["uses"].is_null()) {
        let version = text(&step["uses"]).split_once('@').expect("a version").1;
        assert!(version.len() == 40 && version.bytes().all(|b| b.is_ascii_hexdigit()), "a commit, as tags can be moved: {version}");
    }
    let all = serde_json::to_string(&action["runs"]).expect("JSON");
    for input in action["inputs"].as_object().expect("inputs").keys() {
        assert!(all.contains(&format!("${{{{ inputs.{input} }}}}")), "{input} is used");
    }
    assert!(!all.to_lowercase().contains("token"), "no token is needed");
    for job in ["ci/github.yml", "ci/gitlab.yml"] {
        assert!(!std::fs::read_to_string(root().join(job)).expect("readable").contains("${{"), "{job}");
    }
}

#[test]
fn the_action_annotates_sums_up_and_fails() {
    let runner = Runner::new(&[BAD, GOOD]);
    let (code, out, err) = check(&runner, &[]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(lines[0].starts_with("::error file=bad.md,line=3,") && lines[1].starts_with("::warning file=bad.md,line=1,"), "{out}");
    let report = runner.temp.path().join("plainly-report.jsonl");
    assert_eq!(runner.told("output"), format!("findings=2\nerrors=1\nreport-path={}\n", report.display()));
    let summary = runner.told("summary");
    assert!(summary.starts_with("## plainly\n\n| Place |") && summary.contains("| bad.md:3 | error |"), "{summary}");
    assert_eq!(std::fs::read_to_string(report).expect("there").lines().count(), 3);

    let (code, out, _) = check(&runner, &[("paths", "good.md\n\n"), ("sarif", "out.sarif"), ("fail-on", "note")]);
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(runner.told("output").contains("findings=0\nerrors=0\n"));
    assert!(runner.told("summary").starts_with(&summary), "what was in the summary stays");
    assert!(std::fs::read_to_string(runner.work.path().join("out.sarif")).expect("there").contains("\"version\":\"2.1.0\""));
    assert_eq!(check(&runner, &[("paths", "bad.md\ngood.md"), ("fail-on", "never")]).0, Some(0));
}

#[test]
fn a_summary_that_is_full_or_not_there_is_told() {
    let runner = Runner::new(&[BAD]);
    std::fs::write(runner.temp.path().join("summary"), vec![b'x'; 1024 * 1024 - 100]).expect("written");
    let (code, out, err) = check(&runner, &[]);
    assert_eq!((code, out.lines().count()), (Some(1), 2), "the annotations are there: {err}");
    assert!(err.contains("the summary of this step on GitHub is full"), "{err}");
    assert!(runner.told("summary").ends_with('x'), "GitHub would drop all of it");
    std::fs::remove_file(runner.temp.path().join("summary")).expect("gone");
    std::fs::create_dir(runner.temp.path().join("summary")).expect("made");
    let (code, _, err) = check(&runner, &[]);
    assert_eq!((code, err.contains("summary: the report cannot be written: ")), (Some(2), true), "{err}");
}

#[test]
fn trouble_is_told_and_has_no_numbers() {
    let runner = Runner::new(&[GOOD]);
    let (code, _, err) = check(&runner, &[("config", "gone.toml")]);
    assert_eq!((code, err.contains("gone.toml")), (Some(2), true), "{err}");
    let (code, _, err) = check(&runner, &[("paths", "--config=x\ngone.md")]);
    assert_eq!(code, Some(2));
    assert!(err.contains("--config=x: there is no such file"), "a path is no option: {err}");
}

#[test]
fn nothing_in_a_document_or_an_input_is_a_command_to_the_runner() {
    let text =
        "Tea for the elderly ::error::pwned ##[error]pwned.\n\n::set-output name=x::the elderly\n\n<script>x</script> the elderly `::warning::`\n";
    let runner = Runner::new(&[("::error::x.md", text), ("##[error]y.md", text)]);
    let (_, out, err) = check(&runner, &[]);
    let ours = ["::warning file=", "::notice file=", "::error file="];
    assert!(out.lines().all(|line| ours.iter().any(|start| line.starts_with(start))), "{out}");
    assert!(!format!("{out}{err}").contains("##["), "{out}{err}");
    assert!(!runner.told("summary").contains("<script") && !runner.told("summary").contains("##["), "{}", runner.told("summary"));
    for input in ["fail-on", "config", "changed-since", "sarif"] {
        let (code, out, err) = check(&runner, &[(input, "x\n::error::pwned ##[error]pwned")]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{input}");
        assert!(!err.contains("pwned"), "{input}: {err}");
        let (code, out, err) = check(&runner, &[(input, "::error::$(touch pwned)`touch pwned`; touch pwned")]);
        assert!(
            out.lines()
                .chain(err.lines())
                .all(|line| !line.starts_with("::") || line.starts_with("::error file=") || line.starts_with("::warning file="))
        );
        assert!(code.is_some() && !runner.work.path().join("pwned").exists(), "{input}");
    }
}

#[test]
fn an_argument_is_no_command_either() {
    let runner = Runner::new(&[GOOD]);
    for arguments in [
        "check --fail-on $'x\\n::error::pwned ##[error]'",
        "init --preset $'x\\n::error::pwned'",
        "watch $'x\\n::error::pwned ##[error]'",
        "$'x\\n::error::x'",
    ] {
        let (code, out, err) = runner.run(&format!("plainly {arguments}"), &[]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments}");
        assert!(err.contains('x') && !err.contains("\n::") && !err.contains("##["), "{err}");
    }
}

#[test]
fn the_build_has_a_name_of_its_own() {
    let (action, runner) = (file("action.yml"), Runner::new(&[]));
    let (code, _, err) = runner.run(text(&script(&action, "build")["run"]), &[("PROGRAM", "")]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let told = runner.told("output");
    let key = told.lines().find_map(|line| line.strip_prefix("key=")).expect("a key");
    assert!(key.len() >= 40 && told.ends_with("needed=true\n"), "{told}");
    let build = text(&script(&action, "Build plainly")["run"]);
    assert!(build.contains("cargo install --locked --path \"$GITHUB_ACTION_PATH\""), "the version of the action is the version of the program");
    std::fs::create_dir_all(runner.temp.path().join("plainly/bin")).expect("made");
    std::os::unix::fs::symlink(PLAINLY, runner.temp.path().join("plainly/bin/plainly")).expect("made");
    assert_eq!(runner.run(build, &[]), (Some(0), String::new(), String::new()), "what the cache has is not built again");
}

#[test]
fn the_workflow_for_github_runs() {
    let (job, runner) = (&file("ci/github.yml")["jobs"]["plainly"], Runner::new(&[BAD]));
    let env: Vec<(&str, &str)> = job["env"].as_object().expect("env").iter().map(|(key, value)| (key.as_str(), text(value))).collect();
    let ran: Vec<Ran> =
        job["steps"].as_array().expect("steps").iter().filter(|s| !s["run"].is_null()).map(|s| runner.run(text(&s["run"]), &env)).collect();
    assert_eq!(ran[0].0, Some(0), "plainly is there already: {ran:?}");
    assert_eq!(ran[1].0, Some(1), "{ran:?}");
    assert!(ran[1].1.starts_with("::error file=bad.md,line=3,") && runner.told("summary").contains("| bad.md:3 | error |"), "{ran:?}");
}

#[test]
fn the_job_for_gitlab_writes_the_report_that_it_hands_over() {
    let (job, runner) = (&file("ci/gitlab.yml")["plainly"], Runner::new(&[BAD]));
    let env: Vec<(&str, &str)> = job["variables"].as_object().expect("variables").iter().map(|(key, value)| (key.as_str(), text(value))).collect();
    let lines = |key: &str| job[key].as_array().expect("lines").iter().map(text).collect::<Vec<_>>().join("\n");
    let (code, out, _) = runner.run(&format!("{}\n{}", lines("before_script"), lines("script")), &env);
    assert_eq!(code, Some(1));
    assert!(out.contains("bad.md:3:4: error[deficit/suicide]"), "{out}");
    assert_eq!(job["artifacts"]["when"], "always");
    let report = std::fs::read_to_string(runner.work.path().join(text(&job["artifacts"]["reports"]["codequality"]))).expect("the report");
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report.as_array().map(Vec::len), Some(2));
    assert_eq!(report[0]["location"]["path"], "bad.md");
}
