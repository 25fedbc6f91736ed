//! `vestibule dev`: a login server, a demo app to sign in to, and a mailbox, on this machine alone.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::opening::Setting;
use super::output;
use super::serve::stop_signal;
use super::telemetry::{self, Program};
use crate::admin::setup;
use crate::app::{App, DevParts};
use crate::boot::{self, Surroundings};
use crate::config::{Config, Mode, Sources};
use crate::dev::demo_app::{self, DemoSettings};
use crate::dev::{self, DevStart};
use crate::serve::{self, Beside, ServeError};

const DEMO_PORT: u16 = 9190;

/// What `vestibule dev` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Keep the database and the master key in this folder
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The login server's port; 0 picks a free one [default: 9180]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The demo app's port; 0 picks a free one [default: 9190, or a free one with --port 0]
    #[arg(long, value_name = "N")]
    demo_port: Option<u16>,
    /// Print one line of JSON with the addresses and the account to try
    #[arg(long)]
    json: bool,
}

impl Arguments {
    /// Whoever leaves the choice of one port leaves that of both.
    fn demo_port(&self) -> u16 {
        self.demo_port.unwrap_or(if self.port == Some(0) { 0 } else { DEMO_PORT })
    }
}

/// Runs all three until Ctrl-C.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let mut sources = setting.sources();
    if let Some(folder) = &arguments.data {
        let database = format!("sqlite://{}", folder.join("vestibule.db").display());
        let master_key = folder.join("master.key").display().to_string();
        sources = sources.flag("--data", "database.url", database).flag("--data", "keys.master_file", master_key);
    }
    let (config, listeners) = listen(arguments.port, sources)?;
    let demo = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.demo_port()));
    let demo = bind(demo, "--demo-port")?;
    let telemetry = telemetry::start(&config, Program::Dev)?;
    let outcome = try_out(arguments, config, listeners, demo).await;
    telemetry.finish().await;
    outcome
}

/// Takes the port first, because the public URL holds it.
fn listen(port: Option<u16>, sources: Sources) -> Result<(Config, Vec<TcpListener>), Failure> {
    let Some(port) = port else {
        let config = Config::load(&sources, Mode::Dev)?;
        let listeners = config.server.listen.iter().map(|address| bind(address.socket(), "--port"));
        let listeners = listeners.collect::<Result<Vec<TcpListener>, _>>()?;
        return Ok((config, listeners));
    };
    let listener = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)), "--port")?;
    let address = local_address(&listener)?;
    let sources = sources.flag("--port", "server.listen", address.to_string()).flag(
        "--port",
        "server.public_url",
        format!("http://localhost:{}", address.port()),
    );
    Ok((Config::load(&sources, Mode::Dev)?, vec![listener]))
}

fn bind(address: SocketAddr, flag: &str) -> Result<TcpListener, Failure> {
    serve::bind(address).map_err(|error| match error {
        ServeError::Listen { address, source } => {
            Failure::failed(format!("cannot listen on {address}: {source}; {flag} 0 picks a free port"))
        }
        other => other.into(),
    })
}

fn local_address(listener: &TcpListener) -> Result<SocketAddr, Failure> {
    listener.local_addr().map_err(|error| Failure::failed(error.to_string()))
}

async fn try_out(arguments: &Arguments, config: Config, listeners: Vec<TcpListener>, demo: TcpListener) -> Result<(), Failure> {
    let demo_origin = format!("http://{}", local_address(&demo)?);
    let parts = DevParts { demo_app: demo_origin.clone() };
    let app = boot::open(config, Surroundings::of_dev(parts)).await?;
    let (start, router) = furnish(&app, demo_origin, arguments.data.clone()).await?;
    let stop = stop_signal()?;
    if arguments.json {
        output::line(start.json());
    } else {
        output::raw(start.to_string().as_bytes());
    }
    Ok(serve::run(app, listeners, vec![Beside { listener: demo, router }], stop).await?)
}

/// The demo app, and somebody to sign in as.
async fn furnish(app: &App, demo_origin: String, data: Option<PathBuf>) -> Result<(DevStart, axum::Router), Failure> {
    let refused = |error: String| Failure::failed(format!("the demo app cannot be set up: {error}"));
    let now = app.clock.now();
    let client = dev::demo_client(app, &demo_origin, now).await.map_err(|error| refused(error.to_string()))?;
    let person = dev::seed(app, now).await.map_err(|error| refused(error.to_string()))?;
    let settings = DemoSettings {
        origin: demo_origin.clone(),
        issuer: app.config.issuer().to_owned(),
        client,
        try_account: Some(person.clone()),
        clock: app.clock.clone(),
        entropy: app.entropy.clone(),
    };
    let router = demo_app::router(settings).map_err(|error| refused(error.to_string()))?;
    let start = DevStart {
        public_url: app.config.server.public_url.as_str().to_owned(),
        issuer: app.config.issuer().to_owned(),
        demo_app: demo_origin,
        setup: setup::create_link(app, now).await?,
        person,
        data,
    };
    Ok((start, router))
}
