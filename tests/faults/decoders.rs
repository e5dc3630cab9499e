//! Five million inputs that nobody would write, into everything that reads bytes from outside: no
//! panic, and never more memory than a hundred times the input and a little.

use std::{cell::Cell, rc::Rc};

use peak_alloc::PeakAlloc;
use rapport::{
    exchange,
    route::Route,
    storage::{
        Book, Operation, OperationId, Point, Stamp, file,
        memory::{MemoryJournal, MemoryLane},
    },
};

use crate::{
    made_up::{Dice, workspace},
    shop::{Shop, wait},
    world::announce,
};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const INPUTS: usize = 5_000_000;
/// All tests of this binary share one heap, so the bound is for all of them together.
const MEMORY_MAX_MB: f32 = 256.0;

struct Decoder {
    name: &'static str,
    seeds: Vec<Vec<u8>>,
    /// How many of a thousand inputs it gets.
    share: usize,
    read: fn(&[u8]),
}

fn text(bytes: &[u8], read: impl FnOnce(&str)) {
    read(&String::from_utf8_lossy(bytes));
}

fn read_file(bytes: &[u8]) {
    if let Ok(file) = file::read(bytes) {
        let _ = (file.workspace(), file.records());
    }
}

fn read_journal(bytes: &[u8]) {
    const ID: OperationId = OperationId { device: 1, tab: 2, number: 3 };
    text(bytes, |entry| {
        let _ = (Operation::read(ID, entry), entry.parse::<OperationId>());
        // With the right checksum, too, so that what is behind it is reached.
        let json = entry.get(8..).unwrap_or_default();
        let sum = crc32fast::hash(json.as_bytes());
        let _ = Operation::read(ID, &format!("{sum:08x}{json}"));
    });
}

fn read_page(bytes: &[u8]) {
    let lane = Rc::new(MemoryLane::default());
    lane.put(7, bytes.to_vec());
    // Once more as a whole file whose checksum is right.
    lane.put(8, frame(bytes));
    let journal = Rc::new(MemoryJournal::default());
    let (book, _) = wait(Book::open(lane, journal, 1, 2, 0)).unwrap();
    wait(book.backup(0)).unwrap();
}

fn frame(bytes: &[u8]) -> Vec<u8> {
    let json = bytes.get(14..).unwrap_or_default();
    let (schema, length) = (1_u16.to_le_bytes(), (json.len() as u32).to_le_bytes());
    let mut sum = crc32fast::Hasher::new();
    [&schema[..], &length, json].iter().for_each(|part| sum.update(part));
    let sum = sum.finalize().to_le_bytes();
    [&[0xFF, b'R', b'P', 0xFE][..], &schema, &length, &sum, json].concat()
}

fn read_list(bytes: &[u8]) {
    let _ = exchange::read(bytes);
}

fn decoders() -> Vec<Decoder> {
    let shop = Shop::default();
    let mut tab = shop.open(1).0;
    tab.save(|shown| *shown = workspace(4, 5)).unwrap();
    tab.change(|shown| *shown = workspace(1, 6)).unwrap();
    let journal: Vec<Vec<u8>> = rapport::storage::Journal::entries(&*shop.journal)
        .into_iter()
        .map(|(_, text)| text.into_bytes())
        .collect();
    let pages = shop.lane.pages().into_iter().map(|(_, page)| page).collect();
    let file = |seed| file::write(&workspace(1, seed), Stamp::new(1_800_000_000_000, 0, 7));
    let lists = ["german_excel.csv", "google.csv", "outlook_german.csv", "pipedrive_english.csv"]
        .map(|name| {
            std::fs::read(format!("{}/tests/fixtures/csv/{name}", env!("CARGO_MANIFEST_DIR")))
                .unwrap()
        });
    let names = ["p1-1800000000000-routine-3-1234-89abcdef", "-0123456789ABCDEFGHIJK"]
        .map(|name| name.as_bytes().to_vec());
    let addresses = [
        "#/board?by=phase&scheme=b&q=glas&mood=cool",
        "#/customers?shelf=trash&q=%C3%A4",
        "#/customer/0198c1a2-0000-7000-8000-0000000000f1",
    ];
    vec![
        Decoder {
            name: "workspace file",
            seeds: (0..6).map(file).collect(),
            share: 200,
            read: read_file,
        },
        Decoder { name: "journal entry", seeds: journal, share: 150, read: read_journal },
        Decoder { name: "page", seeds: pages, share: 100, read: read_page },
        Decoder { name: "list", seeds: lists.to_vec(), share: 50, read: read_list },
        Decoder {
            name: "restore point and stamp",
            seeds: names.to_vec(),
            share: 250,
            read: |bytes| {
                text(bytes, |name| {
                    let _ = (name.parse::<Point>(), Stamp::parse(name));
                })
            },
        },
        Decoder {
            name: "address",
            seeds: addresses.map(|a| a.as_bytes().to_vec()).to_vec(),
            share: 250,
            read: |bytes| {
                text(bytes, |address| {
                    let _ = Route::parse(address);
                })
            },
        },
    ]
}

/// Damages bytes as disks, networks and people who try do.
fn mutate(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    const PIECES: [&[u8]; 14] = [
        b"\"",
        b"\\",
        b"\\ud800",
        b"{",
        b"[[[[[[[[[[[[",
        b"}",
        b",",
        b":null",
        b"-1",
        b"1e999",
        b"99999999999999999999",
        b"\xFFRP\xFE",
        b"\0",
        b"\xC3",
    ];
    let mut bytes = dice.of(seeds);
    // Short inputs leave time for many of them.
    if bytes.len() > 600 && dice.roll(4) > 0 {
        bytes.truncate(600);
    }
    for _ in 0..1 + dice.roll(4) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.roll(bytes.len());
        let end = (at + 1 + dice.roll(12)).min(bytes.len());
        match dice.roll(7) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes[at] = dice.roll(256) as u8,
            2 => drop(bytes.drain(at..end)),
            3 => drop(bytes.splice(at..at, PIECES[dice.roll(PIECES.len())].iter().copied())),
            4 => {
                let copied = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, copied));
            }
            5 => bytes.truncate(at),
            _ => {
                let other = &seeds[dice.roll(seeds.len())];
                let from = dice.roll(other.len() + 1);
                let piece = &other[from..(from + dice.roll(80)).min(other.len())];
                drop(bytes.splice(at..end, piece.iter().copied()));
            }
        }
    }
    bytes
}

thread_local! {
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// Names the input on which a reader fell.
struct Named(&'static str);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}: the input of seed {}", self.0, SEED.get());
        }
    }
}

#[test]
fn five_million_hostile_inputs_upset_no_reader() {
    MEMORY.reset_peak_usage();
    for decoder in decoders() {
        let _named = Named(decoder.name);
        let inputs = INPUTS / 1_000 * decoder.share;
        for seed in 0..inputs as u64 {
            SEED.set(seed);
            (decoder.read)(&mutate(&mut Dice(seed), &decoder.seeds));
        }
        announce(&format!("inputs to the reader of {}", decoder.name), inputs, 0);
    }
    let peak = MEMORY.peak_usage_as_mb();
    println!("  at most {peak:.0} MB in use");
    assert!(peak < MEMORY_MAX_MB, "{peak} MB");
}
