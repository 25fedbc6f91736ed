//! `[phone]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::fault::Faults;
use super::super::values::{CookieDomain, CountryCode, Seconds};
use super::super::{Config, Mode};
use crate::model::phone_number::PhoneNumber;

/// The section `phone`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Phone {
    /// Whether people can have a phone number and sign in by a code that is sent to it. Needs `sms.webhook_url` and
    /// `phone.countries`.
    pub enabled: bool,
    /// The countries whose numbers are taken, by their two letters: `["DE", "AT"]`. No message is sent to any other, for messages
    /// cost money and whoever earns on those to far countries asks for many.
    pub countries: Vec<CountryCode>,
    /// Whether a code makes an account for a number that has none. Only while `registration.sign_up` is open.
    pub sign_up: bool,
    /// The domain of the mail address that such an account has until the person gives theirs: the digits of the number stand before
    /// it. Nothing is ever mailed to it.
    pub temporary_email_domain: CookieDomain,
    /// Whether people can sign in with their number and a password, in the place of a code.
    pub password: bool,
    /// Whether a forgotten password can be reset by a code that is sent to the number.
    pub password_reset: bool,
    /// How long a code works.
    pub seconds: Seconds,
    /// The most messages to the numbers of one country in an hour, whoever asks for them.
    #[schemars(range(min = 1))]
    pub hourly_messages_per_country: u32,
}

impl Default for Phone {
    fn default() -> Self {
        Self {
            enabled: false,
            countries: Vec::new(),
            sign_up: false,
            temporary_email_domain: CookieDomain::of_program("phone.invalid"),
            password: true,
            password_reset: true,
            seconds: Seconds::new(300),
            hourly_messages_per_country: 300,
        }
    }
}

impl Phone {
    /// Whether messages are sent to this number.
    pub fn takes(&self, number: &PhoneNumber) -> bool {
        number.country().is_some_and(|country| self.countries.iter().any(|taken| taken.country() == country))
    }

    /// Whether this is a mail address that nobody reads.
    pub fn is_temporary_email(&self, address: &str) -> bool {
        address.rsplit_once('@').is_some_and(|(_, domain)| domain == self.temporary_email_domain.as_str())
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if !self.enabled {
            return;
        }
        if self.countries.is_empty() {
            let remedy = "name the countries that your people live in, such as [\"DE\", \"AT\"]";
            faults.add(config.fault("phone.countries", "it is needed when phone.enabled is true", remedy));
        }
        if !config.sms.is_configured() && config.mode() == Mode::Serve {
            let remedy = "write the address of your gateway for text messages";
            faults.add(config.fault("sms.webhook_url", "it is needed when phone.enabled is true", remedy));
        }
    }
}
