//! `plainly check`: finds the files, gives each the linter of its folder, and writes what they say in order.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::args::{CheckArgs, Colour};
use super::mend::{self, Deed};
use super::progress::Progress;
use super::{acronyms, complain, exit, print, settings};
use crate::analysis::acronyms::index::PageForm;
use crate::config::discover::Discovery;
use crate::config::{FailOn, Settings};
use crate::document::Format as TextFormat;
use crate::fix;
use crate::input::files::{Found, InputFile, find};
use crate::input::source::{InputError, SourceFile};
use crate::linter::{Linter, Report, Selection};
use crate::report::summary::Summary;
use crate::report::{Format, Renderer, json};
use crate::rules;
use crate::wordlists::toml_file::nearest;

/// Files handed to the threads at a time: enough to keep them busy, few enough that memory does not grow with the folder.
const BATCH: usize = 64;
/// Below this many files, starting threads costs more than they save.
const FEW_FILES: usize = 4;
/// Most findings of one file in the full format, when there is a limit at all.
const MOST_PER_FILE: usize = 50;
/// The name of standard input in reports.
const STDIN: &str = "<stdin>";

/// Runs the command.
pub fn run(args: &CheckArgs) -> u8 {
    let started = Instant::now();
    if let Err(what) = known_rules(args) {
        complain(&what);
        return exit::TROUBLE;
    }
    if let Some(jobs) = args.jobs {
        // the pool can be set up once; a second setting would be a fault of this program, and harmless
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let deed = Deed::of(args);
    if deed == Deed::Fix && !stdin.is_empty() && args.paths.len() > 1 {
        complain("standard input cannot be fixed together with files: its text goes to standard output; give `-` alone");
        return exit::TROUBLE;
    }
    let found = find(&paths);
    if found.files.is_empty() && found.errors.is_empty() && stdin.is_empty() {
        let (files, were) = if found.passed_over == 1 { ("file", "was") } else { ("files", "were") };
        complain(&format!("there is no Markdown document here ({} other {files} {were} passed over)", found.passed_over));
    }
    let Found { mut files, errors, .. } = found;
    if !stdin.is_empty() {
        files.insert(0, InputFile { name: STDIN.to_owned(), path: PathBuf::from("-") });
    }
    let mut run = Run::new(args, errors);
    let jobs = run.with_linters(files);
    match run.check(&jobs).and_then(|on| if on { run.close(started.elapsed()) } else { Ok(false) }) {
        Ok(_) => run.code(),
        Err(code) => code,
    }
}

/// The rules and families that the arguments name are there.
fn known_rules(args: &CheckArgs) -> Result<(), String> {
    let all = rules::all();
    let ids: Vec<&str> = all.iter().map(|r| r.id).collect();
    let mut families: Vec<&str> = all.iter().map(rules::RuleInfo::family).collect();
    families.dedup();
    let unknown = |asked: &[String], there: &[&str], what: &str| {
        asked.iter().find(|a| !there.contains(&a.as_str())).map(|a| format!("there is no {what} `{a}`{}; see `plainly rules`", nearest(a, there)))
    };
    unknown(&args.rule, &ids, "rule").or_else(|| unknown(&args.family, &families, "family")).map_or(Ok(()), Err)
}

/// A file and the index of its linter.
type Job = (InputFile, usize);

struct Run<'a> {
    args: &'a CheckArgs,
    linters: Vec<Linter>,
    renderer: Renderer,
    errors: Vec<InputError>,
    /// How many of them have been told.
    told: usize,
    summary: Summary,
    /// The level that fails the run, for the documents of each linter: as the arguments say, else as their configuration says.
    fail_on: Vec<FailOn>,
    /// Findings at or above it.
    failing: usize,
    first_file: bool,
    deed: Deed,
}

/// What a thread gives back for a file.
struct Checked {
    report: Report,
    bytes: Vec<u8>,
    shown: usize,
    /// Why its swaps could not be written.
    trouble: Option<InputError>,
}

impl<'a> Run<'a> {
    fn new(args: &'a CheckArgs, errors: Vec<InputError>) -> Self {
        let colour = match args.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
        };
        let most = if args.max_shown == 0 { 0 } else { MOST_PER_FILE.min(args.max_shown) };
        let renderer = Renderer { format: args.format, colour, most };
        Run {
            args,
            linters: Vec::new(),
            renderer,
            errors,
            told: 0,
            summary: Summary::default(),
            fail_on: Vec::new(),
            failing: 0,
            first_file: true,
            deed: Deed::of(args),
        }
    }

    /// Pairs each file with the linter that its `plainly.toml` asks for. Files under one that cannot be read are not checked: to judge them
    /// by other rules than their owners chose would be worse than to say so.
    fn with_linters(&mut self, files: Vec<InputFile>) -> Vec<Job> {
        let selection = Selection { rules: self.args.rule.clone(), families: self.args.family.clone() };
        let here = std::env::current_dir().unwrap_or_default();
        let mut discovery = Discovery::default();
        let mut known: BTreeMap<Option<PathBuf>, Option<usize>> = BTreeMap::new();
        let mut jobs = Vec::with_capacity(files.len());
        let mut left_out: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for file in files {
            let config = if self.args.isolated { None } else { self.args.config.clone().or_else(|| discovery.find(&folder_of(&here, &file.path))) };
            let linter = *known.entry(config.clone()).or_insert_with(|| self.linter(config.as_deref(), &here, &selection));
            match linter {
                Some(linter) => jobs.push((file, linter)),
                None => *left_out.entry(config.unwrap_or_default()).or_default() += 1,
            }
        }
        self.index(&jobs);
        self.tell_errors();
        for (config, count) in left_out {
            complain(&format!(
                "{count} document{} under {} {} not checked, as its settings cannot be read",
                if count == 1 { "" } else { "s" },
                shown(&config, &here),
                if count == 1 { "was" } else { "were" }
            ));
        }
        jobs
    }

    /// Gives each linter that asks for it what its pages say of short forms. What cannot be read is told when it is checked.
    fn index(&mut self, jobs: &[Job]) {
        for (at, linter) in self.linters.iter_mut().enumerate().filter(|(_, linter)| linter.needs_index()) {
            let pages: Vec<&InputFile> = jobs.iter().filter(|(file, of)| *of == at && file.path.as_os_str() != "-").map(|(file, _)| file).collect();
            let summaries: Vec<Vec<PageForm>> = pages.par_iter().map(|file| acronyms::read(file).unwrap_or_default()).collect();
            linter.know(pages.iter().zip(&summaries).map(|(file, entries)| (file.name.as_str(), entries.as_slice())));
        }
    }

    /// Makes the linter for a configuration file; its index, or nothing when the file cannot be used.
    fn linter(&mut self, config: Option<&Path>, here: &Path, selection: &Selection) -> Option<usize> {
        let settings = match config {
            None => Settings::default(),
            Some(path) => {
                let name = shown(path, here);
                match settings::read(path, &name) {
                    Ok(settings) => settings,
                    Err(error) => {
                        self.errors.push(InputError::new(&format!("{}:{}", error.file, error.line), error.what));
                        return None;
                    }
                }
            }
        };
        let settings = Settings { today: self.args.today, ..settings };
        self.fail_on.push(self.args.fail_on.or(settings.fail_on).unwrap_or(FailOn::Warning));
        self.linters.push(Linter::new(settings, selection));
        Some(self.linters.len() - 1)
    }

    /// Checks the files, batch by batch; what they say comes out in their order. `Ok(false)` when nobody reads any more.
    fn check(&mut self, jobs: &[Job]) -> Result<bool, u8> {
        if self.args.format == Format::Json && !self.print(&json::opening(&args_hash(self.args)))? {
            return Ok(false);
        }
        let mut progress = Progress::new(jobs.len());
        for batch in jobs.chunks(BATCH) {
            // once the limit is reached the rest is only counted
            let full = self.is_full();
            let one = |job: &Job| check_file(&self.linters[job.1], &job.0, (!full).then_some(&self.renderer), self.deed);
            let results: Vec<Result<Checked, InputError>> =
                if batch.len() <= FEW_FILES { batch.iter().map(one).collect() } else { batch.par_iter().map(one).collect() };
            progress.step(batch.len());
            let mut out = Vec::new();
            for (result, (file, linter)) in results.into_iter().zip(batch) {
                self.take(result, &file.name, *linter, &mut out);
            }
            if !self.print(&out)? {
                return Ok(false);
            }
        }
        progress.done();
        Ok(true)
    }

    fn take(&mut self, result: Result<Checked, InputError>, name: &str, linter: usize, out: &mut Vec<u8>) {
        let checked = match result {
            Ok(checked) => checked,
            Err(error) => return self.errors.push(error),
        };
        self.errors.extend(checked.trouble);
        self.summary.add(name, &checked.report);
        let fails = self.fail_on[linter].level();
        self.failing += checked.report.findings.iter().filter(|f| fails.is_some_and(|level| f.level >= level)).count();
        if self.is_full() {
            return;
        }
        self.summary.shown += checked.shown;
        if self.args.format == Format::Json && !checked.bytes.is_empty() {
            out.extend_from_slice(if std::mem::take(&mut self.first_file) { b"" } else { b",\n" });
        }
        out.extend(checked.bytes);
    }

    /// The end of the report, and the troubles.
    fn close(&mut self, took: Duration) -> Result<bool, u8> {
        self.tell_errors();
        let swaps = self.summary.swaps(self.deed == Deed::Diff);
        let in_summary = self.deed == Deed::Fix && self.args.format == Format::Full;
        if self.deed != Deed::Look && !in_summary {
            complain(&swaps);
        }
        match self.args.format {
            _ if self.deed == Deed::Diff => Ok(true),
            Format::Full if self.summary.totals.files > 0 => {
                let swaps = if in_summary { format!("{swaps}\n") } else { String::new() };
                self.print(format!("{swaps}{}", self.summary.text(took)).as_bytes())
            }
            Format::Full | Format::Concise => Ok(true),
            Format::Json => self.print(&json::closing(&self.errors, &self.summary.totals)),
        }
    }

    /// Writes a part of the report: to standard output, unless the fixed text of standard input goes there.
    fn print(&self, bytes: &[u8]) -> Result<bool, u8> {
        let text_goes_there = self.deed == Deed::Fix && self.args.paths.iter().any(|p| p.as_os_str() == "-");
        if text_goes_there { super::print_aside(bytes) } else { print(bytes) }
    }

    /// Whether the full format has shown all that it may.
    fn is_full(&self) -> bool {
        self.args.format == Format::Full && self.args.max_shown > 0 && self.summary.shown >= self.args.max_shown
    }

    /// Says what went wrong since the last time.
    fn tell_errors(&mut self) {
        for error in &self.errors[self.told..] {
            complain(&error.to_string());
        }
        self.told = self.errors.len();
    }

    fn code(&self) -> u8 {
        if !self.errors.is_empty() {
            return exit::TROUBLE;
        }
        let found = if self.deed == Deed::Diff { self.summary.totals.fixed } else { self.failing };
        if found > 0 { exit::FINDINGS } else { exit::CLEAN }
    }
}

/// Checks one file, and fixes it where that is asked for. A rule that panics is told as a trouble of that file; the others go on.
fn check_file(linter: &Linter, file: &InputFile, renderer: Option<&Renderer>, deed: Deed) -> Result<Checked, InputError> {
    let source = if file.path.as_os_str() == "-" {
        SourceFile::from_reader(std::io::stdin().lock(), STDIN, 0)
    } else {
        SourceFile::read(&file.path, &file.name)
    }?;
    let work = || match deed {
        Deed::Look => {
            let report = look(linter, &source, renderer);
            let (bytes, shown) = renderer.map_or((Vec::new(), 0), |r| r.file(&source, &report));
            Ok(Checked { report, bytes, shown, trouble: None })
        }
        Deed::Diff => {
            let (report, bytes) = mend::show(linter, &source);
            Ok(Checked { report, bytes, shown: 0, trouble: None })
        }
        Deed::Fix => {
            let (source, report, trouble) = match mend::write(linter, file, &source) {
                Ok(mended) => (mended.source, mended.report, None),
                Err(error) => (source.clone(), look(linter, &source, renderer), Some(error)),
            };
            let (bytes, shown) = renderer.map_or((Vec::new(), 0), |r| r.file(&source, &report));
            Ok(Checked { report, bytes, shown, trouble })
        }
    };
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(InputError::new(&file.name, "plainly failed on this document, which is a fault of plainly; please report it")))
}

/// What there is to say of a document. The swaps that could be made are worked out only where they are shown.
fn look(linter: &Linter, source: &SourceFile, renderer: Option<&Renderer>) -> Report {
    let reading = linter.read(source, TextFormat::Markdown);
    let mut report = linter.check(&reading);
    if renderer.is_some_and(|r| r.format != Format::Concise) {
        report.fixes = fix::offers(linter, &reading, &report);
    }
    report
}

/// The folder of a document, with nothing of `..` left in it: its configuration is looked for there and above.
fn folder_of(here: &Path, file: &Path) -> PathBuf {
    if file.as_os_str() == "-" {
        return here.to_owned();
    }
    let mut folder = PathBuf::new();
    for part in here.join(file).parent().unwrap_or(here).components() {
        match part {
            Component::ParentDir => drop(folder.pop()),
            Component::CurDir => {}
            part => folder.push(part),
        }
    }
    folder
}

/// A path as a person at `here` would write it.
fn shown(path: &Path, here: &Path) -> String {
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// A name for the options that change what is found.
fn args_hash(args: &CheckArgs) -> String {
    let text = format!("{:?}{:?}{:?}{}{:?}", args.rule, args.family, args.config, args.isolated, args.today);
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}
