//! The job of `plainly init` that checks each change. The texts are those of `ci/`, with the place of plainly and the folder filled in.

/// The workflow for GitHub Actions.
pub const GITHUB: &str = ".github/workflows/plainly.yml";
/// The job for GitLab, and the file that names it.
pub const GITLAB: &str = ".gitlab/plainly.yml";
/// The file that GitLab reads.
pub const GITLAB_MAIN: &str = ".gitlab-ci.yml";
/// What it says of the job.
pub const GITLAB_INCLUDE: &str = "include:\n  - local: .gitlab/plainly.yml\n";

/// Stands for the place of plainly until somebody fills it in. A name under `.invalid` can never be anybody's.
pub const UNKNOWN: &str = "https://address-of-plainly.invalid/plainly.git";

/// The workflow for GitHub Actions.
#[must_use]
pub fn github(source: Option<&str>, path: &str) -> String {
    filled(include_str!("../../../ci/github.yml"), source, path)
}

/// The job for GitLab.
#[must_use]
pub fn gitlab(source: Option<&str>, path: &str) -> String {
    // the file stands where its head says that it should be copied to
    let text = include_str!("../../../ci/gitlab.yml");
    filled(&text.replace("# Copy this file to .gitlab/plainly.yml, and put this into .gitlab-ci.yml:", "# .gitlab-ci.yml names it:"), source, path)
}

fn filled(text: &str, source: Option<&str>, path: &str) -> String {
    let version = format!("PLAINLY_VERSION: \"v{}\"", env!("CARGO_PKG_VERSION"));
    let text = text.replace("PLAINLY_VERSION: \"v0.1.0\"", &version).replace("PLAINLY_PATH: \".\"", &format!("PLAINLY_PATH: \"{path}\""));
    source.map_or(text.clone(), |source| text.replace(UNKNOWN, source))
}
