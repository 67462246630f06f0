//! The floor under a check: finds the same files, reads them and runs the Markdown parser's offset iterator to its end. Nothing else.
//!
//! `benches/ratio.py` runs it beside `plainly check` and gives the ratio of their CPU time.

#![allow(clippy::print_stdout, reason = "it is a program of its own")]

use std::path::PathBuf;

use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;

fn main() {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let events = |file: &plainly::input::files::InputFile| {
        let Ok(text) = std::fs::read_to_string(&file.path) else { return 0 };
        Parser::new_ext(&text, options).into_offset_iter().map(|(_, range)| range.len()).fold(0_usize, usize::wrapping_add)
    };
    let files = plainly::input::files::find(&paths).files;
    let sum: usize = if files.len() < 5 { files.iter().map(events).sum() } else { files.par_iter().map(events).sum() };
    // the sum keeps the work from being left out
    println!("{} files, {sum}", files.len());
}
