//! A small HTTP server for static files on this machine only, one thread per connection. It
//! remembers what was asked for, so that a story can say that nothing was asked for after the page
//! had loaded.
//!
//! Our own on top of a parser: the small server crates share worker threads between connections that
//! a browser keeps open, and a page with a dozen files then waits for ever now and again.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::static_files::{Answer, StaticFiles};

/// The longest head of a request, in bytes.
const HEAD_MAX: usize = 16 * 1024;
/// The most fields in the head of a request.
const FIELDS_MAX: usize = 64;
/// How long a connection may stay silent.
const SILENCE: Duration = Duration::from_secs(30);

/// A running server; it stops when dropped.
pub struct FileServer {
    address: SocketAddr,
    mount: String,
    requested: Arc<Mutex<Vec<String>>>,
    is_over: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl FileServer {
    /// Serves a directory on 127.0.0.1. Port 0 takes any free one; `mount` is the path everything
    /// is under, `/` for the root.
    ///
    /// # Errors
    /// When the directory is not there or the port is taken.
    pub fn start(root: &Path, mount: &str, port: u16) -> Result<Self> {
        let files = Arc::new(StaticFiles::new(root, mount)?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} cannot be used; choose another one"))?;
        let address = listener.local_addr().context("the server has no address")?;
        let mount = files.mount().to_owned();
        let (requested, is_over) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let site = Site { files, requested: Arc::clone(&requested), is_over: Arc::clone(&is_over) };
        let listening = thread::spawn(move || site.listen(&listener));
        Ok(Self { address, mount, requested, is_over, listening: Some(listening) })
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
        if let Some(listening) = self.listening.take() {
            // A thread that ends with a panic has said so itself.
            let _ = listening.join();
        }
    }
}

impl Drop for FileServer {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

/// What is served, as every connection knows it.
#[derive(Clone)]
struct Site {
    files: Arc<StaticFiles>,
    requested: Arc<Mutex<Vec<String>>>,
    is_over: Arc<AtomicBool>,
}

impl Site {
    fn listen(&self, listener: &TcpListener) {
        for connection in listener.incoming() {
            if self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let Ok(connection) = connection else { continue };
            let site = self.clone();
            // A browser that went away before the answer is no fault of ours.
            thread::spawn(move || site.converse(connection));
        }
    }

    /// Answers one request after the other until the browser has no more.
    fn converse(&self, mut connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(SILENCE))?;
        connection.set_nodelay(true)?;
        let mut pending = Vec::new();
        while let Some(request) = read_request(&mut connection, &mut pending)? {
            self.requested
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(request.path.clone());
            connection.write_all(&self.answer(&request))?;
            if request.is_last {
                break;
            }
        }
        Ok(())
    }

    fn answer(&self, request: &Asked) -> Vec<u8> {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            let text = "Only GET and HEAD are answered here.\n";
            return plain(request, "405 Method Not Allowed", text, &[("Allow", "GET, HEAD")]);
        }
        match self.files.answer(&request.path) {
            Answer::File { bytes, media_type } => {
                let sniffing = ("X-Content-Type-Options", "nosniff");
                let fields = [("Content-Type", media_type), caching(&request.path), sniffing];
                response(request, "200 OK", &bytes, &fields)
            }
            Answer::MovedTo(place) => {
                let text = format!("Moved to {place}\n");
                plain(request, "301 Moved Permanently", &text, &[("Location", &place)])
            }
            Answer::NotFound => {
                let text = format!("There is no {} here.\n", request.path);
                plain(request, "404 Not Found", &text, &[])
            }
        }
    }
}

/// A request as far as it matters here.
struct Asked {
    method: String,
    path: String,
    /// Whether nothing more comes on this connection.
    is_last: bool,
}

/// The next request; `None` when the browser has closed the connection or says nothing sensible.
fn read_request(connection: &mut impl Read, pending: &mut Vec<u8>) -> io::Result<Option<Asked>> {
    loop {
        let mut fields = [httparse::EMPTY_HEADER; FIELDS_MAX];
        let mut request = httparse::Request::new(&mut fields);
        match request.parse(pending) {
            Ok(httparse::Status::Complete(length)) => {
                let asked = Asked {
                    method: request.method.unwrap_or_default().to_owned(),
                    path: request.path.unwrap_or_default().to_owned(),
                    is_last: request.version != Some(1) || says_close(request.headers),
                };
                pending.drain(..length);
                return Ok(Some(asked));
            }
            Ok(httparse::Status::Partial) if pending.len() < HEAD_MAX => {}
            _ => return Ok(None),
        }
        let mut more = [0; 4096];
        let count = connection.read(&mut more)?;
        if count == 0 {
            return Ok(None);
        }
        pending.extend(more.iter().take(count));
    }
}

fn says_close(fields: &[httparse::Header<'_>]) -> bool {
    fields.iter().any(|field| {
        field.name.eq_ignore_ascii_case("connection") && field.value.eq_ignore_ascii_case(b"close")
    })
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

fn plain(request: &Asked, status: &str, text: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let fields = [&[("Content-Type", "text/plain; charset=utf-8")], more].concat();
    response(request, status, text.as_bytes(), &fields)
}

fn response(request: &Asked, status: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", bytes.len());
    for (name, value) in fields {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if request.is_last {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    let mut answer = head.into_bytes();
    if request.method != "HEAD" {
        answer.extend_from_slice(bytes);
    }
    answer
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
    fn a_page_of_many_files_never_waits_for_a_connection_that_is_kept_open() {
        let server = FileServer::start(&a_directory("many"), "/", 0).expect("a server");
        let address = ("127.0.0.1", server.port());
        let idle: Vec<_> =
            (0..40).map(|_| TcpStream::connect(address).expect("a connection")).collect();
        assert!(ask(&server, "GET /").ends_with("<p>home</p>"));
        assert_eq!(idle.len(), 40);
    }

    #[test]
    fn one_connection_carries_many_requests() {
        let server = FileServer::start(&a_directory("kept"), "/", 0).expect("a server");
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("a connection");
        let twice = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";
        let last = "GET /missing HTTP/1.1\r\nConnection: close\r\n\r\n";
        write!(stream, "{twice}{twice}{last}").expect("three requests");
        let mut answers = String::new();
        stream.read_to_string(&mut answers).expect("three answers");
        assert_eq!(answers.matches("<p>home</p>").count(), 2, "{answers}");
        assert!(answers.contains("404"), "{answers}");
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
