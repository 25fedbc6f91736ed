//! The local list: a sorted file of digests, however large, of which a search reads some dozen lines.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::PathBuf;

use crate::users::new_password::Sha1Digest;

/// The digits of a digest.
const DIGITS: usize = 40;
/// More than a line has: digits, a count, the ends of lines of two systems.
const LONGEST_LINE: u64 = 80;

/// Whether the file has the digest.
pub(super) async fn holds(path: PathBuf, digest: Sha1Digest) -> io::Result<bool> {
    let search = tokio::task::spawn_blocking(move || {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Search { lines: BufReader::with_capacity(256, file) }.find(&digest.0, length)
    });
    search.await.map_err(io::Error::other)?
}

struct Search {
    lines: BufReader<File>,
}

impl Search {
    /// Halves the part of the file in which the line of `wanted` begins, if there is one, until it is found or nothing is left.
    fn find(&mut self, wanted: &str, length: u64) -> io::Result<bool> {
        let (mut from, mut to) = (0, length);
        while from < to {
            let middle = from + (to - from) / 2;
            let (start, line) = self.line_from(middle)?;
            if start >= to {
                to = middle;
                continue;
            }
            let digest = line.get(..DIGITS).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
            let digest = digest.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a line begins with no SHA-1"))?;
            match digest.to_ascii_uppercase().as_str().cmp(wanted) {
                std::cmp::Ordering::Equal => return Ok(true),
                std::cmp::Ordering::Less => from = start + u64::try_from(line.len()).unwrap_or(LONGEST_LINE),
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        Ok(false)
    }

    /// The first line that begins at `place` or behind it, and where it begins. Empty at the end of the file.
    fn line_from(&mut self, place: u64) -> io::Result<(u64, String)> {
        let mut start = place.saturating_sub(1);
        self.lines.seek(SeekFrom::Start(start))?;
        if place > 0 {
            let mut rest = Vec::new();
            let read = (&mut self.lines).take(LONGEST_LINE).read_until(b'\n', &mut rest)?;
            start += u64::try_from(read).unwrap_or(LONGEST_LINE);
        }
        let mut line = String::new();
        (&mut self.lines).take(LONGEST_LINE).read_line(&mut line)?;
        Ok((start, line))
    }
}
