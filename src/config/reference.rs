//! `docs/configuration.md`, made from the code.

use std::fmt::Write as _;

use serde_json::Value;

use super::catalogue::{Catalogue, Key, keys_of_list, schema, takes};
use super::tables::LISTS;
use super::{Config, Mode};

const OPENING: &str = "\
# Configuration

<!-- Made from src/config by `VESTIBULE_UPDATE_DOCS=1 cargo test --test it config`. Do not edit. -->

Vestibule reads one TOML file: the one that `--config` names, else `vestibule.toml` in the working directory, if there is one. Every key has a
default, so a file needs only what differs:

```toml
[server]
public_url = \"https://id.example.com\"

[mail]
url_file = \"/run/secrets/mail-url\"
from = \"Example Login <login@example.com>\"
```

- **Order.** Defaults, then the file, then environment variables, then command-line flags: the later wins.
- **Environment.** Every key is also the variable `VESTIBULE__SECTION__KEY`. Lists are comma separated. An empty variable empties a list and unsets
  an optional key.
- **Tables.** A key that takes a table of declarations is written as TOML tables (`[users.additional_fields.company]`), or as one JSON object in its
  variable; an empty variable empties it.
- **Secrets.** A secret key `x` can be given as the path of a file that holds it: `x_file` in TOML, `VESTIBULE__SECTION__X_FILE` in the environment. Space
  around the file's content is dropped. Secrets are never printed.
- **Faults.** An unknown key is a fault, and names the key that was probably meant. All faults are reported together, and nothing starts with one.
- **Paths** are relative to the working directory.

`vestibule config check` judges a configuration, `vestibule config show --origin` prints what holds and where each value comes from, and
`vestibule config schema` prints the JSON Schema for editors.
";

/// The reference page, in Markdown.
pub fn reference() -> String {
    let catalogue = Catalogue::new();
    let schema = schema();
    let defaults = [Mode::Serve, Mode::Dev].map(|mode| serde_json::to_value(Config::default_for(mode)).unwrap_or_default());
    let mut page = OPENING.to_owned();
    let sections = schema.pointer("/properties").and_then(Value::as_object).into_iter().flatten();
    for (section, schema) in sections.filter(|(section, _)| !LISTS.contains(&section.as_str())) {
        let meaning = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## `[{section}]`\n\n{meaning}\n\n");
        page.push_str("| key | takes | default | environment | meaning |\n|---|---|---|---|---|\n");
        for key in catalogue.section(section) {
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | `{}` | {} |",
                key.name,
                cell(&key.takes()),
                default(key, &defaults),
                key.variable(),
                cell(key.meaning())
            );
        }
    }
    LISTS.iter().for_each(|list| write_list(&mut page, &schema, list));
    page
}

/// A list of tables. It has no variable for each key: `VESTIBULE__WEBHOOKS` holds a whole list as JSON.
fn write_list(page: &mut String, schema: &Value, list: &str) {
    let meaning = schema.pointer(&format!("/properties/{list}/description")).and_then(Value::as_str).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "\n## `[[{list}]]`\n\n{meaning} In the environment `VESTIBULE__{}` holds the whole list as a JSON array.\n\n",
        list.to_uppercase()
    );
    page.push_str("| key | takes | default | meaning |\n|---|---|---|---|\n");
    for (name, schema) in keys_of_list(schema, list) {
        let default = match schema.get("default") {
            None | Some(Value::Null) => "–".to_owned(),
            Some(Value::Array(items)) if items.is_empty() => "none".to_owned(),
            Some(value) => format!("`{value}`"),
        };
        let text = |name: &str| schema.get(name).and_then(Value::as_str).unwrap_or_default();
        let _ = writeln!(page, "| `{name}` | {} | {default} | {} |", cell(&takes(schema)), cell(text("description")));
    }
}

fn default(key: &Key, defaults: &[Value; 2]) -> String {
    let pointer = format!("/{}/{}", key.section, key.name);
    let [serve, dev] = defaults.each_ref().map(|values| match values.pointer(&pointer) {
        None | Some(Value::Null) => "–".to_owned(),
        Some(Value::Array(items)) if items.is_empty() => "none".to_owned(),
        Some(Value::Object(members)) if members.is_empty() => "none".to_owned(),
        Some(value) => format!("`{value}`"),
    });
    if serve == dev { serve } else { format!("{serve}; dev mode {dev}") }
}

/// One line, without what would end a table's cell.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
