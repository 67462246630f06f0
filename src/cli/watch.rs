//! `plainly watch`: checks documents again when they change, and all of them when the settings do. It ends on Ctrl-C. It leaves the screen and
//! the files as they are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use clap::{Args as ClapArgs, Parser};
use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use super::args::{Args, CheckArgs, Command};
use super::{check, complain, exit, settings, trouble};
use crate::config::discover::Discovery;
use crate::input::files::find;
use crate::report::Format;

/// How long files must be still before they are read: an editor writes in more than one step.
const STILL: Duration = Duration::from_millis(150);

/// Check documents again when they change.
///
/// It checks everything once, and then each document that is saved. When plainly.toml, a list of words or the baseline changes, it checks
/// everything again. Ctrl-C ends it, with exit code 0.
#[derive(ClapArgs)]
pub struct WatchArgs {
    /// Files and folders to watch
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// How to show what is found
    #[arg(long, visible_alias = "output-format", value_enum, default_value_t)]
    format: Format,
    /// Use this plainly.toml and look for no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Use no plainly.toml
    #[arg(long)]
    isolated: bool,
}

/// What wakes it.
enum News {
    Changed(BTreeSet<PathBuf>),
    Lost(String),
    Stop,
}

/// Runs the command.
pub fn run(args: &WatchArgs) -> u8 {
    watch(args).map_or_else(|what| trouble(&what), |()| exit::CLEAN)
}

fn watch(args: &WatchArgs) -> Result<(), String> {
    let (tell, news) = channel();
    let stop = tell.clone();
    // nobody listens any more once it has ended
    ctrlc::set_handler(move || drop(stop.send(News::Stop))).map_err(|e| format!("Ctrl-C cannot be waited for: {e}"))?;
    let mut watcher = new_debouncer(STILL, None, move |result| hear(result, &tell)).map_err(|e| format!("files cannot be watched here: {e}"))?;
    for (place, mode) in places(args)? {
        watcher.watch(&place, mode).map_err(|e| format!("{}: this cannot be watched: {e}", place.display()))?;
    }
    check::run(&check_args(args, args.paths.clone()));
    complain("watching; Ctrl-C ends it");
    for told in news {
        match told {
            News::Stop => break,
            News::Lost(what) => complain(&what),
            News::Changed(paths) => again(args, &paths),
        }
    }
    Ok(())
}

/// What the system says of files, without the news that somebody has read one: that was us.
fn hear(result: DebounceEventResult, tell: &Sender<News>) {
    let told = match result {
        Ok(events) => {
            let events = events.into_iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
            let paths: BTreeSet<PathBuf> = events.flat_map(|event| event.event.paths).collect();
            if paths.is_empty() {
                return;
            }
            News::Changed(paths)
        }
        Err(errors) => News::Lost(format!("some changes may be missed: {}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))),
    };
    // nobody listens any more once it has ended
    drop(tell.send(told));
}

/// What to watch: the folders with all that is in them, and beside them the folders of single files and of the settings.
fn places(args: &WatchArgs) -> Result<Vec<(PathBuf, RecursiveMode)>, String> {
    let mut whole = BTreeSet::new();
    let mut single = BTreeSet::new();
    for path in &args.paths {
        let real = path.canonicalize().map_err(|_| format!("{}: there is no such file or folder; check the spelling", path.display()))?;
        let folder = if real.is_dir() { real.clone() } else { real.parent().unwrap_or(Path::new("/")).to_owned() };
        let config = args.config.clone().or_else(|| Discovery::default().find(&folder)).filter(|_| !args.isolated);
        single.extend(config.iter().flat_map(|config| folders_of(config)));
        if real.is_dir() {
            whole.insert(folder)
        } else {
            single.insert(folder)
        };
    }
    single.retain(|folder| !whole.iter().any(|above| folder.starts_with(above)));
    let outermost = whole.iter().filter(|folder| !whole.iter().any(|above| above != *folder && folder.starts_with(above)));
    let whole = outermost.map(|folder| (folder.clone(), RecursiveMode::Recursive));
    Ok(whole.chain(single.into_iter().map(|folder| (folder, RecursiveMode::NonRecursive))).collect())
}

/// The folders of a `plainly.toml`, of what it extends, and of the lists that they name.
fn folders_of(config: &Path) -> Vec<PathBuf> {
    // what is wrong in them is told by the check, and mended in the first
    let named = settings::house_lists(config).unwrap_or_default();
    let files = std::iter::once(config.to_owned()).chain(named.into_iter().map(|(name, _)| PathBuf::from(name)));
    files.filter_map(|file| Some(file.canonicalize().ok()?.parent()?.to_owned())).collect()
}

/// Checks what has changed, or everything if it is the settings.
fn again(args: &WatchArgs, changed: &BTreeSet<PathBuf>) {
    if changed.iter().any(|path| is_setting(path)) {
        check::run(&check_args(args, args.paths.clone()));
        return;
    }
    let mut touched = find(&args.paths).files;
    touched.retain(|file| file.path.canonicalize().is_ok_and(|real| changed.contains(&real)));
    if !touched.is_empty() {
        // a file in a folder is left out where the settings say so, though it is named here
        let force_exclude = touched.iter().all(|file| !file.named);
        let paths = touched.into_iter().map(|file| file.path.into_path_buf()).collect();
        check::run(&CheckArgs { force_exclude, ..check_args(args, paths) });
    }
}

/// Whether what is found elsewhere may hang on a file.
fn is_setting(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.ends_with(".toml") || name == crate::findings::baseline::FILE_NAME || [".gitignore", ".ignore", ".plainlyignore"].contains(&&*name)
}

/// The arguments of `plainly check` for these documents.
fn check_args(args: &WatchArgs, paths: Vec<PathBuf>) -> CheckArgs {
    let Command::Check(check) = Args::parse_from(["plainly", "check"]).command else { unreachable!("`check` is the check command") };
    CheckArgs { paths, format: args.format, config: args.config.clone(), isolated: args.isolated, ..check }
}
