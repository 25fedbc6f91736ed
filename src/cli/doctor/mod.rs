//! `vestibule doctor`: looks at what the server rests on, and changes nothing. One line each, with advice.

mod clock;
mod database;
mod mail;
mod network;
mod outbox;
mod text_messages;

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::opening::Setting;
use super::output::Tone;
use super::telemetry::{self, Program};
use super::{Format, output};
use crate::config::{Config, Mode};
use crate::model::email::EmailAddress;
use crate::model::phone_number::PhoneNumber;

/// What `vestibule doctor` is told.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Send a mail to this address, to see that mail arrives
    #[arg(long, value_name = "ADDRESS")]
    send_test_mail: Option<EmailAddress>,
    /// Send a text message to this number, to see that text messages arrive
    #[arg(long, value_name = "NUMBER")]
    send_test_text_message: Option<PhoneNumber>,
    #[command(flatten)]
    format: Format,
}

/// What was found about one thing.
struct Finding {
    subject: &'static str,
    tone: Tone,
    detail: String,
}

impl Finding {
    fn ok(subject: &'static str, detail: impl Into<String>) -> Self {
        Self { subject, tone: Tone::Good, detail: detail.into() }
    }

    fn warn(subject: &'static str, detail: impl Into<String>) -> Self {
        Self { subject, tone: Tone::Warning, detail: detail.into() }
    }

    fn fail(subject: &'static str, detail: impl Into<String>) -> Self {
        Self { subject, tone: Tone::Bad, detail: detail.into() }
    }

    const fn level(&self) -> &'static str {
        match self.tone {
            Tone::Good => "ok",
            Tone::Warning => "warn",
            Tone::Bad => "fail",
        }
    }

    fn value(&self) -> Value {
        json!({ "subject": self.subject, "level": self.level(), "detail": self.detail })
    }
}

/// Looks at everything and prints what it finds.
pub async fn run(arguments: &Arguments, setting: &Setting) -> Result<(), Failure> {
    let findings = match Config::load(&setting.sources(), Mode::Serve) {
        Ok(config) => examine(&config, arguments, setting).await?,
        // Without a configuration there is nothing else to look at.
        Err(faults) => faults.iter().map(|fault| Finding::fail("configuration", fault.to_string())).collect(),
    };
    if arguments.format.json {
        output::json(&findings.iter().map(Finding::value).collect());
    } else {
        for finding in &findings {
            let level = finding.tone.word(&format!("{:<4}", finding.level()));
            output::line(format_args!("{level}  {:<13}  {}", finding.subject, finding.detail.replace('\n', " ")));
        }
    }
    if findings.iter().any(|finding| finding.tone == Tone::Bad) { Err(Failure::Told) } else { Ok(()) }
}

async fn examine(config: &Config, arguments: &Arguments, setting: &Setting) -> Result<Vec<Finding>, Failure> {
    let telemetry = telemetry::start(config, Program::Command)?;
    let now = setting.clock.now();
    let mut findings = vec![Finding::ok("configuration", "every setting is sound")];
    findings.extend(config.warnings().into_iter().map(|warning| Finding::warn("configuration", warning)));
    let (looked, newest) = database::examine(config).await;
    findings.extend(looked);
    findings.push(clock::examine(config, newest, now));
    findings.push(mail::examine(config, arguments.send_test_mail.as_ref(), setting).await);
    findings.extend(text_messages::examine(config, arguments.send_test_text_message.as_ref(), setting).await);
    findings.push(network::public_url(config).await);
    findings.extend(network::proxies(config));
    telemetry.finish().await;
    Ok(findings)
}
