//! The arguments of `plainly config`, and their help: the doc comments here are what `--help` prints.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// See and check the settings of your team, which stand in plainly.toml.
#[derive(ClapArgs)]
pub struct ConfigArgs {
    #[command(subcommand)]
    pub command: ConfigCommand,
}

#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Show every setting of a document, and where it comes from
    Show(ShowArgs),
    /// Say what is right and wrong in plainly.toml
    Check(CheckConfigArgs),
    /// Print the JSON Schema of plainly.toml, for editors
    Schema,
}

/// Show every setting of a document, and where it comes from: a file and its line, a preset, or the defaults.
#[derive(ClapArgs)]
pub struct ShowArgs {
    /// A document; or a folder, for a document in it
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    pub format: ShowFormat,
    /// Use this plainly.toml and look for no other
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How `plainly config show` shows settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// A line for each
    #[default]
    Table,
    /// One JSON object
    Json,
}

/// Say what is right and wrong in plainly.toml. Exit code: 0 all can be used, 2 some cannot.
#[derive(ClapArgs)]
pub struct CheckConfigArgs {
    /// Settings files; or documents and folders, for the settings that hold there
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
}
