//! Clients that we did not write, against the app on a socket of this machine.

mod openidconnect;
