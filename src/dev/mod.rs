//! What only `vestibule dev` has: the mailbox and the demo app. Their pages are for developers and in English only.
//!
//! May not use the other slices of level 7: oauth, login, account, admin. The demo app is a relying party on an origin of its own
//! and reaches the provider by HTTP alone.

pub mod view;
