//! Many requests at once for what may happen once, on every engine.

mod links;
