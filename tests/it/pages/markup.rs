//! A strict reader of our own HTML: every element is closed in order and every attribute is quoted.

use std::collections::HashMap;

const VOID: [&str; 6] = ["meta", "link", "input", "img", "hr", "br"];
const RAW: [&str; 2] = ["script", "style"];

/// One start tag, with the text that follows it up to the next tag.
#[derive(Debug)]
pub struct Element {
    pub tag: String,
    pub attributes: HashMap<String, String>,
    /// The text of the element and of those inside it.
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Reads a document; the first fault is the error.
pub fn read(html: &str) -> Result<Vec<Element>, String> {
    let mut rest = html.trim_start().strip_prefix("<!doctype html>").ok_or("no doctype")?;
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some(start) = rest.find('<') {
        let (text, after) = rest.split_at(start);
        for index in &open {
            if let Some(element) = elements.get_mut(*index) {
                element.text.push_str(text);
            }
        }
        rest = after.strip_prefix('<').unwrap_or(after);
        if let Some(after) = rest.strip_prefix('/') {
            let (name, after) = after.split_once('>').ok_or("a tag without end")?;
            let index = open.pop().ok_or_else(|| format!("</{name}> closes nothing"))?;
            let opened = tag_of(&elements, index);
            if opened != name {
                return Err(format!("</{name}> closes <{opened}>"));
            }
            rest = after;
            continue;
        }
        let (element, after) = start_tag(rest)?;
        rest = after;
        if RAW.contains(&element.tag.as_str()) && !rest.starts_with("</") {
            return Err(format!("<{}> has content", element.tag));
        }
        let void = VOID.contains(&element.tag.as_str());
        let closed = element.attributes.contains_key("/");
        elements.push(element);
        if !void && !closed {
            open.push(elements.len() - 1);
        }
    }
    match open.last() {
        Some(index) => Err(format!("<{}> is never closed", tag_of(&elements, *index))),
        None => Ok(elements),
    }
}

fn tag_of(elements: &[Element], index: usize) -> &str {
    elements.get(index).map_or("", |element| &element.tag)
}

fn start_tag(rest: &str) -> Result<(Element, &str), String> {
    let name_end = rest.find(|character: char| !character.is_ascii_alphanumeric()).ok_or("a tag without end")?;
    let tag = rest[..name_end].to_owned();
    if tag.is_empty() {
        return Err(format!("a bare < before {:?}", rest.chars().take(20).collect::<String>()));
    }
    let mut attributes = HashMap::new();
    let mut rest = &rest[name_end..];
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((Element { tag, attributes, text: String::new() }, after));
        }
        if let Some(after) = rest.strip_prefix('/') {
            attributes.insert("/".to_owned(), String::new());
            rest = after;
            continue;
        }
        let end = rest.find(['=', ' ', '>', '\n']).ok_or("a tag without end")?;
        let name = rest[..end].to_owned();
        if name.is_empty() || name.contains(['<', '"', '\'']) {
            return Err(format!("<{tag}> has an attribute called {name:?}"));
        }
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let (quoted, after) = after.split_once('"').ok_or("a quote without end")?;
            value = quoted.to_owned();
            rest = after;
        } else if rest.starts_with('=') {
            return Err(format!("<{tag} {name}> is not quoted"));
        }
        if attributes.insert(name.clone(), value).is_some() {
            return Err(format!("<{tag}> has {name} twice"));
        }
    }
}
