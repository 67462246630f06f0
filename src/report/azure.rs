//! Issues for the log of Azure Pipelines: logging commands.
//!
//! <https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands>

use super::view::View;
use crate::findings::Level;

/// Writes one file.
#[must_use]
pub fn file(views: &[View<'_>]) -> Vec<u8> {
    views.iter().map(issue).collect::<String>().into_bytes()
}

fn issue(view: &View<'_>) -> String {
    // there are only two kinds
    let kind = if view.level() == Level::Error { "error" } else { "warning" };
    format!(
        "##vso[task.logissue type={kind};sourcepath={};linenumber={};columnnumber={};code={};]{}\n",
        escaped(&view.path),
        view.start.line,
        view.start.col_char,
        escaped(view.finding.rule),
        escaped(&view.text())
    )
}

/// As the agent reads a property or a message.
fn escaped(text: &str) -> String {
    text.replace('%', "%AZP25").replace(';', "%3B").replace('\r', "%0D").replace('\n', "%0A").replace(']', "%5D")
}
