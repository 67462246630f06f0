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
            std::fs::write(out.join("lists.rs"), sources()).expect("OUT_DIR can be written");
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

/// The lists of words as they are written, for those who want to see or try them: `plainly words`. Nothing else reads them.
fn sources() -> String {
    let folder = |path: &std::path::Path| -> Vec<PathBuf> {
        let mut inner: Vec<PathBuf> = std::fs::read_dir(path).expect("packed just now").map(|entry| entry.expect("packed just now").path()).collect();
        inner.sort();
        inner
    };
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("wordlists");
    let mut text =
        "/// The lists of words as they are written: the rule, and the text of its file.\npub static LISTS: &[(&str, &str)] = &[\n".to_owned();
    for path in folder(&root).iter().filter(|path| path.is_dir()).flat_map(|path| folder(path)) {
        let id = path.strip_prefix(&root).expect("below it").with_extension("").to_string_lossy().replace('\\', "/");
        if !["acronyms/", "english/", "frameworks/", "involvement/"].iter().any(|other| id.starts_with(other))
            && path.extension().is_some_and(|e| e == "toml")
        {
            text += &format!("    ({id:?}, include_str!({:?})),\n", path.display().to_string());
        }
    }
    text + "];\n"
}
