//! `[captcha]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Seconds, Secret, Text, WebUrl};

/// The section `captcha`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Captcha {
    /// Who tells people from programs. The hosted pages load nothing from third parties: whatever stands here but `off`, they are guarded
    /// by the proof of work.
    pub provider: CaptchaProvider,
    /// The secret that the provider gave out; not for the proof of work.
    pub secret_key: Option<Secret>,
    /// The site key; hCaptcha and CaptchaFox then make sure that the answer is for it.
    pub site_key: Option<Text>,
    /// The calls of the JSON interface that are guarded, and with them the pages that do the same. `*` stands for any name, `**` for any
    /// path.
    pub endpoints: Vec<String>,
    /// Where the provider checks answers, if not at its own address.
    pub verify_url: Option<WebUrl>,
    /// The least score that reCAPTCHA v3 may give, in hundredths.
    #[schemars(range(min = 0, max = 100))]
    pub minimum_score_percent: u32,
    /// The action that the answer must be for; Turnstile and reCAPTCHA v3 only.
    pub expected_action: Option<Text>,
    /// The hosts that the answer may come from; Turnstile and reCAPTCHA only. By default any.
    pub allowed_hostnames: Vec<String>,
    /// How many leading zero bits the proof of work needs. Each more doubles the work; 18 take a phone about a second.
    #[schemars(range(min = 1, max = 28))]
    pub difficulty_bits: u32,
    /// How long somebody waits on a guarded page whose browser runs no scripts.
    pub wait_seconds: Seconds,
}

impl Default for Captcha {
    fn default() -> Self {
        Self {
            provider: CaptchaProvider::Off,
            secret_key: None,
            site_key: None,
            endpoints: ["/sign-up/email", "/sign-in/email", "/request-password-reset"].map(str::to_owned).to_vec(),
            verify_url: None,
            minimum_score_percent: 50,
            expected_action: None,
            allowed_hostnames: Vec::new(),
            difficulty_bits: 18,
            wait_seconds: Seconds::new(20),
        }
    }
}

/// Who tells people from programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum CaptchaProvider {
    /// Nobody.
    Off,
    /// Cloudflare Turnstile.
    CloudflareTurnstile,
    /// Google reCAPTCHA, version 2 or 3.
    GoogleRecaptcha,
    /// hCaptcha.
    Hcaptcha,
    /// CaptchaFox.
    Captchafox,
    /// This server: browsers show that they worked for it. No third party is asked.
    ProofOfWork,
}

impl CaptchaProvider {
    /// Where the provider checks answers; none for those who are no third party.
    pub const fn verify_url(self) -> Option<&'static str> {
        match self {
            Self::Off | Self::ProofOfWork => None,
            Self::CloudflareTurnstile => Some("https://challenges.cloudflare.com/turnstile/v0/siteverify"),
            Self::GoogleRecaptcha => Some("https://www.google.com/recaptcha/api/siteverify"),
            Self::Hcaptcha => Some("https://api.hcaptcha.com/siteverify"),
            Self::Captchafox => Some("https://api.captchafox.com/siteverify"),
        }
    }
}

impl Captcha {
    /// Whether anything is guarded.
    pub fn is_on(&self) -> bool {
        self.provider != CaptchaProvider::Off
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.provider.verify_url().is_some() && self.secret_key.is_none() {
            let remedy = "write the secret that the provider gave out";
            faults.add(config.fault("captcha.secret_key", "it is needed for this captcha.provider", remedy));
        }
        if let Some(path) = self.endpoints.iter().find(|path| !path.starts_with('/')) {
            let problem = format!("{path:?} is no path");
            faults.add(config.fault("captcha.endpoints", problem, "write paths such as /sign-in/email"));
        }
    }
}
