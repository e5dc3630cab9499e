//! Starts the app.

#[cfg(target_arch = "wasm32")]
fn main() {
    rapport::start::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Rapport runs in a browser. Start it with: cargo xtask serve");
}
