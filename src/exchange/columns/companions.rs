//! Columns that say what the value beside them is: `Phone 1 - Label` tells that `Phone 1 - Value`
//! is a mobile number, `E-mail Type` that the address is none.

use super::heading::key;

/// For every column the one that tells its kind, if there is one.
pub(in crate::exchange) fn companions(headings: &[String]) -> Vec<Option<usize>> {
    let keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
    let place = |wanted: &str| keys.iter().position(|key| key == wanted);
    keys.iter().map(|key| teller(key).iter().find_map(|wanted| place(wanted))).collect()
}

/// The headings that may tell of the heading with this key.
fn teller(key: &str) -> Vec<String> {
    if let Some(stem) = key.strip_suffix("value") {
        return vec![format!("{stem}label"), format!("{stem}type")];
    }
    match key {
        "emailaddress" => vec!["emailtype".to_owned()],
        "emailadresse" => vec!["emailtyp".to_owned()],
        _ => {
            let english = key.strip_suffix("address").map(|stem| format!("{stem}type"));
            let german = key.strip_suffix("adresse").map(|stem| format!("{stem}typ"));
            english.into_iter().chain(german).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_find_their_labels() {
        let headings = ["Phone 1 - Label", "Phone 1 - Value", "E-mail 2 Address", "E-mail 2 Type"];
        let headings: Vec<String> = headings.map(str::to_owned).to_vec();
        assert_eq!(companions(&headings), [None, Some(0), Some(3), None]);
    }
}
