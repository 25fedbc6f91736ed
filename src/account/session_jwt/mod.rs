//! Sessions as signed JWTs, for services that know nobody's cookies. They are made by `tokens::session_jwt`; `get-session` brings one
//! along too.

pub mod api;
