//! Where the reports of a run go: one to standard output, and one to each file that `--report` names, written whole at the end or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::args::CheckArgs;
use crate::input::source::{InputError, SourceFile, cannot_read};
use crate::linter::Report;
use crate::report::paper::Paper;
use crate::report::summary::Summary;
use crate::report::{Format, Piece, Renderer};

/// Most bytes of the summary of a step on GitHub; a longer one is dropped whole.
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits>
const SUMMARY: usize = 1024 * 1024;

/// A report and where it goes.
struct Output {
    paper: Paper,
    place: Place,
}

enum Place {
    Standard,
    File(NamedTempFile, PathBuf),
    /// The end of the summary of a job: what was written so far, and the file, which others write to as well.
    Summary(Vec<u8>, PathBuf),
}

/// The reports of a run, the one for standard output first.
pub struct Outputs {
    all: Vec<Output>,
    /// Whether standard output holds the fixed text of standard input, so that the report goes to standard error.
    aside: bool,
}

/// How each report shows a file: for the threads.
pub type Renderers = Vec<Renderer>;

/// The renderers for the reports of these arguments, in the order of [`Outputs`].
#[must_use]
pub fn renderers(args: &CheckArgs, first: Renderer) -> Renderers {
    let file = |format| Renderer { format, colour: false, most: 0 };
    let files = args.report.iter().map(|(format, _)| *format).chain(job_summary(args).map(|_| Format::Markdown));
    std::iter::once(first).chain(files.map(file)).collect()
}

/// What each report shows of a file, and how many findings the first shows; `first` tells whether that one has room for more.
#[must_use]
pub fn pieces(renderers: &[Renderer], source: &SourceFile, report: &Report, first: bool) -> (Vec<Vec<Piece>>, usize) {
    let mut shown = 0;
    let all = renderers.iter().enumerate().map(|(i, renderer)| {
        let (pieces, count) = if i > 0 || first { renderer.file(source, report) } else { Default::default() };
        shown = if i == 0 { count } else { shown };
        pieces
    });
    (all.collect(), shown)
}

impl Outputs {
    /// Opens the reports.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn open(args: &CheckArgs, aside: bool) -> Result<Outputs, InputError> {
        // a diff has no frame
        let first = if args.diff { Format::Concise } else { args.format };
        let mut all = vec![Output { paper: Paper::new(first), place: Place::Standard }];
        for (format, path) in &args.report {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let failed = |error: std::io::Error| {
                InputError::new(&path.display().to_string(), format!("no report can be written here: {}", cannot_read(&error)))
            };
            let file = report_file(folder).map_err(failed)?;
            all.push(Output { paper: Paper::new(*format), place: Place::File(file, path.clone()) });
        }
        all.extend(
            job_summary(args).map(|path| Output { paper: Paper::new(Format::Markdown), place: Place::Summary(b"## plainly\n\n".to_vec(), path) }),
        );
        Ok(Outputs { all, aside })
    }

    /// Writes what comes first. `Ok(false)` when nobody reads standard output any more.
    ///
    /// # Errors
    /// The exit code, when a report cannot be written.
    pub fn begin(&mut self, args_hash: &str) -> Result<bool, u8> {
        self.each(|paper| paper.opening(args_hash))
    }

    /// Writes the pieces of a batch of files, as [`pieces`] gave them.
    ///
    /// # Errors
    /// As [`Outputs::begin`].
    pub fn take(&mut self, files: Vec<Vec<Vec<Piece>>>) -> Result<bool, u8> {
        let mut reports: Vec<Vec<Piece>> = self.all.iter().map(|_| Vec::new()).collect();
        for file in files {
            file.into_iter().zip(&mut reports).for_each(|(pieces, report)| report.extend(pieces));
        }
        let mut reports = reports.into_iter();
        self.each(|paper| paper.take(reports.next().unwrap_or_default()))
    }

    /// Writes what comes last, and puts the files in their places.
    ///
    /// # Errors
    /// As [`Outputs::begin`].
    pub fn finish(mut self, errors: &[InputError], summary: &Summary) -> Result<bool, u8> {
        let read = self.each(|paper| std::mem::replace(paper, Paper::new(Format::Concise)).closing(errors, summary))?;
        for output in self.all {
            let (written, path) = match output.place {
                Place::Standard => continue,
                Place::File(file, path) => (file.persist(&path).map(drop).map_err(|failed| failed.error), path),
                Place::Summary(text, path) => (append(&path, &text), path),
            };
            written.map_err(|error| cannot_be_written(&path, &error))?;
        }
        Ok(read)
    }

    /// Writes to standard output beside the reports.
    ///
    /// # Errors
    /// As [`Outputs::begin`].
    pub fn say(&self, bytes: &[u8]) -> Result<bool, u8> {
        if self.aside { super::print_aside(bytes) } else { super::print(bytes) }
    }

    fn each(&mut self, mut bytes: impl FnMut(&mut Paper) -> Vec<u8>) -> Result<bool, u8> {
        let mut read = true;
        for i in 0..self.all.len() {
            let bytes = bytes(&mut self.all[i].paper);
            match &mut self.all[i].place {
                Place::Standard => read = self.say(&bytes)?,
                Place::File(file, path) => file.write_all(&bytes).map_err(|error| cannot_be_written(path, &error))?,
                Place::Summary(text, _) => text.extend(bytes),
            }
        }
        Ok(read)
    }
}

fn cannot_be_written(path: &Path, error: &std::io::Error) -> u8 {
    super::trouble(&format!("{}: the report cannot be written: {error}", path.display()))
}

/// The file for the summary of a job, where annotations for GitHub are asked for and GitHub Actions names one.
fn job_summary(args: &CheckArgs) -> Option<PathBuf> {
    let path = (args.format == Format::Github).then(|| std::env::var_os("GITHUB_STEP_SUMMARY"))??;
    (!path.is_empty()).then(|| path.into())
}

/// Writes at the end of a summary, if there is room for it.
fn append(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::options().append(true).create(true).open(path)?;
    if file.metadata()?.len() as usize + text.len() > SUMMARY {
        super::complain("the summary of this step on GitHub is full, so the findings are not in it; they are in the log");
        return Ok(());
    }
    file.write_all(text)
}

/// A file that takes its place when the report is whole. Others may read it, as the settings of the system say.
fn report_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plainly-");
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
