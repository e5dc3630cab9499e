//! The third copy that writes itself: a file of the person's own, remembered by its handle, where the
//! browser has file handles (`reliability`, the third copy). Chromium has them for files anywhere.

use indexed_db_futures::{
    database::Database,
    prelude::*,
    transaction::{Transaction, TransactionMode},
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where handles are remembered; they fit into no text.
const DATABASE: &str = "rapport-files";
const STORE: &str = "handles";

/// A file that is written without being asked for each time.
#[derive(Clone, Debug)]
pub struct KeptFile {
    handle: JsValue,
}

/// Whether it may be written now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It may.
    Given,
    /// The browser wants the person to be asked once more.
    Asked,
}

/// Whether this browser can do it at all.
pub fn is_offered() -> bool {
    Reflect::get(&js_sys::global(), &"showSaveFilePicker".into()).is_ok_and(|it| it.is_function())
}

impl KeptFile {
    /// Lets the person choose a place. `None` when they think better of it.
    pub async fn choose(workspace: &str, name: &str) -> Option<Self> {
        let wish = Object::new();
        Reflect::set(&wish, &"suggestedName".into(), &name.into()).ok()?;
        let handle = called(&js_sys::global(), "showSaveFilePicker", &wish).await.ok()?;
        let file = Self { handle };
        // A browser that forgets it asks again after loading; until then it is written.
        let _ = file.remember(workspace).await;
        Some(file)
    }

    /// The file that was chosen for a workspace.
    pub async fn remembered(workspace: &str) -> Option<Self> {
        // Looked up here first: to open a database that is not there makes it.
        super::storage()?.get_item(&mark(workspace)).ok()??;
        let database = opened().await?;
        let handle: Option<JsValue> = async {
            let transaction = database.transaction(STORE).build().ok()?;
            let store = transaction.object_store(STORE).ok()?;
            store.get(workspace).primitive().ok()?.await.ok()?
        }
        .await;
        database.close();
        handle.filter(JsValue::is_object).map(|handle| Self { handle })
    }

    /// Forgets the file. What is in it stays.
    pub async fn forget(workspace: &str) {
        if let Some(storage) = super::storage() {
            let _ = storage.remove_item(&mark(workspace));
        }
        // Without the mark nobody looks for it any more.
        if let Ok(request) = Database::delete_by_name(DATABASE) {
            let _ = super::within_patience(request).await;
        }
    }

    async fn remember(&self, workspace: &str) -> Option<()> {
        let database = opened().await?;
        let kept = async {
            let transaction = writing(&database)?;
            let store = transaction.object_store(STORE).ok()?;
            store.put(self.handle.clone()).with_key(workspace).primitive().ok()?.await.ok()?;
            drop(store);
            transaction.commit().await.ok()?;
            super::storage()?.set_item(&mark(workspace), &self.name()).ok()
        };
        let kept = kept.await;
        database.close();
        kept
    }

    /// Its name, without its place.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.handle, &"name".into());
        name.ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written without asking.
    pub async fn leave(&self) -> Leave {
        self.permission("queryPermission").await
    }

    /// Asks the person, in a click.
    pub async fn ask(&self) -> Leave {
        self.permission("requestPermission").await
    }

    async fn permission(&self, method: &str) -> Leave {
        let how = Object::new();
        let _ = Reflect::set(&how, &"mode".into(), &"readwrite".into());
        match called(&self.handle, method, &how).await {
            Ok(answer) if answer.as_string().as_deref() == Some("granted") => Leave::Given,
            _ => Leave::Asked,
        }
    }

    /// Puts these bytes in the place of what is in it: all of them or, on an error, none.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), JsValue> {
        let stream = called(&self.handle, "createWritable", &JsValue::UNDEFINED).await?;
        called(&stream, "write", &js_sys::Uint8Array::from(bytes)).await?;
        called(&stream, "close", &JsValue::UNDEFINED).await.map(drop)
    }
}

/// Where localStorage notes that there is one.
fn mark(workspace: &str) -> String {
    format!("rapport/{workspace}/kept-file")
}

async fn opened() -> Option<Database> {
    let request = Database::open(DATABASE)
        .with_version(1_u32)
        .with_on_upgrade_needed(|_, database| {
            database.create_object_store(STORE).build()?;
            Ok(())
        })
        .build();
    super::within_patience(request.ok()?).await.ok()?.ok()
}

fn writing(database: &Database) -> Option<Transaction<'_>> {
    database.transaction(STORE).with_mode(TransactionMode::Readwrite).build().ok()
}

/// Calls a method that `web-sys` has only under its unstable flag, and waits for what it promises.
async fn called(of: &JsValue, method: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let promise = Reflect::apply(&function, of, &Array::of1(with))?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}
