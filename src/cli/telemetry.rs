//! Logs and traces of this process.
//!
//! Log lines go to standard error: text on a terminal, JSON elsewhere, or as `telemetry.log_format` says. With
//! `telemetry.otlp_endpoint` our own spans are exported by OTLP over HTTP (protocol buffers). They hold method, route, status and ids;
//! no query string, no body, no secret: nothing of other crates is exported, because theirs might.

use std::future::Future;
use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::time::Duration;

use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::WithExportConfig as _;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};
use opentelemetry_sdk::trace::{SdkTracerProvider, SpanData, SpanExporter};
use tokio::runtime::Handle;
use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer, fmt, registry, reload};

use super::failure::Failure;
use super::output;
use crate::config::{Config, LogFilter, LogFormat, Origin, WebUrl};

/// How long the last spans may take to leave.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(5);

/// Whose logs they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// A server: everything that the filter lets through, and traces.
    Server,
    /// The server of `vestibule dev`: traces, but of logs only what is wrong, unless a filter is set.
    Dev,
    /// A command that ends by itself: only what is wrong, unless a filter is set.
    Command,
}

/// Logging and tracing as they were set up. Hand it back with [`Telemetry::finish`], or the last spans are lost.
#[must_use]
pub struct Telemetry {
    provider: Option<SdkTracerProvider>,
    filter: FilterControl,
}

/// Puts another filter in the place of the one that decides which log lines are written.
#[derive(Clone)]
pub struct FilterControl(Arc<dyn Fn(EnvFilter) -> Result<(), reload::Error> + Send + Sync>);

impl FilterControl {
    /// From now on lines are written as `filter` says.
    pub fn set(&self, filter: &LogFilter) {
        if let Err(error) = self.0(EnvFilter::new(filter.as_str())) {
            tracing::error!(%error, "the log filter cannot be replaced");
        }
    }
}

/// Sets up logs and, for a server, traces. Call it once, within the runtime.
pub fn start(config: &Config, program: Program) -> Result<Telemetry, Failure> {
    let filter = match (program, config.origin("telemetry.log_filter")) {
        (Program::Dev | Program::Command, Origin::Default) => EnvFilter::new("warn"),
        _ => EnvFilter::new(config.telemetry.log_filter.as_str()),
    };
    let endpoint = config.telemetry.otlp_endpoint.as_ref().filter(|_| program != Program::Command);
    let provider = endpoint.map(tracer_provider).transpose()?;
    let traces = provider.as_ref().map(|provider| {
        let own = Targets::new().with_target(env!("CARGO_CRATE_NAME"), LevelFilter::INFO);
        tracing_opentelemetry::layer().with_tracer(provider.tracer(env!("CARGO_PKG_NAME"))).with_location(false).with_filter(own)
    });
    let (filter, handle) = reload::Layer::new(filter);
    let lines = lines(config.telemetry.log_format).with_filter(filter);
    let set = registry().with(traces).with(lines).try_init();
    set.map_err(|error| Failure::failed(format!("logging cannot be set up: {error}")))?;
    Ok(Telemetry { provider, filter: FilterControl(Arc::new(move |filter| handle.reload(filter))) })
}

impl Telemetry {
    /// What replaces the log filter while the program runs.
    pub fn filter(&self) -> FilterControl {
        self.filter.clone()
    }

    /// Sends what is still to be sent. An unreachable collector delays the end, but is no fault.
    pub async fn finish(self) {
        let Some(provider) = self.provider else { return };
        let flushed = tokio::task::spawn_blocking(move || provider.shutdown_with_timeout(FLUSH_TIMEOUT)).await;
        if !matches!(flushed, Ok(Ok(()))) {
            output::warning("the last spans did not reach telemetry.otlp_endpoint");
        }
    }
}

fn lines<S>(format: LogFormat) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    let terminal = io::stderr().is_terminal();
    let json = match format {
        LogFormat::Auto => !terminal,
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    if json {
        fmt::layer().with_writer(io::stderr).json().flatten_event(true).with_span_list(false).boxed()
    } else {
        fmt::layer().with_writer(io::stderr).with_ansi(terminal && output::colors()).boxed()
    }
}

fn tracer_provider(endpoint: &WebUrl) -> Result<SdkTracerProvider, Failure> {
    let refused = |error: String| Failure::failed(format!("telemetry.otlp_endpoint: {error}"));
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_endpoint(traces_address(endpoint))
        .build()
        .map_err(|error| refused(error.to_string()))?;
    let resource = Resource::builder().with_service_name(env!("CARGO_PKG_NAME")).build();
    let exporter = OnRuntime { exporter: Arc::new(exporter), runtime: Handle::current() };
    Ok(SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build())
}

/// A collector's address alone means the path that the OTLP specification gives traces.
fn traces_address(endpoint: &WebUrl) -> String {
    let mut address = endpoint.clone().into_url();
    if address.path() == "/" {
        address.set_path("/v1/traces");
    }
    address.into()
}

/// Exports on our runtime: batches are collected by a thread of their own, which has none, and the HTTP client needs one.
#[derive(Debug)]
struct OnRuntime<E> {
    exporter: Arc<E>,
    runtime: Handle,
}

impl<E: SpanExporter + 'static> SpanExporter for OnRuntime<E> {
    fn export(&self, batch: Vec<SpanData>) -> impl Future<Output = OTelSdkResult> + Send {
        let exporter = Arc::clone(&self.exporter);
        let task = self.runtime.spawn(async move { exporter.export(batch).await });
        async { task.await.unwrap_or_else(|error| Err(OTelSdkError::InternalFailure(error.to_string()))) }
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.exporter.shutdown_with_timeout(timeout)
    }

    fn force_flush(&self) -> OTelSdkResult {
        self.exporter.force_flush()
    }

    fn set_resource(&mut self, resource: &Resource) {
        // Called once, before the exporter is shared.
        if let Some(exporter) = Arc::get_mut(&mut self.exporter) {
            exporter.set_resource(resource);
        }
    }
}
