//! The `plainly` program: everything it does is in the library.

fn main() -> std::process::ExitCode {
    plainly::cli::run()
}
