//! `vestibule`: everything is in the library; here it is started.

use std::process::ExitCode;

/// Steady under many small allocations from many threads, also where the system's allocator is not.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    vestibule::cli::main()
}
