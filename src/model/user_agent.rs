//! What a `user-agent` header tells about a device: enough for a person to recognise it in a list. Nothing is decided by it.

/// Marks and names, in the order in which they are looked for: most browsers also carry the marks of those they imitate.
const BROWSERS: [(&str, &str); 15] = [
    ("EdgiOS/", "Edge"),
    ("EdgA/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("HeadlessChrome/", "Chromium"),
    ("Chromium/", "Chromium"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("Wget/", "Wget"),
];

const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
    ("X11", "Unix"),
];

/// A guess at the device behind a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Device {
    /// The browser, or the program.
    pub browser: Option<&'static str>,
    /// The operating system, or the kind of device.
    pub system: Option<&'static str>,
}

impl Device {
    /// Guesses from a `user-agent` header.
    pub fn guess(user_agent: &str) -> Self {
        Self { browser: first(&BROWSERS, user_agent), system: first(&SYSTEMS, user_agent) }
    }

    /// The form that is stored; none of a device that nothing is known of.
    pub fn stored(&self) -> Option<String> {
        let known = self.browser.is_some() || self.system.is_some();
        known.then(|| format!("{}/{}", self.browser.unwrap_or_default(), self.system.unwrap_or_default()))
    }

    /// Reads what [`Self::stored`] wrote; a name that this binary does not know is left out.
    pub fn parse(text: &str) -> Self {
        let (browser, system) = text.split_once('/').unwrap_or((text, ""));
        Self { browser: named(&BROWSERS, browser), system: named(&SYSTEMS, system) }
    }
}

fn named(marks: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    marks.iter().find(|(_, known)| *known == name).map(|(_, known)| *known)
}

fn first(marks: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}
