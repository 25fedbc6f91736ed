//! `vestibule`: everything is in the library; here it is started.

use std::process::ExitCode;

/// Steady under many small allocations from many threads, also where the system's allocator is not. Without huge pages, which would
/// keep a third more memory for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    vestibule::cli::main()
}
