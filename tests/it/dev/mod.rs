//! What only `vestibule dev` has.

mod demo_app;
mod mailbox;
mod start;
