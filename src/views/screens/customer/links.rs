//! What a person may click: only web, e-mail and telephone addresses, whatever a file holds.

/// A web address and how it is shown, without its scheme. Only `http` and `https`.
pub fn web(address: &str) -> Option<(String, String)> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web.then(|| {
        let shown = rest.trim_end_matches('/');
        (address.to_owned(), shown.strip_prefix("www.").unwrap_or(shown).to_owned())
    })
}

/// A link to write to an address; nothing in it can add a header or a second reader.
pub fn mail(address: &str) -> Option<String> {
    address.contains('@').then(|| {
        let mut link = String::from("mailto:");
        for byte in address.bytes() {
            if byte.is_ascii_alphanumeric() || b"@._-+".contains(&byte) {
                link.push(char::from(byte));
            } else {
                link.push_str(&format!("%{byte:02X}"));
            }
        }
        link
    })
}

/// A link to call a number; an extension written behind a letter stays out.
pub fn call(number: &str) -> Option<String> {
    let number = number.split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (digits.len() >= 3).then(|| format!("tel:{digits}"))
}
