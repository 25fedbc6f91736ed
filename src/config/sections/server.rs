//! `[server]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::fault::{Fault, Faults};
use super::super::values::{Issuer, ListenAddress, Network, PublicUrl, Seconds};
use super::super::{Config, Mode};
use crate::model::trusted_origin::OriginPattern;

/// The section `server`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// The address under which browsers and apps reach Vestibule. Plain http is accepted on a loopback host only.
    pub public_url: PublicUrl,
    /// The addresses to listen on. Port 0 picks a free one.
    pub listen: Vec<ListenAddress>,
    /// The issuer identifier in discovery and tokens. By default `server.public_url`; those who come from Better Auth's provider
    /// write `<public_url>/api/auth`. It must lie on `server.public_url`.
    pub issuer: Option<Issuer>,
    /// Origins, besides `server.public_url`, whose scripts may call the JSON API with cookies and to which people may be sent back.
    pub trusted_origins: Vec<OriginPattern>,
    /// Networks of the reverse proxies whose `X-Forwarded-For` and `X-Request-Id` headers are believed.
    pub trusted_proxies: Vec<Network>,
    /// A separate address for `/metrics`, `/healthz` and `/readyz`.
    pub management_listen: Option<ListenAddress>,
    /// After how long an unfinished request is answered with 408.
    pub request_timeout_seconds: Seconds,
    /// How long running requests may take to finish when the server is told to stop.
    pub shutdown_grace_seconds: Seconds,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            public_url: PublicUrl::localhost(9180),
            listen: vec![ListenAddress::loopback(9180)],
            issuer: None,
            trusted_origins: Vec::new(),
            trusted_proxies: Vec::new(),
            management_listen: None,
            request_timeout_seconds: Seconds::new(30),
            shutdown_grace_seconds: Seconds::new(15),
        }
    }
}

impl Server {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.listen.is_empty() {
            faults.add(config.fault("server.listen", "there is no address", "write at least one, such as 127.0.0.1:9180"));
        }
        if let Some(management) = self.management_listen
            && management.socket().port() != 0
            && self.listen.contains(&management)
        {
            let problem = "it is the same as server.listen";
            faults.add(config.fault("server.management_listen", problem, "write another port, such as 127.0.0.1:9181"));
        }
        faults.extend(self.check_issuer(config));
        if config.mode() == Mode::Dev {
            self.check_dev(config, faults);
        }
    }

    fn check_issuer(&self, config: &Config) -> Option<Fault> {
        let issuer = self.issuer.as_ref().filter(|issuer| issuer.origin() != self.public_url.as_str())?;
        let problem = format!("{:?} does not lie on server.public_url {:?}", issuer.as_str(), self.public_url.as_str());
        let remedy = format!("write {0}, or {0} and a path", self.public_url);
        Some(config.fault("server.issuer", problem, remedy))
    }

    /// The dev mode has a mailbox that everybody can read, so nobody else may reach it.
    fn check_dev(&self, config: &Config, faults: &mut Faults) {
        if !self.public_url.is_loopback() {
            let problem = format!("the dev mode is for this machine only, not for {}", self.public_url);
            faults.add(config.fault("server.public_url", problem, "write http://localhost:9180, or use `vestibule serve`"));
        }
        for address in self.listen.iter().filter(|address| !address.socket().ip().is_loopback()) {
            let problem = format!("the dev mode listens on loopback addresses only, not on {}", address.socket());
            faults.add(config.fault("server.listen", problem, "write 127.0.0.1:9180, or use `vestibule serve`"));
        }
    }
}
