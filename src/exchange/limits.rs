//! How much of a list is read. A hostile file is refused before it fills the memory.

/// Bytes of a file.
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// Records of a list, the blank ones not counted.
pub const ROWS_MAX: usize = 200_000;
/// Columns of a list. An own list with [`PEOPLE_MAX`](crate::domain::PEOPLE_MAX) people for one
/// customer has some 850.
pub const LIST_COLUMNS_MAX: usize = 1_000;
/// Cells of a list, blank ones between others included.
pub const CELLS_MAX: usize = 10_000_000;
