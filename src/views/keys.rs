//! The keys that work everywhere.

#[cfg(target_arch = "wasm32")]
mod listen;
mod table;

#[cfg(target_arch = "wasm32")]
pub use listen::listen_for_keys;
