//! One question to a server whose address the operator gave, wherever that is.

use std::time::Duration;

use http::{Request, Response};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::outbound::egress::EgressPolicy;
use crate::outbound::http::{HttpClient, HttpError, RequestLimits};

const LIMITS: RequestLimits = RequestLimits { maximum_length: 64 * 1024, timeout: Duration::from_secs(5) };

/// Gets `url`. The failure is told in words.
pub async fn get(url: &str) -> Result<Response<Vec<u8>>, &'static str> {
    let everywhere = [IpNet::V4(Ipv4Net::default()), IpNet::V6(Ipv6Net::default())];
    let client = HttpClient::new(EgressPolicy::new(everywhere));
    let request = Request::get(url).body(Vec::new()).map_err(|_| HttpError::Address.reason())?;
    client.send_within(LIMITS, request).await.map_err(HttpError::reason)
}
