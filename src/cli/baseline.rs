//! `plainly baseline`: sets old findings aside in a file, says which of them are gone, and takes those out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{Args, BaselineArgs, BaselineCommand, BaselinePaths, CheckArgs, Command};
use super::linters::{Job, Linters, shown};
use super::{complain, exit, print, save, trouble};
use crate::document::Format;
use crate::findings::baseline::{Baseline, Entry, FILE_NAME};
use crate::input::files::find;
use crate::input::source::{InputError, SourceFile, cannot_read};

/// Largest baseline.
const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Runs the command.
pub fn run(args: &BaselineArgs) -> u8 {
    let (BaselineCommand::Create(paths) | BaselineCommand::Check(paths) | BaselineCommand::Prune(paths)) = &args.command;
    let survey = Survey::of(paths);
    for error in &survey.errors {
        complain(&error.to_string());
    }
    if !survey.errors.is_empty() && survey.documents.is_empty() {
        return exit::TROUBLE;
    }
    let done = match args.command {
        BaselineCommand::Create(_) => survey.create(),
        BaselineCommand::Check(_) => survey.check(),
        BaselineCommand::Prune(_) => survey.prune(),
    };
    match done {
        Ok(code) if survey.errors.is_empty() => code,
        Ok(_) => exit::TROUBLE,
        Err(what) => trouble(&what),
    }
}

/// The baseline of a folder, if there is one and the arguments do not forbid it.
///
/// # Errors
/// A file that cannot be read, or that is no baseline.
pub fn read(args: &CheckArgs, folder: &Path, here: &Path) -> Result<Option<Baseline>, InputError> {
    if args.no_baseline {
        return Ok(None);
    }
    let path = args.baseline.clone().unwrap_or_else(|| folder.join(FILE_NAME));
    if args.baseline.is_none() && !path.exists() {
        return Ok(None);
    }
    parse(&path, here).map(|(baseline, _)| Some(baseline))
}

fn parse(path: &Path, here: &Path) -> Result<(Baseline, String), InputError> {
    let failed = |what: String| InputError::new(&shown(path, here), what);
    let kind = std::fs::metadata(path).map_err(|e| failed(cannot_read(&e)))?;
    if !kind.is_file() || kind.len() > MAX_BYTES {
        return Err(failed(format!("this is no regular file of at most {} MiB", MAX_BYTES / 1024 / 1024)));
    }
    let text = std::fs::read_to_string(path).map_err(|e| failed(cannot_read(&e)))?;
    let baseline =
        Baseline::parse(&text).map_err(|what| failed(format!("{what}; mend it, or make it anew with `plainly baseline create --force`")))?;
    Ok((baseline, text))
}

/// The findings that documents have now, by the folder of their baseline.
struct Survey<'a> {
    args: &'a BaselinePaths,
    here: PathBuf,
    /// Folder of the baseline, path from there.
    documents: BTreeSet<(PathBuf, String)>,
    findings: Vec<(PathBuf, Entry)>,
    errors: Vec<InputError>,
}

impl<'a> Survey<'a> {
    /// Checks the documents.
    fn of(args: &'a BaselinePaths) -> Self {
        let check = check_args(args);
        let found = find(&check.paths);
        let mut linters = Linters::new(&check);
        let jobs = linters.jobs(found.files);
        let here = std::env::current_dir().unwrap_or_default();
        let folder = |job: &Job| linters.all[job.linter].folder.clone();
        let findings = |job: &Job| {
            let source = SourceFile::read(&job.file.path, &job.file.name())?;
            let linter = &linters.all[job.linter].linter;
            // each place is set aside by itself, also those that a report tells together
            let places = linter.places(&linter.read(&source, Format::Markdown));
            let path = linters.path_of(job);
            let entry = |(rule, fingerprint): (&'static str, String)| Entry { path: path.clone(), rule: rule.to_owned(), fingerprint };
            Ok::<_, InputError>(places.into_iter().map(|place| (folder(job), entry(place))).collect::<Vec<_>>())
        };
        let all: Vec<_> = jobs.par_iter().map(|job| (job, findings(job))).collect();
        let mut survey = Survey { args, here, documents: BTreeSet::new(), findings: Vec::new(), errors: found.errors };
        survey.errors.extend(linters.errors.iter().cloned());
        for (job, result) in all {
            match result {
                Ok(findings) => {
                    survey.documents.insert((folder(job), linters.path_of(job)));
                    survey.findings.extend(findings);
                }
                Err(error) => survey.errors.push(error),
            }
        }
        survey
    }

    fn folders(&self) -> BTreeSet<&PathBuf> {
        self.documents.iter().map(|(folder, _)| folder).collect()
    }

    fn file(&self, folder: &Path) -> PathBuf {
        self.args.baseline.clone().unwrap_or_else(|| folder.join(FILE_NAME))
    }

    fn now(&self, folder: &Path) -> BTreeSet<Entry> {
        self.findings.iter().filter(|(of, _)| of == folder).map(|(_, entry)| entry.clone()).collect()
    }

    /// Writes a baseline for each folder that has a configuration. One that is there is left alone, unless it is to be made anew.
    fn create(&self) -> Result<u8, String> {
        for folder in self.folders() {
            let (path, now) = (self.file(folder), self.now(folder));
            let text = now.iter().cloned().collect::<Baseline>().text();
            let name = shown(&path, &self.here);
            match std::fs::read(&path) {
                Ok(_) if !self.args.force => {
                    return Err(format!("{name}: there is a baseline already; take out what is gone with `plainly baseline prune`, or add --force"));
                }
                Ok(old) => save::replace(&path, &old, text.as_bytes()),
                Err(_) => save::create(&path, text.as_bytes()),
            }
            .map_err(|what| format!("{name}: {what}"))?;
            say(&format!("{} set aside in {name}\n", findings(now.len())))?;
        }
        Ok(exit::CLEAN)
    }

    /// The findings of a baseline that the documents of this run no longer have.
    fn gone(&self, folder: &Path, baseline: &Baseline) -> Vec<Entry> {
        let now = self.now(folder);
        let looked_at = |entry: &Entry| self.documents.contains(&(folder.to_owned(), entry.path.clone()));
        baseline.entries().filter(|entry| looked_at(entry) && !now.contains(entry)).collect()
    }

    fn check(&self) -> Result<u8, String> {
        let mut stale = false;
        for folder in self.folders() {
            let path = self.file(folder);
            let (baseline, _) = parse(&path, &self.here).map_err(|e| e.to_string())?;
            let gone = self.gone(folder, &baseline);
            stale |= !gone.is_empty();
            let mut told = format!("{}: {}, {} of them gone\n", shown(&path, &self.here), findings(baseline.len()), gone.len());
            for entry in gone {
                told.push_str(&format!("  {} {}\n", crate::report::sanitise::clean(&entry.path), entry.rule));
            }
            say(&told)?;
        }
        Ok(if stale { exit::FINDINGS } else { exit::CLEAN })
    }

    fn prune(&self) -> Result<u8, String> {
        for folder in self.folders() {
            let path = self.file(folder);
            let (mut baseline, text) = parse(&path, &self.here).map_err(|e| e.to_string())?;
            let gone = self.gone(folder, &baseline);
            gone.iter().for_each(|entry| baseline.remove(entry));
            let name = shown(&path, &self.here);
            if !gone.is_empty() {
                save::replace(&path, text.as_bytes(), baseline.text().as_bytes()).map_err(|what| format!("{name}: {what}"))?;
            }
            say(&format!("{} taken out of {name}, {} left\n", findings(gone.len()), baseline.len()))?;
        }
        Ok(exit::CLEAN)
    }
}

/// The arguments of `plainly check` for the same documents.
fn check_args(args: &BaselinePaths) -> CheckArgs {
    use clap::Parser;
    let Command::Check(check) = Args::parse_from(["plainly", "check"]).command else { unreachable!("`check` is the check command") };
    // what the baseline holds now is not left out
    CheckArgs { paths: args.paths.clone(), config: args.config.clone(), isolated: args.isolated, no_baseline: true, ..check }
}

fn say(text: &str) -> Result<(), String> {
    print(text.as_bytes()).map(|_| ()).map_err(|_| "the answer cannot be written".to_owned())
}

fn findings(count: usize) -> String {
    format!("{count} {}", if count == 1 { "finding" } else { "findings" })
}
