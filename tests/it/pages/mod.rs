//! Pages and mails: every one is rendered from samples in every language and looked over.

mod assets;
mod brand_color;
mod catalogue;
mod contact_sheet;
mod languages;
mod mails;
mod markup;
mod rendering;
mod samples;
