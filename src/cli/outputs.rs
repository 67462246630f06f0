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

/// A report and where it goes.
struct Output {
    paper: Paper,
    /// The file; none for standard output.
    file: Option<(NamedTempFile, PathBuf)>,
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
    std::iter::once(first).chain(args.report.iter().map(|(format, _)| file(*format))).collect()
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
        let mut all = vec![Output { paper: Paper::new(first), file: None }];
        for (format, path) in &args.report {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let failed = |error: std::io::Error| {
                InputError::new(&path.display().to_string(), format!("no report can be written here: {}", cannot_read(&error)))
            };
            let file = report_file(folder).map_err(failed)?;
            all.push(Output { paper: Paper::new(*format), file: Some((file, path.clone())) });
        }
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
        for (file, path) in self.all.into_iter().filter_map(|output| output.file) {
            file.persist(&path).map_err(|failed| super::trouble(&format!("{}: the report cannot be written: {}", path.display(), failed.error)))?;
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
            match &mut self.all[i].file {
                None => read = self.say(&bytes)?,
                Some((file, path)) => {
                    file.write_all(&bytes).map_err(|error| super::trouble(&format!("{}: the report cannot be written: {error}", path.display())))?;
                }
            }
        }
        Ok(read)
    }
}

/// A file that takes its place when the report is whole. Others may read it, as the settings of the system say.
fn report_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plainly-");
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
