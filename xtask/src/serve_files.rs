//! A small HTTP server for static files on this machine only, on a few threads. It remembers what
//! was asked for, so that a story can say that nothing was asked for after the page had loaded.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::static_files::{Answer, StaticFiles};

/// Enough for a browser's six connections without one waiting long for another.
const THREADS: usize = 4;

/// A running server; it stops when dropped.
pub struct FileServer {
    server: Arc<Server>,
    address: SocketAddr,
    mount: String,
    requested: Arc<Mutex<Vec<String>>>,
    threads: Vec<JoinHandle<()>>,
}

impl FileServer {
    /// Serves a directory on 127.0.0.1. Port 0 takes any free one; `mount` is the path everything
    /// is under, `/` for the root.
    ///
    /// # Errors
    /// When the directory is not there or the port is taken.
    pub fn start(root: &Path, mount: &str, port: u16) -> Result<Self> {
        let files = Arc::new(StaticFiles::new(root, mount)?);
        let server = Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| format!("port {port} cannot be used; choose another one"))?;
        let address = server.server_addr().to_ip().context("the server has no address")?;
        let server = Arc::new(server);
        let requested = Arc::new(Mutex::new(Vec::new()));
        let threads = (0..THREADS)
            .map(|_| {
                let (server, files, requested) =
                    (Arc::clone(&server), Arc::clone(&files), Arc::clone(&requested));
                std::thread::spawn(move || answer_all(&server, &files, &requested))
            })
            .collect();
        Ok(Self { server, address, mount: files.mount().to_owned(), requested, threads })
    }

    /// The address of the directory, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.mount)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The paths asked for so far, in order, missing files included.
    pub fn requested(&self) -> Vec<String> {
        self.requested.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread that ends with a panic has said so itself.
            let _ = thread.join();
        }
    }
}

impl Drop for FileServer {
    fn drop(&mut self) {
        for _ in 0..THREADS {
            self.server.unblock();
        }
    }
}

fn answer_all(server: &Server, files: &StaticFiles, requested: &Mutex<Vec<String>>) {
    while let Ok(request) = server.recv() {
        let path = request.url().to_owned();
        requested.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        // A browser that went away before the answer is no fault of ours.
        let _ = answer(request, files);
    }
}

fn answer(request: Request, files: &StaticFiles) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let text = "Only GET and HEAD are answered here.\n";
        return request.respond(plain(405, text.to_owned(), &[("Allow", "GET, HEAD")]));
    }
    match files.answer(request.url()) {
        Answer::File { bytes, media_type } => {
            let mut response = Response::from_data(bytes);
            let sniffing = ("X-Content-Type-Options", "nosniff");
            let caching = caching(request.url());
            for field in [("Content-Type", media_type), caching, sniffing] {
                response = with_field(response, field);
            }
            request.respond(response)
        }
        Answer::MovedTo(place) => {
            let text = format!("Moved to {place}\n");
            request.respond(plain(301, text, &[("Location", &place)]))
        }
        Answer::NotFound => {
            let text = format!("There is no {} here.\n", request.url());
            request.respond(plain(404, text, &[]))
        }
    }
}

/// A file with its content's hash in its name never changes; all others are asked for afresh.
fn caching(path: &str) -> (&'static str, &'static str) {
    let is_hash = |word: &str| {
        word.len() >= 16 && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let named_by_hash = path.split(['/', '-', '_', '.']).any(is_hash);
    let rule = if named_by_hash { "max-age=31536000, immutable" } else { "no-cache" };
    ("Cache-Control", rule)
}

fn plain(status: u16, text: String, fields: &[(&str, &str)]) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_string(text).with_status_code(StatusCode(status));
    for field in fields {
        response = with_field(response, *field);
    }
    response
}

fn with_field<R: std::io::Read>(response: Response<R>, field: (&str, &str)) -> Response<R> {
    match Header::from_bytes(field.0, field.1) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::PathBuf;

    /// A directory with a page, a spaced name, and a secret beside it.
    pub(crate) fn a_directory(name: &str) -> PathBuf {
        let parent = std::env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
        let directory = parent.join("public");
        fs::create_dir_all(directory.join("sub")).expect("a directory");
        fs::write(parent.join("secret.txt"), "secret").expect("a file");
        fs::write(directory.join("index.html"), "<p>home</p>").expect("a file");
        fs::write(directory.join("app.wasm"), "wasm").expect("a file");
        fs::write(directory.join("sub/a b.txt"), "spaced").expect("a file");
        directory
    }

    fn ask(server: &FileServer, line: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("a connection");
        write!(stream, "{line} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
            .expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    #[test]
    fn files_come_with_their_type_and_caching() {
        let server = FileServer::start(&a_directory("types"), "/", 0).expect("a server");
        let page = ask(&server, "GET /");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(page.contains("Content-Type: text/html"), "{page}");
        assert!(page.contains("Cache-Control: no-cache"), "{page}");
        assert!(page.ends_with("<p>home</p>"), "{page}");
        assert!(ask(&server, "GET /app.wasm").contains("Content-Type: application/wasm"));
        assert!(caching("/rapport-0123456789abcdef_bg.wasm").1.contains("immutable"));
        assert_eq!(caching("/service-worker.js").1, "no-cache");
    }

    #[test]
    fn what_is_not_there_is_not_invented() {
        let server = FileServer::start(&a_directory("missing"), "/", 0).expect("a server");
        assert!(ask(&server, "GET /nothing").starts_with("HTTP/1.1 404"));
        assert!(ask(&server, "GET /../secret.txt").starts_with("HTTP/1.1 404"));
        assert!(ask(&server, "POST /").starts_with("HTTP/1.1 405"));
        assert!(!ask(&server, "HEAD /").ends_with("<p>home</p>"));
    }

    #[test]
    fn requests_are_remembered_in_order() {
        let server = FileServer::start(&a_directory("memory"), "/deep/down", 0).expect("a server");
        ask(&server, "GET /deep/down/");
        ask(&server, "GET /elsewhere");
        assert_eq!(server.requested(), ["/deep/down/", "/elsewhere"]);
        assert!(server.address().ends_with("/deep/down/"));
    }

    #[test]
    fn a_taken_port_is_named() {
        let directory = a_directory("taken");
        let first = FileServer::start(&directory, "/", 0).expect("a server");
        let second = FileServer::start(&directory, "/", first.port());
        let text = second.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(text.contains(&first.port().to_string()), "{text}");
    }

    #[test]
    fn a_dropped_server_frees_its_port() {
        let directory = a_directory("freed");
        let port = FileServer::start(&directory, "/", 0).expect("a server").port();
        let again = (0..50).find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            FileServer::start(&directory, "/", port).ok()
        });
        assert!(again.is_some());
    }
}
