//! `plainly new`: skeletons of documents that invite people. Every slot is an element that readers look for.

use std::fs::OpenOptions;
use std::io::Write;

use super::args::{NewArgs, Skeleton};
use super::{complain, exit, print};

/// Runs the command.
pub fn run(args: &NewArgs) -> u8 {
    let text = skeleton(args.what);
    let Some(path) = &args.output else {
        return match print(text.as_bytes()) {
            Ok(_) => exit::CLEAN,
            Err(code) => code,
        };
    };
    // a document that is there is never written over
    let written = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => exit::CLEAN,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            complain(&format!("`{}` is there already; give another name", path.display()));
            exit::TROUBLE
        }
        Err(error) => {
            complain(&format!("`{}` cannot be written: {error}", path.display()));
            exit::TROUBLE
        }
    }
}

/// The text of a skeleton.
fn skeleton(what: Skeleton) -> &'static str {
    match what {
        Skeleton::Invitation => include_str!("../../wordlists/skeletons/invitation.md"),
        Skeleton::Consultation => include_str!("../../wordlists/skeletons/consultation.md"),
        Skeleton::Plan => include_str!("../../wordlists/skeletons/plan.md"),
    }
}
