//! Pages into a workspace. At most starts this is all there is to do: then the rest of storage need
//! not be there yet when the person sees everything.

use super::{
    SCHEMA,
    canary::Canary,
    damage::{Damage, Place, Reason},
    document::Reading,
    known::Known,
    page::{self, Add, Found, Kinds},
};
use crate::{domain::Workspace, storage::record::RecordKey};

/// A start at which there was nothing to do but to read.
pub struct Looked {
    /// What is stored, as far as the board shows it.
    pub workspace: Workspace,
    pub(super) known: Known,
    /// The JSON of all other records.
    pub(super) rest: Vec<Vec<u8>>,
}

impl Looked {
    /// Reads all pages. `None` when there is more to do: something is damaged or missing, or was
    /// written by another version. Entries of the journal are the caller's affair.
    pub fn of(
        pages: &mut dyn Iterator<Item = (u8, Vec<u8>)>,
        canary: Option<&str>,
    ) -> Option<Self> {
        let (mut known, mut rest) = (Known::default(), Vec::new());
        let mut reader = Reader { kinds: Reading::first, ..Reader::onto(Workspace::default()) };
        for (number, bytes) in pages {
            let mut leave = |key: &RecordKey, json: &[u8]| {
                if Reading::first(&key.kind).is_none() {
                    rest.push(json.to_vec());
                }
                None
            };
            reader.read_page(number, &bytes, &mut leave, &mut known);
        }
        let told = canary.and_then(Canary::read).unwrap_or_default();
        let is_of_now = told.schema == SCHEMA || known.stored() == 0;
        let is_whole = reader.damage.is_empty() && told.customers <= known.stored();
        (is_whole && is_of_now).then_some(Self { workspace: reader.workspace, known, rest })
    }

    /// Whether no customer was ever stored here. Then a restore point may know more.
    pub fn is_new(&self) -> bool {
        self.known.stored() == 0
    }
}

/// Reads pages into a workspace.
pub(super) struct Reader {
    pub workspace: Workspace,
    pub damage: Vec<Damage>,
    is_changed: bool,
    kinds: Kinds,
}

impl Reader {
    /// A reader that starts from this workspace.
    pub fn onto(workspace: Workspace) -> Self {
        Self { workspace, damage: Vec::new(), is_changed: false, kinds: Reading::any }
    }

    /// The workspace, if anything in it is not as it was.
    pub fn changed(self) -> Option<Workspace> {
        self.is_changed.then_some(self.workspace)
    }

    /// Whether something of a newer version was met in a page.
    pub fn is_newer(&self) -> bool {
        let newer = |damage: &Damage| {
            matches!((&damage.place, &damage.reason), (Place::Page(_), Reason::Newer(_)))
        };
        self.damage.iter().any(newer)
    }

    /// Reads one page, with what is to be added to its files.
    pub fn read_page(&mut self, number: u8, page: &[u8], add: &mut Add<'_>, known: &mut Known) {
        let mut workspace = std::mem::take(&mut self.workspace);
        page::read(page, self.kinds, add, &mut workspace, |found| {
            if let Found::Read(key, _) = &found {
                known.note_stored(key);
            }
            self.take(number, found, known);
        });
        self.workspace = workspace;
    }

    /// Notes what was found.
    pub fn take(&mut self, number: u8, found: Found<'_>, known: &mut Known) {
        match found {
            Found::Read(key, noted) => {
                self.is_changed |= noted.changes;
                known.note_read(&key, noted);
            }
            Found::Other => {}
            Found::Damaged(bytes, reason) => {
                let place = Place::Page(number);
                self.damage.push(Damage { place, bytes: bytes.to_vec(), reason });
            }
        }
    }
}
