//! `vestibule healthcheck`: for containers that have no other program to ask with.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::opening::Setting;
use super::{Format, output, probe};
use crate::config::Config;

/// What `vestibule healthcheck` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The address to ask instead, such as http://127.0.0.1:9180/healthz
    #[arg(long)]
    url: Option<String>,
    #[command(flatten)]
    format: Format,
}

/// Asks once. Anything but 200 is a failure.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let url = match &arguments.url {
        Some(url) => url.clone(),
        None => own_url(&setting.config()?)?,
    };
    let answer = probe::get(&url).await;
    let healthy = matches!(&answer, Ok(answer) if answer.status() == http::StatusCode::OK);
    let detail = match &answer {
        Ok(answer) => format!("{url} answers {}", answer.status()),
        Err(reason) => format!("{url}: {reason}"),
    };
    if arguments.format.json {
        output::json(&json!({ "healthy": healthy, "detail": detail }));
        return if healthy { Ok(()) } else { Err(Failure::Told) };
    }
    if healthy {
        output::line(detail);
        Ok(())
    } else {
        Err(Failure::failed(detail))
    }
}

fn own_url(config: &Config) -> Result<String, Failure> {
    let address = config.server.management_listen.or_else(|| config.server.listen.first().copied());
    match address.map(|address| address.socket()).filter(|socket| socket.port() != 0) {
        Some(socket) => Ok(format!("http://{}/healthz", reachable(socket))),
        None => Err(Failure::usage("server.listen lets the system choose the port: name the address with --url")),
    }
}

/// Who listens on every address listens on the loopback one.
fn reachable(socket: SocketAddr) -> SocketAddr {
    let address = match socket.ip() {
        IpAddr::V4(address) if address.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(address) if address.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        address => address,
    };
    SocketAddr::new(address, socket.port())
}
