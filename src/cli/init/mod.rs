//! `plainly init`: a team's first files. It writes what is not there, writes over nothing, and says what is left for a person to do.

pub mod args;
mod ask;
mod ci;
mod pre_commit;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use args::{Ci, InitArgs, Preset};
use ask::Choices;
use clap::{Parser, ValueEnum};
use pre_commit::Appended;

use super::args::{Args, Command};
use super::{baseline, exit, print, save, trouble};
use crate::config::discover::FILE_NAME;

/// Where plainly is kept: what Cargo.toml says, if it does.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Runs the command.
pub fn run(args: &InitArgs) -> u8 {
    let choices = if args.yes {
        Ok(ask::said(args))
    } else if std::io::stdin().is_terminal() {
        ask::ask(args, &mut std::io::stdin().lock(), &mut std::io::stderr())
    } else if args.preset.is_some() || args.pre_commit || args.ci.is_some() || args.baseline {
        Ok(ask::said(args))
    } else {
        Err("nobody can be asked here, as the input is no terminal; say what you want, such as `plainly init --preset council --pre-commit --ci \
             github`, or `plainly init --yes` for plainly.toml alone"
            .to_owned())
    };
    let here = std::env::current_dir().map_err(|e| format!("this folder cannot be read: {e}"));
    let (choices, here) = match (choices, here) {
        (Ok(choices), Ok(here)) => (choices, here),
        (Err(what), _) | (_, Err(what)) => return trouble(&what),
    };
    let mut setup = Setup::new(args, here);
    setup.settings(choices.preset);
    setup.jobs(choices);
    let baseline = if args.baseline { setup.baseline() } else { exit::CLEAN };
    let told = print(setup.text().as_bytes()).map_or_else(|code| code, |_| exit::CLEAN);
    let written = setup.troubles.iter().fold(exit::CLEAN, |_, what| trouble(what));
    told.max(written).max(baseline)
}

/// What has been done, and what is left to do.
struct Setup {
    /// The working folder: its documents are to be checked.
    here: PathBuf,
    /// The root of the repository, or the working folder.
    root: PathBuf,
    in_repository: bool,
    source: Option<String>,
    done: Vec<String>,
    next: Vec<String>,
    troubles: Vec<String>,
}

impl Setup {
    fn new(args: &InitArgs, here: PathBuf) -> Self {
        let repository = here.ancestors().find(|at| at.join(".git").exists()).map(Path::to_owned);
        let known = (!REPOSITORY.is_empty()).then(|| REPOSITORY.to_owned());
        Setup {
            in_repository: repository.is_some(),
            root: repository.unwrap_or_else(|| here.clone()),
            here,
            source: args.source.clone().or(known),
            done: Vec::new(),
            next: Vec::new(),
            troubles: Vec::new(),
        }
    }

    /// plainly.toml.
    fn settings(&mut self, preset: Preset) {
        let name = preset.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned());
        let line = format!("extends = [\"preset:{name}\"]");
        let there = [".plainly.toml", FILE_NAME, ".config/plainly.toml"].into_iter().find(|file| self.here.join(file).exists());
        if let Some(file) = there {
            self.done.push(format!("left   {file}: it is there already"));
            if preset != Preset::None {
                self.next.push(format!("put this line at the top of {file}, if it has none like it: {line}"));
            }
            return;
        }
        self.write(&self.here.join(FILE_NAME), &settings_text((preset != Preset::None).then_some(line.as_str())));
    }

    /// The hook for each commit, and the job for each change.
    fn jobs(&mut self, choices: Choices) {
        if choices.pre_commit {
            self.pre_commit();
        }
        let (source, path) = (self.source.clone(), self.path());
        match choices.ci {
            Ci::None => return,
            Ci::Github => self.write(&self.root.join(ci::GITHUB), &ci::github(source.as_deref(), &path)),
            Ci::Gitlab => {
                self.write(&self.root.join(ci::GITLAB), &ci::gitlab(source.as_deref(), &path));
                let main = self.root.join(ci::GITLAB_MAIN);
                if main.exists() {
                    self.done.push(format!("left   {}: it is there already", self.shown(&main)));
                    self.next.push(format!("add this to {}, if it is not there:\n{}", self.shown(&main), ci::GITLAB_INCLUDE));
                } else {
                    self.write(&main, ci::GITLAB_INCLUDE);
                }
            }
        }
        let file = self.shown(&self.root.join(if choices.ci == Ci::Github { ci::GITHUB } else { ci::GITLAB }));
        if source.is_none() {
            self.next.push(format!("in {file}, put the address of plainly's repository in place of {}", ci::UNKNOWN));
        }
    }

    fn pre_commit(&mut self) {
        let path = self.root.join(pre_commit::FILE);
        let (name, entry) = (self.shown(&path), pre_commit::entry(self.source.as_deref()));
        if !path.exists() {
            self.write(&path, &pre_commit::file(&entry));
        } else {
            let old = std::fs::read_to_string(&path).unwrap_or_default();
            match pre_commit::append(&old, &entry) {
                Appended::There => self.done.push(format!("left   {name}: it has plainly already")),
                Appended::Text(new) => match save::replace(&path, old.as_bytes(), new.as_bytes()) {
                    Ok(()) => self.done.push(format!("added  plainly to {name}")),
                    Err(what) => self.troubles.push(format!("{name}: {what}")),
                },
                Appended::NotSafe => {
                    self.done.push(format!("left   {name}: it is there already, and an entry cannot be added to it safely"));
                    self.next.push(format!("add this to the list `repos` in {name}:\n{entry}"));
                }
            }
        }
        if self.in_repository {
            self.next.push("run `pre-commit install` once in each copy of the repository".to_owned());
        } else {
            self.next.push("make this folder a git repository (`git init`), then run `pre-commit install` in it".to_owned());
        }
    }

    /// Sets today's findings aside.
    fn baseline(&mut self) -> u8 {
        let file = crate::findings::baseline::FILE_NAME;
        if self.here.join(file).exists() {
            self.done.push(format!("left   {file}: it is there already"));
            return exit::CLEAN;
        }
        let Command::Baseline(args) = Args::parse_from(["plainly", "baseline", "create"]).command else { return exit::TROUBLE };
        self.next.push(format!("put {file} into the repository: what it holds is not told again"));
        baseline::run(&args)
    }

    /// Writes a file that is not there yet.
    fn write(&mut self, path: &Path, text: &str) {
        let name = self.shown(path);
        if path.symlink_metadata().is_ok() {
            return self.done.push(format!("left   {name}: it is there already"));
        }
        let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|e| format!("the folder cannot be made: {e}"));
        match folder.and_then(|()| save::create(path, text.as_bytes())) {
            Ok(()) => self.done.push(format!("wrote  {name}")),
            Err(what) => self.troubles.push(format!("{name}: {what}")),
        }
    }

    /// The working folder as seen from the root; all, where its name would mean something else in YAML.
    fn path(&mut self) -> String {
        let path = self.here.strip_prefix(&self.root).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
        let plain = path.chars().all(|c| c.is_alphanumeric() || " ._/-".contains(c));
        if path.is_empty() || !plain { ".".to_owned() } else { path }
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.done.join("\n"));
        let next = self
            .next
            .iter()
            .chain(std::iter::once(&"see what there is now: plainly check".to_owned()))
            .map(|step| {
                let mut lines = step.lines();
                let first = lines.next().unwrap_or_default();
                lines.fold(format!("  - {first}\n"), |all, line| format!("{all}      {line}\n"))
            })
            .collect::<String>();
        text.push_str(&format!("\nNext:\n{next}"));
        text.lines().map(|line| format!("{}\n", crate::report::sanitise::clean(line))).collect()
    }
}

/// A first plainly.toml: all of it can be changed.
fn settings_text(extends: Option<&str>) -> String {
    let extends = extends.map_or(String::new(), |line| format!("{line}\n"));
    format!(
        "# What your team has decided. Each key is explained in docs/configuration.md of plainly.\n{extends}\n\
         # The lowest level that stops a change: error, warning, note or never.\n# fail-on = \"warning\"\n\n\
         # [rules]\n# \"jargon/buzzword\" = \"off\"\n\n# Short forms that all your readers know.\n# [acronyms]\n# known = [\"CYP\"]\n"
    )
}
