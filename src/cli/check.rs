//! `plainly check`: finds the files, gives each the linter of its folder, and writes what they say in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::args::{CheckArgs, Colour};
use super::changed::Changed;
use super::linters::{Job, Linters};
use super::mend::{self, Deed};
use super::outputs::{Outputs, Renderers, pieces, renderers};
use super::progress::Progress;
use super::{complain, exit, trouble};
use crate::document::Format as TextFormat;
use crate::findings::Level;
use crate::fix;
use crate::input::files::{Found, InputFile, find};
use crate::input::source::{InputError, SourceFile};
use crate::linter::{Ask, Linter, Report};
use crate::report::summary::Summary;
use crate::report::{Format, Piece, Renderer};
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
        return trouble(&what);
    }
    if let Some(jobs) = args.jobs {
        // the pool can be set up once; a second setting would be a fault of this program, and harmless
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let deed = Deed::of(args);
    if deed == Deed::Fix && !stdin.is_empty() && args.paths.len() > 1 {
        return trouble("standard input cannot be fixed together with files: its text goes to standard output; give `-` alone");
    }
    let found = find(&paths);
    if found.files.is_empty() && found.errors.is_empty() && stdin.is_empty() {
        let (files, were) = if found.passed_over == 1 { ("file", "was") } else { ("files", "were") };
        let what = format!("there is no Markdown document here ({} other {files} {were} passed over)", found.passed_over);
        if args.error_on_empty {
            return trouble(&what);
        }
        complain(&what);
    }
    let Found { mut files, errors, .. } = found;
    if !stdin.is_empty() {
        let name = args.stdin_filename.as_ref().map_or(STDIN.to_owned(), |path| path.to_string_lossy().replace('\\', "/"));
        files.insert(0, InputFile::standard_input(name));
    }
    let aside = deed == Deed::Fix && !stdin.is_empty();
    let outputs = match Outputs::open(args, aside) {
        Ok(outputs) => outputs,
        Err(error) => return trouble(&error.to_string()),
    };
    let changed = match args.changed_since.as_deref().map(Changed::since).transpose() {
        Ok(changed) => changed,
        Err(what) => return trouble(&what),
    };
    if let Some(changed) = &changed {
        files.retain(|file| changed.has(&file.path));
    }
    let mut linters = Linters::new(args);
    let any = !files.is_empty();
    let jobs = linters.jobs(files);
    if any && jobs.is_empty() && linters.errors.is_empty() {
        let what = "the settings leave out every document here: see `exclude` and .plainlyignore";
        if args.error_on_empty {
            return trouble(what);
        }
        complain(what);
    }
    let troubles = std::mem::take(&mut linters.errors);
    let mut run = Run::new(args, linters, outputs);
    run.changed = changed;
    run.told = troubles.len();
    run.errors = [troubles, errors].concat();
    match run.check(&jobs) {
        Ok(true) => run.close(started.elapsed()).unwrap_or_else(|code| code),
        Ok(false) => run.code(),
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

struct Run<'a> {
    args: &'a CheckArgs,
    linters: Linters<'a>,
    changed: Option<Changed>,
    renderers: Renderers,
    outputs: Outputs,
    errors: Vec<InputError>,
    /// How many of them have been told.
    told: usize,
    summary: Summary,
    /// Findings at or above the level that fails the run.
    failing: usize,
    deed: Deed,
}

/// What a thread gives back for a file.
struct Checked {
    report: Report,
    /// What each report shows of it.
    pieces: Vec<Vec<Piece>>,
    /// Findings that the first report shows.
    shown: usize,
    /// Why its swaps could not be written.
    trouble: Option<InputError>,
}

impl<'a> Run<'a> {
    fn new(args: &'a CheckArgs, linters: Linters<'a>, outputs: Outputs) -> Self {
        let colour = match args.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
        };
        let most = if args.max_shown == 0 { 0 } else { MOST_PER_FILE.min(args.max_shown) };
        let first = Renderer { format: args.format, colour, most };
        Run {
            args,
            linters,
            changed: None,
            renderers: renderers(args, first),
            outputs,
            errors: Vec::new(),
            told: 0,
            summary: Summary::default(),
            failing: 0,
            deed: Deed::of(args),
        }
    }

    /// Checks the files, batch by batch; what they say comes out in their order. `Ok(false)` when nobody reads any more.
    fn check(&mut self, jobs: &[Job]) -> Result<bool, u8> {
        if !self.outputs.begin(&args_hash(self.args))? {
            return Ok(false);
        }
        let mut progress = Progress::new(jobs.len());
        for batch in jobs.chunks(BATCH) {
            // once the limit is reached the rest is only counted
            let full = self.is_full();
            let one = |job: &Job| self.check_file(job, !full);
            let results: Vec<Result<Checked, InputError>> =
                if batch.len() <= FEW_FILES { batch.iter().map(one).collect() } else { batch.par_iter().map(one).collect() };
            progress.step(batch.len());
            let mut shown = Vec::with_capacity(batch.len());
            for (result, job) in results.into_iter().zip(batch) {
                shown.extend(self.take(result, job));
            }
            if !self.outputs.take(shown)? {
                return Ok(false);
            }
        }
        progress.done();
        Ok(true)
    }

    /// Counts what was said of a file; what the reports show of it.
    fn take(&mut self, result: Result<Checked, InputError>, job: &Job) -> Option<Vec<Vec<Piece>>> {
        let mut checked = match result {
            Ok(checked) => checked,
            Err(error) => {
                self.errors.push(error);
                return None;
            }
        };
        self.errors.extend(checked.trouble);
        self.summary.add(&job.file.name(), &checked.report);
        let equipped = &self.linters.all[job.linter];
        let baseline = equipped.baseline.as_ref();
        let known = baseline.and_then(|baseline| baseline.of(&self.linters.path_of(job))).map_or(0, std::collections::BTreeMap::len);
        // of a document of which only a part was looked at nothing can be said to be gone
        self.summary.stale += if self.changed.is_none() { known - checked.report.old.len() } else { 0 };
        let fails = equipped.fail_on.level();
        self.failing += checked.report.findings.iter().filter(|f| fails.is_some_and(|level| f.level >= level)).count();
        if self.is_full() {
            checked.pieces.iter_mut().take(1).for_each(Vec::clear);
        } else {
            self.summary.shown += checked.shown;
        }
        Some(checked.pieces)
    }

    /// The end of the reports, and the troubles; the exit code.
    fn close(mut self, took: Duration) -> Result<u8, u8> {
        self.tell_errors();
        if let Some(stale) = self.summary.stale() {
            complain(&stale);
        }
        let swaps = self.summary.swaps(self.deed == Deed::Diff);
        let in_summary = self.deed == Deed::Fix && self.args.format == Format::Full;
        if self.deed != Deed::Look && !in_summary {
            complain(&swaps);
        }
        if self.args.format == Format::Full && self.deed != Deed::Diff && self.summary.totals.files > 0 {
            let swaps = if in_summary { format!("{swaps}\n") } else { String::new() };
            self.outputs.say(format!("{swaps}{}", self.summary.text(took)).as_bytes())?;
        }
        let code = self.code();
        self.outputs.finish(&self.errors, &self.summary)?;
        Ok(code)
    }

    /// Checks one file, and fixes it where that is asked for; `first` tells whether the first report has room. A rule that panics is told as a
    /// trouble of that file; the others go on.
    fn check_file(&self, job: &Job, first: bool) -> Result<Checked, InputError> {
        let (file, name, equipped) = (&job.file, job.file.name(), &self.linters.all[job.linter]);
        let source =
            if file.is_standard_input() { SourceFile::from_reader(std::io::stdin().lock(), &name, 0) } else { SourceFile::read(&file.path, &name) }?;
        let changed = self.changed.as_ref().and_then(|changed| changed.stretches(&file.path, &source.text));
        let ask = Ask {
            fingerprints: self.renderers.iter().any(|renderer| renderer.format.shows_fingerprints()),
            old: equipped.baseline.as_ref().and_then(|baseline| baseline.of(&self.linters.path_of(job))),
            changed: changed.as_deref(),
            brief: self.renderers.iter().enumerate().all(|(i, renderer)| !renderer.format.shows_advice() || i == 0 && !first),
        };
        let linter = &equipped.linter;
        let checked = |source: &SourceFile, report: Report, trouble: Option<InputError>| {
            let (pieces, shown) = pieces(&self.renderers, source, &report, first);
            Checked { report, pieces, shown, trouble }
        };
        let work = || match self.deed {
            Deed::Look => Ok(checked(&source, self.look(linter, &source, ask), None)),
            Deed::Diff => {
                let (report, bytes) = mend::show(linter, &source);
                let mut checked = checked(&source, report, None);
                checked.pieces[0] = vec![Piece { level: Level::Note, bytes }];
                Ok(checked)
            }
            Deed::Fix => Ok(match mend::write(linter, file, &source) {
                Ok(mended) => {
                    let report = Report { fixed: mended.report.fixed, ..self.look(linter, &mended.source, ask) };
                    checked(&mended.source, report, None)
                }
                Err(error) => checked(&source, self.look(linter, &source, ask), Some(error)),
            }),
        };
        or_trouble(&name, work)
    }

    /// What there is to say of a document. The swaps that could be made are worked out only where they are shown.
    fn look(&self, linter: &Linter, source: &SourceFile, ask: Ask<'_>) -> Report {
        let reading = linter.read(source, TextFormat::Markdown);
        let mut report = linter.check_as(&reading, ask);
        if self.renderers.iter().any(|renderer| renderer.format.shows_fixes()) {
            report.fixes = fix::offers(linter, &reading, &report);
        }
        report
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
        if found > 0 && !self.args.exit_zero { exit::FINDINGS } else { exit::CLEAN }
    }
}

/// Does the work of one document. If that fails by a fault of our own, it is told as a trouble of the document, and the others go on.
fn or_trouble<T>(name: &str, work: impl FnOnce() -> Result<T, InputError>) -> Result<T, InputError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(InputError::new(name, "plainly failed on this document, which is a fault of plainly; please report it")))
}

/// A name for the options that change what is found.
fn args_hash(args: &CheckArgs) -> String {
    let text = format!("{:?}{:?}{:?}{}{:?}", args.rule, args.family, args.config, args.isolated, args.today);
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e1_a_fault_of_our_own_is_told_as_a_trouble_of_its_document() {
        let work = |text: &str| or_trouble("a.md", || Ok(text.find('b').expect("a rule that counts on a `b`")));
        assert_eq!(work("ab"), Ok(1));
        let told = work("a").expect_err("trouble").to_string();
        assert_eq!(told, "a.md: plainly failed on this document, which is a fault of plainly; please report it");
    }
}
