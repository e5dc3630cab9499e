//! Files under a passphrase, by the browser's own cryptography; the head is in `sealed`.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey};

use super::packing::{MAGIC, pack, unpack};
use crate::storage::{file::FILE_MAX, sealed::SealedHead};

/// What a sealed file may hold once it is open.
const OPEN_MAX: usize = FILE_MAX;

/// Why a file could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// This page has no cryptography: it did not come over a safe way.
    Unable,
    /// It is no sealed file, or one of a newer version.
    NotSealed,
    /// The passphrase is another one, or a byte was changed; nobody can tell which.
    Refused,
}

/// The file under a passphrase.
pub async fn seal(file: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    let sealed = async {
        let crypto = web_sys::window().ok_or(JsValue::NULL)?.crypto()?;
        let (mut salt, mut iv) = ([0; 16], [0; 12]);
        crypto.get_random_values_with_u8_array(&mut salt)?;
        crypto.get_random_values_with_u8_array(&mut iv)?;
        let head = SealedHead::new(salt, iv);
        let key = key(&crypto, passphrase, &head, "encrypt").await?;
        let packed = pack(file).await?;
        let sealing =
            crypto.subtle().encrypt_with_object_and_u8_array(&gcm(&head)?, &key, &packed)?;
        let sealed = Uint8Array::new(&JsFuture::from(sealing).await?).to_vec();
        Ok::<_, JsValue>([&head.bytes()[..], &sealed].concat())
    };
    sealed.await.map_err(|_| SealError::Unable)
}

/// The file as it was sealed. Only the right passphrase on unchanged bytes gives anything at all.
pub async fn unseal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    let (head, sealed) = SealedHead::read(bytes).ok_or(SealError::NotSealed)?;
    let able = async {
        let crypto = web_sys::window().ok_or(JsValue::NULL)?.crypto()?;
        let key = key(&crypto, passphrase, &head, "decrypt").await?;
        Ok::<_, JsValue>((crypto, key))
    };
    let (crypto, key) = able.await.map_err(|_| SealError::Unable)?;
    let opened = async {
        let opening =
            crypto.subtle().decrypt_with_object_and_u8_array(&gcm(&head)?, &key, sealed)?;
        let packed = Uint8Array::new(&JsFuture::from(opening).await?).to_vec();
        if packed.starts_with(&MAGIC) { unpack(&packed, OPEN_MAX).await } else { Ok(packed) }
    };
    opened.await.map_err(|_| SealError::Refused)
}

async fn key(
    crypto: &Crypto,
    passphrase: &str,
    head: &SealedHead,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let subtle = crypto.subtle();
    let words = js_sys::JsString::from(passphrase).normalize("NFKC");
    let bytes = Uint8Array::from(String::from(words).as_bytes());
    let usages = Array::of1(&"deriveKey".into());
    let material = subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages)?;
    let material: CryptoKey = JsFuture::from(material).await?.unchecked_into();
    let stretch = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(&head.salt[..]).into()),
        ("iterations", head.iterations.into()),
    ])?;
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = Array::of1(&usage.into());
    let key =
        subtle.derive_key_with_object_and_object(&stretch, &material, &kind, false, &usages)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn gcm(head: &SealedHead) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&head.iv[..]).into()),
        ("additionalData", Uint8Array::from(&head.bytes()[..]).into()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
