//! The command line: arguments in, an exit code out. One file for each command.

mod acronyms;
mod args;
mod baseline;
mod changed;
mod check;
mod checklist;
mod completions;
mod config;
mod explain;
mod init;
mod linters;
mod man;
mod mend;
mod new;
mod outputs;
mod progress;
mod rules;
mod save;
mod settings;
mod stats;
pub mod stream;
mod trace;
mod watch;
mod words;

use std::process::ExitCode;

use clap::Parser;

/// The exit codes, the same for every format.
pub mod exit {
    /// Nothing at the failing level.
    pub const CLEAN: u8 = 0;
    /// Findings at the failing level.
    pub const FINDINGS: u8 = 1;
    /// The tool could not do its job, in part or at all.
    pub const TROUBLE: u8 = 2;
}

/// Runs the command that the arguments ask for.
#[must_use]
pub fn run() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(error) => return refused(&error),
    };
    // a rule that panics is told as a trouble of its document; the place is for the report of the fault
    std::panic::set_hook(Box::new(|info| {
        if let Some(place) = info.location() {
            complain(&format!("fault at {}:{}", place.file(), place.line()));
        }
    }));
    let code = match args.command {
        args::Command::Acronyms(acronyms) => acronyms::run(&acronyms),
        args::Command::Check(check) => check::run(&check),
        args::Command::Init(init) => init::run(&init),
        args::Command::Checklist(checklist) => checklist::run(&checklist),
        args::Command::New(new) => new::run(&new),
        args::Command::Explain(explain) => explain::run(&explain),
        args::Command::Rules => rules::run(),
        args::Command::Stream(stream) => stream::run(&stream),
        args::Command::Stats(stats) => stats::run(&stats),
        args::Command::Watch(watch) => watch::run(&watch),
        args::Command::Words(words) => words::run(&words),
        args::Command::Baseline(baseline) => baseline::run(&baseline),
        args::Command::Config(config) => config::run(&config),
        args::Command::Completions(completions) => completions::run(&completions),
        args::Command::Man(man) => man::run(&man),
    };
    ExitCode::from(code)
}

/// Shows help, or what is wrong with the arguments. What was typed stands in the message: if it holds what a terminal or a build server obeys, all
/// of it goes on one line that neither does.
fn refused(error: &clap::Error) -> ExitCode {
    let plain = |arg: std::ffi::OsString| matches!(crate::report::sanitise::clean(&arg.to_string_lossy()), std::borrow::Cow::Borrowed(_));
    if !error.use_stderr() || std::env::args_os().all(plain) {
        error.exit();
    }
    ExitCode::from(trouble(&error.render().to_string()))
}

/// Says on standard error what could not be done.
fn complain(what: &str) {
    use std::io::Write;
    // with nowhere left to complain to, the exit code has to do
    let _ = writeln!(std::io::stderr(), "plainly: {}", crate::report::sanitise::clean(what));
}

/// Says what could not be done; the exit code.
fn trouble(what: &str) -> u8 {
    complain(what);
    exit::TROUBLE
}

/// Writes a report to standard error, where standard output holds something else.
fn print_aside(bytes: &[u8]) -> Result<bool, u8> {
    use std::io::Write;
    std::io::stderr().lock().write_all(bytes).map(|()| true).map_err(|_| exit::TROUBLE)
}

/// Writes to standard output. A reader that has gone (`| head`) ends the run quietly with `Ok(false)`.
fn print(bytes: &[u8]) -> Result<bool, u8> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => {
            complain(&format!("the report cannot be written: {error}"));
            Err(exit::TROUBLE)
        }
    }
}
