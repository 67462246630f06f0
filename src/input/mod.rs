//! Which files are read, and how bytes become text: the only place that knows the file system, encodings, lines and columns.

pub mod files;
pub mod position;
pub mod source;
pub mod span;
