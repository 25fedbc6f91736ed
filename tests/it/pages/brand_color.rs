//! The operator's colour keeps its contrast.

use vestibule::web::brand_color::{BrandColor, NotAColor};

fn value(stylesheet: &str, name: &str) -> [u8; 3] {
    let line = stylesheet.lines().find_map(|line| line.trim().strip_prefix(&format!("{name}: #"))).unwrap();
    hex::decode(line.trim_end_matches(';')).unwrap().try_into().unwrap()
}

/// WCAG 2.2's contrast, worked out apart from the product's.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let luminance = |color: [u8; 3]| {
        let [red, green, blue] = color.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_gives_readable_buttons_and_links() {
    for color in ["#3b5bdb", "#ffe600", "#000000", "#ffffff", "#e8590c", "#0b7285", "#12b886", "#808080"] {
        let stylesheet = color.parse::<BrandColor>().unwrap().stylesheet();
        assert!(contrast(value(&stylesheet, "--action"), [0xff; 3]) >= 4.5, "{color} button");
        for ground in [[0xf6, 0xf5, 0xf2], [0xff; 3]] {
            assert!(contrast(value(&stylesheet, "--link-light"), ground) >= 4.5, "{color} link, light");
        }
        for ground in [[0x12, 0x13, 0x16], [0x1b, 0x1d, 0x21]] {
            assert!(contrast(value(&stylesheet, "--link-dark"), ground) >= 4.5, "{color} link, dark");
        }
    }
}

#[test]
fn a_colour_is_six_digits_and_says_whether_white_can_be_read_on_it() {
    assert_eq!("3b5bdb".parse::<BrandColor>(), Err(NotAColor));
    assert_eq!("#3b5bdb;}".parse::<BrandColor>(), Err(NotAColor));
    assert_eq!("#3b5bd".parse::<BrandColor>(), Err(NotAColor));
    assert!("#3b5bdb".parse::<BrandColor>().unwrap().carries_white());
    assert!(!"#ffe600".parse::<BrandColor>().unwrap().carries_white());
    assert_eq!("#3B5BDB".parse::<BrandColor>().unwrap().to_string(), BrandColor::default().to_string());
}
