//! A bar for people who wait.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar is for people who wait.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error, only for people and only when they wait.
pub struct Progress {
    bar: Option<ProgressBar>,
    total: usize,
    started: Instant,
    done: usize,
}

impl Progress {
    /// A bar for this many documents.
    pub fn new(total: usize) -> Self {
        Progress { bar: None, total, started: Instant::now(), done: 0 }
    }

    /// So many more are done.
    pub fn step(&mut self, files: usize) {
        self.done += files;
        if self.bar.is_none() && self.started.elapsed() > PATIENCE && std::io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} documents").unwrap_or_else(|_| ProgressStyle::default_bar());
            self.bar = Some(ProgressBar::with_draw_target(Some(self.total as u64), ProgressDrawTarget::stderr()).with_style(style));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done as u64);
        }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
