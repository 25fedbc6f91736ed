//! Socket addresses and networks.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An address and port to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "an IP address and port, such as 127.0.0.1:9180 or [::]:9180")]
pub struct ListenAddress(SocketAddr);

impl ListenAddress {
    /// `127.0.0.1:<port>`.
    pub fn loopback(port: u16) -> Self {
        Self(SocketAddr::from(([127, 0, 0, 1], port)))
    }

    /// For binding.
    pub const fn socket(self) -> SocketAddr {
        self.0
    }
}

impl TryFrom<String> for ListenAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let Some((address, port)) = text.rsplit_once(':') else { return Err(format!("{text:?} has no port")) };
        if port.parse::<u16>().is_err() {
            return Err(format!("the port {port:?} is not a number from 0 to 65535"));
        }
        text.parse().map(Self).map_err(|_| format!("{address:?} is not an IP address"))
    }
}

impl From<ListenAddress> for String {
    fn from(address: ListenAddress) -> Self {
        address.0.to_string()
    }
}

/// A network in CIDR notation; a bare address means that address alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "a network such as 10.0.0.0/8 or fd00::/8, or one IP address")]
pub struct Network(IpNet);

impl Network {
    /// The parsed network.
    pub const fn net(self) -> IpNet {
        self.0
    }

    /// Whether `address` lies in it. An IPv4 address that came in over an IPv6 socket counts as IPv4.
    pub fn contains(self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let net = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        net.map(|net| Self(net.trunc())).map_err(|_| format!("{text:?} is not a network"))
    }
}

impl From<Network> for String {
    fn from(network: Network) -> Self {
        network.0.to_string()
    }
}
