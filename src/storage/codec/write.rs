//! To JSON: the shortest form, everything new left out.

use super::{Shape, Value};

/// Appends an object with everything that is not new.
pub fn written_shape(shape: &dyn Shape, out: &mut String) {
    out.push('{');
    let mut is_first = true;
    for (place, name) in shape.names().iter().enumerate() {
        if let Some(value) = shape.value(place)
            && !value.is_new()
        {
            if !std::mem::take(&mut is_first) {
                out.push(',');
            }
            text(name, out);
            out.push(':');
            value.write(out);
        }
    }
    out.push('}');
}

/// The JSON of a value.
pub fn written(value: &dyn Value) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// Appends a text in its marks.
pub fn text(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
    {
        let (plain, marked) = rest.split_at(at);
        out.push_str(plain);
        let mut behind = marked.chars();
        match behind.next() {
            Some('\n') => out.push_str("\\n"),
            Some(mark @ ('"' | '\\')) => out.extend(['\\', mark]),
            Some(control) => {
                out.push_str("\\u00");
                let digit =
                    |digit: u32| HEX.get(digit as usize & 15).map_or('0', |hex| *hex as char);
                out.extend([digit(control as u32 >> 4), digit(control as u32)]);
            }
            None => {}
        }
        rest = behind.as_str();
    }
    out.push_str(rest);
    out.push('"');
}
