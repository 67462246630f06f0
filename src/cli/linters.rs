//! Which linter each document gets: that of the nearest `plainly.toml`, with the old findings that a baseline beside it holds.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::args::CheckArgs;
use super::{acronyms, baseline, complain, settings};
use crate::analysis::acronyms::index::PageForm;
use crate::analysis::involvement::dates::Day;
use crate::config::discover::Discovery;
use crate::config::{FailOn, Settings};
use crate::findings::baseline::Baseline;
use crate::input::files::InputFile;
use crate::input::source::InputError;
use crate::linter::{Linter, Selection};

/// A linter with what its folder has decided of the run.
pub struct Equipped {
    /// The linter.
    pub linter: Linter,
    /// The level that fails the run: as the arguments say, else as the configuration says.
    pub fail_on: FailOn,
    /// The folder of its configuration, or the working folder: paths in a baseline start there.
    pub folder: PathBuf,
    /// Old findings.
    pub baseline: Option<Baseline>,
}

/// A document to check.
pub struct Job {
    /// The file.
    pub file: InputFile,
    /// The index of its linter.
    pub linter: usize,
    /// Its path from the folder of its linter, `/` between the parts.
    pub path: String,
}

/// The linters of a run.
pub struct Linters<'a> {
    args: &'a CheckArgs,
    here: PathBuf,
    selection: Selection,
    /// The linters, in the order in which documents asked for them.
    pub all: Vec<Equipped>,
    /// What cannot be used.
    pub errors: Vec<InputError>,
}

impl<'a> Linters<'a> {
    /// None yet, for these arguments.
    #[must_use]
    pub fn new(args: &'a CheckArgs) -> Self {
        let selection = Selection { rules: args.rule.clone(), families: args.family.clone() };
        Linters { args, here: std::env::current_dir().unwrap_or_default(), selection, all: Vec::new(), errors: Vec::new() }
    }

    /// Pairs each file with the linter that its `plainly.toml` asks for. Files under one that cannot be read are not checked: to judge them
    /// by other rules than their owners chose would be worse than to say so.
    pub fn jobs(&mut self, files: Vec<InputFile>) -> Vec<Job> {
        let mut discovery = Discovery::default();
        let mut known: BTreeMap<Option<PathBuf>, Option<usize>> = BTreeMap::new();
        let mut jobs = Vec::with_capacity(files.len());
        let mut left_out: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for file in files {
            let place = plain_path(&self.here, self.place_of(&file));
            let folder = place.parent().unwrap_or(&self.here).to_owned();
            let config = if self.args.isolated { None } else { self.args.config.clone().or_else(|| discovery.find(&folder)) };
            match *known.entry(config.clone()).or_insert_with(|| self.equip(config.as_deref())) {
                Some(linter) => jobs.push(Job { path: path_from(&self.all[linter].folder, &place), file, linter }),
                None => *left_out.entry(config.unwrap_or_default()).or_default() += 1,
            }
        }
        self.index(&jobs);
        for (config, count) in left_out {
            let (s, were) = if count == 1 { ("", "was") } else { ("s", "were") };
            let what = format!("{count} document{s} under {} {were} not checked, as its settings cannot be read", shown(&config, &self.here));
            self.errors.iter().for_each(|error| complain(&error.to_string()));
            complain(&what);
        }
        jobs
    }

    /// Gives each linter that asks for it what its pages say of short forms. What cannot be read is told when it is checked.
    fn index(&mut self, jobs: &[Job]) {
        for (at, equipped) in self.all.iter_mut().enumerate().filter(|(_, equipped)| equipped.linter.needs_index()) {
            let of_it = |job: &&Job| job.linter == at && job.file.path.as_os_str() != "-";
            let pages: Vec<&InputFile> = jobs.iter().filter(of_it).map(|job| &job.file).collect();
            let summaries: Vec<Vec<PageForm>> = pages.par_iter().map(|file| acronyms::read(file).unwrap_or_default()).collect();
            equipped.linter.know(pages.iter().zip(&summaries).map(|(file, entries)| (file.name.as_str(), entries.as_slice())));
        }
    }

    /// Where a document stands, or would.
    fn place_of<'f>(&'f self, file: &'f InputFile) -> &'f Path {
        match (&self.args.stdin_filename, file.path.as_os_str() == "-") {
            (Some(name), true) => name,
            (None, true) => Path::new("stdin.md"),
            (_, false) => &file.path,
        }
    }

    /// Makes the linter for a configuration file; its index, or nothing when the file or the baseline beside it cannot be used.
    fn equip(&mut self, config: Option<&Path>) -> Option<usize> {
        let made = self.settings(config).and_then(|settings| {
            let folder = config.and_then(Path::parent).map_or(self.here.clone(), |folder| plain_path(&self.here, folder));
            let baseline = baseline::read(self.args, &folder, &self.here)?;
            let settings = Settings { today: self.args.today, clock: Day::of(SystemTime::now()), ..settings };
            let fail_on = self.args.fail_on.or(settings.fail_on).unwrap_or(FailOn::Warning);
            Ok(Equipped { linter: Linter::new(settings, &self.selection), fail_on, folder, baseline })
        });
        match made {
            Ok(equipped) => self.all.push(equipped),
            Err(error) => {
                self.errors.push(error);
                return None;
            }
        }
        Some(self.all.len() - 1)
    }

    fn settings(&self, config: Option<&Path>) -> Result<Settings, InputError> {
        let Some(path) = config else { return Ok(Settings::default()) };
        settings::read(path, &shown(path, &self.here)).map_err(|e| InputError::new(&format!("{}:{}", e.file, e.line), e.what))
    }
}

/// A path from the root, with nothing of `..` left in it: a configuration is looked for in its folder and above.
fn plain_path(here: &Path, path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

/// A path as seen from a folder, `/` between its parts.
fn path_from(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// A path as a person at `here` would write it.
#[must_use]
pub fn shown(path: &Path, here: &Path) -> String {
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
