//! Connected apps: what apps may do, and taking it back.

pub mod view;
