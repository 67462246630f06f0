//! Which linter each document gets: that of the nearest `plainly.toml`, with the old findings that a baseline beside it holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::args::CheckArgs;
use super::{acronyms, baseline, complain, settings};
use crate::analysis::acronyms::index::PageForm;
use crate::analysis::involvement::dates::Day;
use crate::config::discover::{Discovery, folder_of};
use crate::config::layers::plain_path;
use crate::config::{FailOn, Part, Settings, Team};
use crate::findings::baseline::Baseline;
use crate::input::files::{InputFile, is_ignored};
use crate::input::source::InputError;
use crate::linter::{Linter, Selection};
use crate::wordlists::toml_file::FileError;

/// A linter with what its folder has decided of the run.
pub struct Equipped {
    /// The linter.
    pub linter: Linter,
    /// The level that fails the run: as the arguments say, else as the configuration says.
    pub fail_on: FailOn,
    /// The folder of its configuration, or the working folder: paths in a baseline start there.
    pub folder: PathBuf,
    /// Old findings.
    pub baseline: Option<Arc<Baseline>>,
}

/// A document to check.
pub struct Job {
    /// The file.
    pub file: InputFile,
    /// The index of its linter.
    pub linter: usize,
}

/// A configuration that holds for some documents.
struct Loaded {
    /// What it says; nothing where there is none.
    team: Option<Team>,
    folder: PathBuf,
    baseline: Option<Arc<Baseline>>,
}

/// The linters of a run.
pub struct Linters<'a> {
    args: &'a CheckArgs,
    here: PathBuf,
    selection: Selection,
    configs: Vec<Loaded>,
    /// The linter of each part of a configuration.
    parts: BTreeMap<(usize, Part), usize>,
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
        let here = std::env::current_dir().unwrap_or_default();
        Linters { args, here, selection, configs: Vec::new(), parts: BTreeMap::new(), all: Vec::new(), errors: Vec::new() }
    }

    /// Pairs each file with the linter that its `plainly.toml` asks for. Files under one that cannot be read are not checked: to judge them
    /// by other rules than their owners chose would be worse than to say so.
    pub fn jobs(&mut self, files: Vec<InputFile>) -> Vec<Job> {
        let mut discovery = Discovery::default();
        let mut known: BTreeMap<Option<PathBuf>, Option<usize>> = BTreeMap::new();
        let mut jobs = Vec::with_capacity(files.len());
        let mut left_out: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for file in files {
            let place = plain_path(&self.here.join(self.place_of(&file)));
            let folder = place.parent().unwrap_or(&self.here);
            let config = if self.args.isolated { None } else { self.args.config.clone().or_else(|| discovery.find(folder)) };
            let loaded = match known.get(&config) {
                Some(loaded) => *loaded,
                None => *known.entry(config.clone()).or_insert(self.load(config.as_deref())),
            };
            if loaded.is_some_and(|at| self.leaves_out(at, &file, &place)) {
                continue;
            }
            match loaded.and_then(|at| self.equip(at, &place)) {
                Some(linter) => jobs.push(Job { file, linter }),
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

    /// Whether the settings leave a document out. One that is named is checked all the same, unless the arguments say otherwise.
    fn leaves_out(&self, config: usize, file: &InputFile, place: &Path) -> bool {
        let asked = !file.named || self.args.force_exclude;
        let by_settings = || self.configs[config].team.as_ref().is_some_and(|team| team.excludes(place));
        // what stands in .plainlyignore is found by the walk already
        asked && (by_settings() || file.named && is_ignored(place))
    }

    /// Gives each linter that asks for it what the pages of its configuration say of short forms. What cannot be read is told when it is checked.
    fn index(&mut self, jobs: &[Job]) {
        for config in 0..self.configs.len() {
            let of_it: Vec<usize> = self.parts.iter().filter(|((of, _), _)| *of == config).map(|(_, at)| *at).collect();
            if !of_it.iter().any(|at| self.all[*at].linter.needs_index()) {
                continue;
            }
            let its = |job: &&Job| of_it.contains(&job.linter) && !job.file.is_standard_input();
            let pages: Vec<&InputFile> = jobs.iter().filter(its).map(|job| &job.file).collect();
            let read = |file: &&InputFile| (file.name(), acronyms::read(file).unwrap_or_default());
            let summaries: Vec<(String, Vec<PageForm>)> = pages.par_iter().map(read).collect();
            for at in of_it {
                let linter = &mut self.all[at].linter;
                if linter.needs_index() {
                    linter.know(summaries.iter().map(|(name, entries)| (name.as_str(), entries.as_slice())));
                }
            }
        }
    }

    /// The path of a document from the folder of its linter, `/` between the parts: so a baseline names it.
    pub fn path_of(&self, job: &Job) -> String {
        path_from(&self.all[job.linter].folder, &plain_path(&self.here.join(self.place_of(&job.file))))
    }

    /// Where a document stands, or would.
    fn place_of<'f>(&'f self, file: &'f InputFile) -> &'f Path {
        match (&self.args.stdin_filename, file.is_standard_input()) {
            (Some(name), true) => name,
            (None, true) => Path::new("stdin.md"),
            (_, false) => &file.path,
        }
    }

    /// Reads a configuration and the baseline beside it; its index, or nothing when one of them cannot be used.
    fn load(&mut self, config: Option<&Path>) -> Option<usize> {
        let wrong = |e: FileError| InputError::new(&format!("{}:{}", e.file, e.line), e.what);
        let read = || {
            let folder = config.map_or(self.here.clone(), |config| plain_path(&self.here.join(folder_of(config))));
            let team = config.map(|config| settings::team(config).map_err(wrong)).transpose()?;
            let baseline = baseline::read(self.args, &folder, &self.here)?.map(Arc::new);
            Ok(Loaded { team, folder, baseline })
        };
        let loaded = read().map_err(|error| self.errors.push(error)).ok()?;
        self.configs.push(loaded);
        Some(self.configs.len() - 1)
    }

    /// The linter for a document under a configuration; its index.
    fn equip(&mut self, config: usize, place: &Path) -> Option<usize> {
        let Loaded { team, folder, baseline } = &self.configs[config];
        let part = team.as_ref().map(|team| team.part(place)).unwrap_or_default();
        let key = (config, part);
        if let Some(known) = self.parts.get(&key) {
            return Some(*known);
        }
        let settings = team.as_ref().map_or_else(|| Ok(Settings::default()), |team| team.settings(&key.1));
        let settings = settings.map_err(|e| self.errors.push(InputError::new(&format!("{}:{}", e.file, e.line), e.what))).ok()?;
        let fail_on = self.args.fail_on.or(settings.fail_on).unwrap_or(FailOn::Warning);
        let settings = Settings { today: self.args.today, clock: Day::of(SystemTime::now()), ..settings };
        let linter = Linter::new(settings, &self.selection);
        self.all.push(Equipped { linter, fail_on, folder: folder.clone(), baseline: baseline.clone() });
        self.parts.insert(key, self.all.len() - 1);
        Some(self.all.len() - 1)
    }
}

/// A path as seen from a folder, `/` between its parts.
fn path_from(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// A path as a person at `here` would write it.
#[must_use]
pub fn shown(path: &Path, here: &Path) -> String {
    // two folders that share only the root of the disk have nothing to do with each other
    let near = here.ancestors().enumerate().filter(|(_, above)| above.parent().is_some());
    let mut inner = near.filter_map(|(up, above)| Some("../".repeat(up) + &path.strip_prefix(above).ok()?.to_string_lossy()));
    inner.next().unwrap_or_else(|| path.display().to_string())
}
