//! The longest and most that a record may hold. They keep a hostile file from filling the browser.

/// Characters in a name.
pub const NAME_MAX: usize = 200;
/// Characters in an e-mail address (RFC 5321, path limit).
pub const EMAIL_MAX: usize = 254;
/// Characters in a telephone number.
pub const PHONE_MAX: usize = 40;
/// Characters in one line of any other kind.
pub const LINE_MAX: usize = 200;
/// Characters in a note or the text of a contact.
pub const NOTE_MAX: usize = 10_000;
/// Tags on one customer.
pub const TAGS_MAX: usize = 50;
/// Characters in one tag.
pub const TAG_MAX: usize = 40;
/// People of one customer.
pub const PEOPLE_MAX: usize = 200;
/// Contacts with one customer.
pub const CONTACTS_MAX: usize = 5_000;
/// Columns of the person's own scheme.
pub const COLUMNS_MAX: usize = 12;
/// The largest amount, in minor units, to either side of zero.
pub const AMOUNT_MAX: i64 = 1_000_000_000_000;
/// The longest rhythm, in days.
pub const CADENCE_MAX: u16 = 3_650;
/// Entries in a list of one record: products of a deal, steps, arguments.
pub const ITEMS_MAX: usize = 100;
/// Matters of one customer.
pub const MATTERS_MAX: usize = 5_000;
/// Products and templates of a workspace.
pub const ASSETS_MAX: usize = 2_000;
/// Fields that the person defined.
pub const OWN_FIELDS_MAX: usize = 30;
/// The largest quantity of one product in a deal.
pub const QUANTITY_MAX: u32 = 1_000_000;
/// The largest count without a smaller limit of its own.
pub const COUNT_MAX: u32 = 1_000_000;
/// The longest notice of a subscription, in days.
pub const NOTICE_MAX: u32 = 730;
/// The longest lifetime of a product, in years.
pub const LIFETIME_MAX: u32 = 100;
/// The longest contact, in minutes.
pub const MINUTES_MAX: u32 = 1_440;
/// Customers behind one idea, votes in one poll, members of one group.
pub const VOICES_MAX: usize = 10_000;
/// Comments on one idea.
pub const COMMENTS_MAX: usize = 2_000;
/// Answers a poll offers.
pub const OPTIONS_MAX: usize = 20;
/// Entries in the log of one group, and its events.
pub const POSTS_MAX: usize = 5_000;
/// How many days an idea waits for a decision before it is due (R17).
pub const DECISION_DAYS: u64 = 30;
