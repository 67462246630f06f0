//! The fault matrix: what can go wrong around the tool, and what it does then. Each test bears the name of its row in docs/faults.md.
#![allow(clippy::print_stdout, reason = "long trials tell what they saw")]

#[path = "../common/mod.rs"]
mod common;

mod engine;
mod files;
mod fixing;
mod input;
mod output;
mod settings;
mod table;

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use common::{err, folder, out};

const BAD: &str = "Services for the elderly are free.\n";
const TOLD: &str = "1:14: warning[deficit/group-label] `the elderly` makes many different people sound like one group\n";

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plainly"));
    command.current_dir(folder).stdin(Stdio::null());
    command
}

fn plainly<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Output {
    program(folder).args(args).output().expect("it runs")
}

/// `plainly check --format concise`: the exit code, what is told, and the troubles.
fn check(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let run = plainly(folder, &[&["check", "--format", "concise"], args].concat());
    (run.status.code(), out(&run), err(&run))
}

/// A shell that ends in `plainly`, which stands as `"$P"` in the script.
fn shell(folder: &Path, script: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env("P", env!("CARGO_BIN_EXE_plainly")).current_dir(folder).stdin(Stdio::null());
    command.output().expect("a shell")
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("there")
}

/// Ends what hangs, and fails.
fn within(time: Duration, mut command: Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let end = Instant::now() + time;
    while child.try_wait().expect("known").is_none() {
        if Instant::now() > end {
            child.kill().expect("ended");
            panic!("{command:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().expect("it ends")
}
