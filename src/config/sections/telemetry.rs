//! `[telemetry]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::{LogFilter, WebUrl};

/// The section `telemetry`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Telemetry {
    /// Where traces are sent (OTLP over HTTP). By default nowhere.
    pub otlp_endpoint: Option<WebUrl>,
    /// The form of log lines.
    pub log_format: LogFormat,
    /// Which log lines are written.
    pub log_filter: LogFilter,
}

impl Default for Telemetry {
    fn default() -> Self {
        Self { otlp_endpoint: None, log_format: LogFormat::Auto, log_filter: LogFilter::info() }
    }
}

/// The form of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    Auto,
    /// For people.
    Text,
    /// For machines, one object a line.
    Json,
}
