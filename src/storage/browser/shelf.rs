//! Restore points in Cache Storage: in every engine a store of its own beside IndexedDB, also for
//! pages from the disk, where the private file system is refused (`reliability`, conditions).

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, DomException, Request, Response};

use super::{
    packing::{pack, unpack},
    within_patience,
};
use crate::storage::{
    lane::{LaneError, Task},
    points::Shelf,
};

/// Addresses that nobody is ever asked for: a cache wants its keys in this form.
const FOLDER: &str = "https://points.invalid/";
/// The largest point; a workspace at its limits stays below.
const POINT_MAX: usize = 512 * 1024 * 1024;

/// The shelf of a workspace, in the cache `rapport-<workspace>-points`.
pub struct CacheShelf {
    name: String,
}

impl CacheShelf {
    /// The shelf of a workspace. Whether the browser has it shows only when it is used.
    pub fn new(workspace: &str) -> Self {
        Self { name: format!("rapport-{workspace}-points") }
    }

    async fn cache(&self) -> Result<Cache, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let caches = window.caches()?;
        Ok(JsFuture::from(caches.open(&self.name)).await?.unchecked_into())
    }

    async fn all(&self) -> Result<Vec<String>, JsValue> {
        let keys = JsFuture::from(self.cache().await?.keys()).await?;
        let keys = js_sys::Array::from(&keys);
        let addresses = keys.iter().map(|key| key.unchecked_into::<Request>().url());
        Ok(addresses.filter_map(|url| url.strip_prefix(FOLDER).map(str::to_owned)).collect())
    }

    async fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, JsValue> {
        let found = self.cache().await?.match_with_str(&address(name));
        let Ok(response) = JsFuture::from(found).await?.dyn_into::<Response>() else {
            return Ok(None);
        };
        let packed = JsFuture::from(response.array_buffer()?).await?;
        // What cannot be unpacked was damaged: there, but no point any more.
        Ok(unpack(&Uint8Array::new(&packed).to_vec(), POINT_MAX).await.ok())
    }

    async fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let mut packed = pack(bytes).await?;
        let response = Response::new_with_opt_u8_array(Some(&mut packed))?;
        JsFuture::from(self.cache().await?.put_with_str(&address(name), &response)).await.map(drop)
    }

    async fn drop_it(&self, name: &str) -> Result<(), JsValue> {
        JsFuture::from(self.cache().await?.delete_with_str(&address(name))).await.map(drop)
    }
}

impl Shelf for CacheShelf {
    fn names(&self) -> Task<'_, Vec<String>> {
        // The start asks for this: a browser that never answers must not stop it.
        Box::pin(async { within_patience(self.all()).await?.map_err(refused) })
    }

    fn get<'a>(&'a self, name: &'a str) -> Task<'a, Option<Vec<u8>>> {
        Box::pin(async move { self.bytes(name).await.map_err(refused) })
    }

    fn put<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Task<'a, ()> {
        Box::pin(async move { self.keep(name, bytes).await.map_err(refused) })
    }

    fn remove<'a>(&'a self, name: &'a str) -> Task<'a, ()> {
        Box::pin(async move { self.drop_it(name).await.map_err(refused) })
    }
}

fn address(name: &str) -> String {
    [FOLDER, name].concat()
}

fn refused(error: JsValue) -> LaneError {
    match error.dyn_into::<DomException>() {
        Ok(error) if error.name() == "QuotaExceededError" => LaneError::Quota,
        Ok(error) => LaneError::Other(error.name()),
        Err(_) => LaneError::Blocked,
    }
}
