//! Packs `wordlists/` into one blob that the binary holds and reads in place. A fault in a list stops the build and says file and line.
#![allow(dead_code, reason = "the library uses the reading half of these modules, this script the writing half")]

use std::path::PathBuf;
use std::process::ExitCode;

#[path = "src/language/mod.rs"]
mod language;
#[path = "src/wordlists/mod.rs"]
mod wordlists;

fn main() -> ExitCode {
    for path in ["wordlists", "src/language", "src/wordlists", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR for build scripts");
    match wordlists::folder::pack_folder("wordlists".as_ref()) {
        Ok(bytes) => {
            std::fs::write(out.join("words.pack"), bytes).expect("OUT_DIR can be written");
            ExitCode::SUCCESS
        }
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
            ExitCode::FAILURE
        }
    }
}
