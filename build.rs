//! Turns `locales/<language>/<part>.json` into one checked method per text.
//!
//! A text missing in one language, a placeholder that only one language has, or a plural with a
//! missing form stops the build. `{"cards": {"one": "{n} card", "other": "{n} cards"}}` in
//! `board.json` becomes `language.board_cards(n)`; every other placeholder is a `&str` argument, in the order of
//! the alphabet.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    path::Path,
};

use serde_json::Value;

type Texts = BTreeMap<String, Text>;

#[derive(PartialEq)]
enum Text {
    Plain(String),
    Plural { one: String, other: String },
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=locales");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Where everything refers to everything: the cutting tool moves it.
        println!("cargo:rustc-link-arg-bin=rapport=--emit-relocs");
    }
    let german = read_language(Path::new("locales/de"))?;
    let english = read_language(Path::new("locales/en"))?;
    let keys: BTreeSet<&String> = german.keys().chain(english.keys()).collect();
    let mut code = String::from(
        "#[allow(clippy::if_same_then_else, reason = \"some plurals look alike\")]\nimpl Language {\n",
    );
    for key in keys {
        let (Some(de), Some(en)) = (german.get(key), english.get(key)) else {
            return Err(format!("the text {key} is missing in one language").into());
        };
        code.push_str(&method(key, de, en)?);
    }
    code.push_str("}\n");
    let target = Path::new(&env::var("OUT_DIR")?).join("words.rs");
    Ok(fs::write(target, code)?)
}

fn read_language(folder: &Path) -> Result<Texts, Box<dyn std::error::Error>> {
    let mut texts = Texts::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files {
        let path = file.path();
        let part = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let value: Value = serde_json::from_slice(&fs::read(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        collect(&part, &value, &mut texts)?;
    }
    Ok(texts)
}

fn collect(key: &str, value: &Value, texts: &mut Texts) -> Result<(), String> {
    match value {
        Value::String(text) => {
            texts.insert(key.to_owned(), Text::Plain(text.clone()));
        }
        Value::Object(map) => {
            let form = |name| map.get(name).and_then(Value::as_str).map(str::to_owned);
            if let (Some(one), Some(other)) = (form("one"), form("other")) {
                texts.insert(key.to_owned(), Text::Plural { one, other });
                return Ok(());
            }
            for (name, value) in map {
                collect(&format!("{key}_{}", name.replace('-', "_")), value, texts)?;
            }
        }
        _ => return Err(format!("{key} is neither a text nor a group of texts")),
    }
    Ok(())
}

fn method(key: &str, de: &Text, en: &Text) -> Result<String, String> {
    let names = placeholders(de);
    if names != placeholders(en) {
        return Err(format!("{key} has other placeholders in one language than in the other"));
    }
    let plural = match (de, en) {
        (Text::Plain(_), Text::Plain(_)) => false,
        (Text::Plural { .. }, Text::Plural { .. }) => true,
        _ => return Err(format!("{key} is a plural in one language only")),
    };
    let mut arguments = String::from("self");
    if plural {
        arguments.push_str(", n: usize");
    }
    for name in names.iter().filter(|name| !plural || name.as_str() != "n") {
        arguments.push_str(&format!(", {name}: &str"));
    }
    let is_static = names.is_empty() && !plural;
    let result = if is_static { "&'static str" } else { "String" };
    let body = |text: &Text| match text {
        Text::Plain(text) if is_static => format!("{text:?}"),
        Text::Plain(text) => joined(text),
        Text::Plural { one, other } => {
            format!("if n == 1 {{ {} }} else {{ {} }}", joined(one), joined(other))
        }
    };
    let counts = names.contains("n");
    let number = match plural && counts {
        true => "let n_text = n.to_string(); let n_text = n_text.as_str();",
        false => "",
    };
    Ok(format!(
        "    /// `{key}`\n    #[must_use] pub fn {key}({arguments}) -> {result} {{ {number} match self {{\n        \
         Self::German => {},\n        Self::English => {},\n    }} }}\n",
        body(de).replace("⟨n⟩", if plural { "n_text" } else { "n" }),
        body(en).replace("⟨n⟩", if plural { "n_text" } else { "n" }),
    ))
}

/// `"a {b} c"` as the expression `["a ", b, " c"].concat()`.
fn joined(text: &str) -> String {
    let parts = pieces(text).into_iter().map(|piece| match piece {
        Ok(plain) => format!("{plain:?}"),
        Err("n") => "⟨n⟩".to_owned(),
        Err(name) => name.to_owned(),
    });
    let list = parts.collect::<Vec<_>>().join(", ");
    format!("[{list}].concat()")
}

fn placeholders(text: &Text) -> BTreeSet<String> {
    let texts = match text {
        Text::Plain(text) => vec![text],
        Text::Plural { one, other } => vec![one, other],
    };
    let pieces = texts.into_iter().flat_map(|text| pieces(text));
    pieces.filter_map(Result::err).map(str::to_owned).collect()
}

/// The parts of a text: `Ok` for words, `Err` for the name of a placeholder.
fn pieces(text: &str) -> Vec<Result<&str, &str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        if !before.is_empty() {
            found.push(Ok(before));
        }
        found.push(Err(name));
        rest = behind;
    }
    if !rest.is_empty() {
        found.push(Ok(rest));
    }
    found
}
