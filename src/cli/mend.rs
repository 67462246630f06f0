//! `plainly check --fix` and `--diff`: swaps of words, written to their files or shown as a diff.

use std::io::IsTerminal;
use std::time::Duration;

use similar::TextDiff;

use super::args::CheckArgs;
use super::{print, save};
use crate::document::Format;
use crate::fix::{self, Mended};
use crate::input::files::InputFile;
use crate::input::source::{InputError, SourceFile};
use crate::linter::{Linter, Report};
use crate::report::sanitise::clean;

/// How long the smallest diff of a document is looked for; after that a larger one will do.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a run does with the swaps of words that it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It says what could be swapped.
    Look,
    /// It makes the swaps.
    Fix,
    /// It shows what the swaps would change.
    Diff,
}

impl Deed {
    /// What the arguments ask for.
    #[must_use]
    pub fn of(args: &CheckArgs) -> Deed {
        match (args.fix, args.diff) {
            (true, _) => Deed::Fix,
            (false, true) => Deed::Diff,
            (false, false) => Deed::Look,
        }
    }
}

/// Makes the swaps and writes the file. The text of standard input goes to standard output, changed or not.
///
/// # Errors
/// Why the file was not written; it is as it was.
pub fn write(linter: &Linter, file: &InputFile, source: &SourceFile) -> Result<Mended, InputError> {
    let mended = fix::mend(linter, source, Format::Markdown);
    if file.is_standard_input() {
        print(mended.source.text.as_bytes()).map_err(|_| InputError::new(&file.name(), "the fixed text cannot be written"))?;
    } else if mended.report.fixed > 0 {
        save::replace(&file.path, source.text.as_bytes(), mended.source.text.as_bytes()).map_err(|what| InputError::new(&file.name(), what))?;
    }
    Ok(mended)
}

/// What the swaps would change, as a unified diff. On a terminal nothing in it can move the cursor.
#[must_use]
pub fn show(linter: &Linter, source: &SourceFile) -> (Report, Vec<u8>) {
    let mended = fix::mend(linter, source, Format::Markdown);
    if mended.report.fixed == 0 {
        return (mended.report, Vec::new());
    }
    let name = clean(&source.name);
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(source.text.as_str(), mended.source.text.as_str());
    let text = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
    let text = if std::io::stdout().is_terminal() { text.lines().map(|line| clean(line).into_owned() + "\n").collect() } else { text };
    (mended.report, text.into_bytes())
}
