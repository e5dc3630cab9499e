//! Bytes made small and whole again, by the browser's own gzip.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response};

/// How packed bytes begin.
pub const MAGIC: [u8; 2] = [0x1F, 0x8B];

/// The bytes, packed.
pub(super) async fn pack(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let packed = through(bytes, "CompressionStream")?;
    let response = Response::new_with_opt_readable_stream(Some(&packed))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Packed bytes as they were; an error when they are broken or come to more than `limit`.
pub(super) async fn unpack(bytes: &[u8], limit: usize) -> Result<Vec<u8>, JsValue> {
    let stream = through(bytes, "DecompressionStream")?;
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut whole = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            return Ok(whole);
        }
        let piece = Uint8Array::new(&Reflect::get(&step, &"value".into())?);
        if whole.len() + piece.length() as usize > limit {
            // What is left of it is of no interest.
            let _ = reader.cancel();
            return Err("too large".into());
        }
        whole.extend_from_slice(&piece.to_vec());
    }
}

/// `web-sys` has these two classes only under its unstable flag.
fn through(bytes: &[u8], class: &str) -> Result<ReadableStream, JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &class.into())?.dyn_into()?;
    let pair = Reflect::construct(&class, &Array::of1(&"gzip".into()))?;
    let pair: &ReadableWritablePair = pair.unchecked_ref();
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    Ok(blob.stream().pipe_through(pair))
}
