//! Addresses and signatures of Ethereum, against what viem 2.57 writes and the addresses of EIP-55.

use vestibule::crypto::ethereum::{EthereumAddress, signer};

/// Address, text, signature.
const SIGNED: [(&str, &str, &str); 3] = [
    (
        "0x4f7a9208177E6ed0fB2A50ee04eB0fe03a0fb43E",
        "id.example.com wants you to sign in with your Ethereum account:\n0x4f7a9208177E6ed0fB2A50ee04eB0fe03a0fb43E\n\n\nURI: https://id.example.com\nVersion: 1\nChain ID: 1\nNonce: abcdefgh12345678\nIssued At: 2026-11-22T05:00:00.000Z",
        "0x1c99df32087c628ab8d026ea209da30089b3ca7a8c57605732dedb37c65e978d438bfab7a83220b6e3cbf27281b8e1c1b59b1fdbb0975b2b59a9c0fe350c51a61c",
    ),
    (
        "0x85f42B504A545De035b49C6609480f0d225A41d7",
        "https://id.example.com wants you to sign in with your Ethereum account:\n0x85f42B504A545De035b49C6609480f0d225A41d7\n\nI accept the terms: https://example.com/terms\n\nURI: https://id.example.com\nVersion: 1\nChain ID: 137\nNonce: abcdefgh12345678\nIssued At: 2026-11-22T05:00:00.000Z\nExpiration Time: 2026-11-22T05:15:00.000Z\nNot Before: 2026-11-22T05:00:00.000Z\nRequest ID: request-1\nResources:\n- https://example.com/a\n- ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/",
        "0xe5108b53f392898075b29036a21e75a0fc4e20be65c3ef874c0f0323cb12129b10862d145b2d50d92b1a0332ab7f542698aee5e05b0c1efaa39a2d02139f94cc1b",
    ),
    (
        "0x0a4dF645196c704f533fdC3Df856F2068c59087E",
        "Grüße, 世界\n",
        "0x346f1705bd201f947541e7f36130537738d306249c74774732ca0d57729b110f18bdb0855c8ed0fa313e3e6a40a9e657989bc564e50419ba448ba4ddaf65c6991c",
    ),
];

/// EIP-55, "Test Cases".
const SPELT: [&str; 8] = [
    "0x52908400098527886E0F7030069857D2E4169EE7",
    "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
    "0xde709f2102306220921060314715629080e2fb77",
    "0x27b1fdb04752bbc536007a920d24acb045561c26",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
];

#[test]
fn the_signer_of_each_vector() {
    for (address, message, signature) in SIGNED {
        assert_eq!(signer(message, signature), EthereumAddress::parse(address), "{address}");
    }
}

#[test]
fn addresses_have_one_spelling() {
    for text in SPELT {
        assert_eq!(EthereumAddress::parse(text).map(|address| address.to_string()).as_deref(), Some(text));
    }
    let mixed = SPELT[4];
    let short = mixed.get(..41).unwrap();
    for text in [&mixed.to_lowercase(), &mixed.to_uppercase(), mixed.trim_start_matches("0x"), short, &format!("{mixed}0"), ""] {
        assert_eq!(EthereumAddress::parse(text), None, "{text}");
    }
}

#[test]
fn another_text_or_signature_has_another_signer_or_none() {
    let (address, message, signature) = SIGNED[0];
    let address = EthereumAddress::parse(address);
    assert_ne!(signer(&format!("{message} "), signature), address);
    assert_ne!(signer(message, SIGNED[1].2), address);
    let digits = signature.trim_start_matches("0x");
    let body = digits.get(..128).unwrap();
    for text in [
        digits,
        &format!("0x{body}"),
        &format!("0x{body}00"),
        &format!("0x{body}1d"),
        &format!("0x{body}ff"),
        &format!("{signature}00"),
        &format!("0x{}", "z".repeat(130)),
        &format!("0x{}1c", "0".repeat(128)),
        "0x",
        "",
    ] {
        assert_eq!(signer(message, text), None, "{text}");
    }
    assert_ne!(signer(message, &format!("0x{body}1b")), address);
}

/// The order of the curve less `s`, with the other recovery byte, fits the same text (EIP-2).
#[test]
fn the_mirror_of_a_signature_is_none() {
    let (_, message, signature) = SIGNED[0];
    let bytes = hex::decode(signature.trim_start_matches("0x")).unwrap();
    let whole = k256::ecdsa::Signature::from_slice(&bytes[..64]).unwrap();
    let mirrored = k256::ecdsa::Signature::from_scalars(whole.r().to_bytes(), (-*whole.s()).to_bytes()).unwrap();
    let flipped = if bytes[64] == 27 { "1c" } else { "1b" };
    assert_eq!(signer(message, &format!("0x{}{flipped}", hex::encode(mirrored.to_bytes()))), None);
}
