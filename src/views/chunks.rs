//! The parts of the app that are no part of the first download. Each is fetched when it is first
//! needed, at the latest when the browser has nothing else to do after the start.
//!
//! With the feature `split` every function here is a place where the wasm file is cut; without it
//! they are plain functions. What stands here must be named nowhere else, or it stays in the first
//! download.

use std::{
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use chrono::NaiveDateTime;
use leptos::{prelude::*, task::spawn_local};

use super::{
    dialogs::{
        AssetsDialog, ColumnsDialog, ContactForm, ContactSheet, CustomerForm, FilterDialog, Help,
        MessageDialog, OwnFieldsDialog, Palette, SheetForm,
    },
    screens::{
        self, CustomerScreen, CustomersScreen, DataScreen, Handling, NotFound, RescueScreen,
        TodayScreen, due_count,
    },
    shell::ShellHandling,
    ui::{IdeaDialog, Subject, Ui, use_words},
};
use crate::{
    domain::{ContactId, CustomerId, Facts, Workspace},
    platform::{listener, measure},
    route::IdeasQuery,
    start::{self, Looks, Stage},
    state::{AppState, Damage, use_state},
};

/// Draws a part that is here.
pub type Draw = Box<dyn FnOnce() -> AnyView>;

/// Going over to another workspace.
pub type Turning = Pin<Box<dyn Future<Output = ()>>>;

/// A part on its way.
type Fetching = Pin<Box<dyn Future<Output = Result<Draw, NotFetched>>>>;

/// The part could not be fetched: there is no connection, or the host has a newer version.
#[derive(Debug)]
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Functions of a chunk: `async`, and the first call of one of them fetches the chunk.
macro_rules! chunk {
    ($chunk:ident, $ready:ident: $(
        $(#[doc = $doc:literal])*
        fn $name:ident($($arg:ident: $type:ty),*) -> $result:ty { $body:expr }
    )*) => {
        $(
            $(#[doc = $doc])*
            #[cfg(feature = "split")]
            #[wasm_split_helpers::wasm_split($chunk, fallible)]
            pub fn $name($($arg: $type),*) -> Result<$result, NotFetched> {
                Ok($body)
            }

            $(#[doc = $doc])*
            #[cfg(not(feature = "split"))]
            pub async fn $name($($arg: $type),*) -> Result<$result, NotFetched> {
                Ok($body)
            }
        )*

        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($chunk, fallible)]
        fn $ready() -> Result<(), NotFetched> {
            Ok(())
        }
    };
}

chunk! { keeping, keeping_ready:
    /// Opens the storage behind what is shown.
    fn keep(ui: Ui, state: AppState, stage: RwSignal<Stage>, looks: Looks) -> Turning {
        Box::pin(start::keep(ui, state, stage, looks))
    }
}

chunk! { hands, hands_ready:
    /// What a person can do with the board.
    fn board_handling() -> Draw { Box::new(|| view! { <Handling/> }.into_any()) }

    /// Keys, messages and menus on every screen.
    fn shell_handling() -> Draw { Box::new(|| view! { <ShellHandling/> }.into_any()) }
}

chunk! { customer, customer_ready:
    /// The table of all customers.
    fn customers_screen() -> Draw { Box::new(|| view! { <CustomersScreen/> }.into_any()) }

    /// The page of a customer.
    fn customer_screen(id: CustomerId) -> Draw {
        Box::new(move || view! { <CustomerScreen id/> }.into_any())
    }

    /// The form of a customer, empty for a new one.
    fn customer_form(existing: Option<CustomerId>) -> Draw {
        Box::new(move || view! { <CustomerForm existing/> }.into_any())
    }

    /// The two taps that log a contact.
    fn contact_sheet(customer: Option<CustomerId>) -> Draw {
        Box::new(move || view! { <ContactSheet customer/> }.into_any())
    }

    /// The form of a contact.
    fn contact_form(customer: CustomerId, contact: ContactId) -> Draw {
        Box::new(move || view! { <ContactForm customer contact/> }.into_any())
    }

    /// The form of a record.
    fn sheet_form(subject: Subject, prefill: Facts) -> Draw {
        Box::new(move || view! { <SheetForm subject prefill/> }.into_any())
    }

    /// A message to a customer.
    fn message_dialog(customer: CustomerId) -> Draw {
        Box::new(move || view! { <MessageDialog customer/> }.into_any())
    }

    /// Products and templates.
    fn assets_dialog() -> Draw { Box::new(|| view! { <AssetsDialog/> }.into_any()) }

    /// The person's own fields.
    fn own_fields_dialog() -> Draw { Box::new(|| view! { <OwnFieldsDialog/> }.into_any()) }
}

chunk! { ideas, ideas_ready:
    /// Ideas, polls and groups.
    fn ideas_screen(query: Memo<IdeasQuery>) -> Draw {
        Box::new(move || screens::ideas_screen(query))
    }

    /// The forms about them.
    fn idea_dialog(which: IdeaDialog) -> Draw { Box::new(move || screens::idea_dialog(which)) }
}

chunk! { today, today_ready:
    /// What is due.
    fn today_screen() -> Draw { Box::new(|| view! { <TodayScreen/> }.into_any()) }

    /// How many things are late or due today.
    fn count_due(workspace: Workspace, now: NaiveDateTime) -> usize { due_count(&workspace, now) }
}

chunk! { tools, tools_ready:
    /// The filter of the board.
    fn filter_dialog() -> Draw { Box::new(|| view! { <FilterDialog/> }.into_any()) }

    /// The person's own columns.
    fn columns_dialog() -> Draw { Box::new(|| view! { <ColumnsDialog/> }.into_any()) }

    /// The commands.
    fn palette() -> Draw { Box::new(|| view! { <Palette/> }.into_any()) }

    /// Signs and keys.
    fn help() -> Draw { Box::new(|| view! { <Help/> }.into_any()) }

    /// An address that leads nowhere.
    fn not_found() -> Draw { Box::new(|| view! { <NotFound/> }.into_any()) }
}

chunk! { data, data_ready:
    /// Where the data is, lists and files.
    fn data_screen() -> Draw { Box::new(|| view! { <DataScreen/> }.into_any()) }

    /// What could not be read.
    fn rescue_screen(
        damage: Vec<Damage>,
        missing: Option<usize>,
        came_back: Option<usize>,
        on_continue: Callback<()>
    ) -> Draw {
        Box::new(move || view! { <RescueScreen damage missing came_back on_continue/> }.into_any())
    }

    /// Opens the sample workspace.
    fn open_sample(ui: Ui, state: AppState) -> Turning { Box::pin(start::open_sample(ui, state)) }

    /// Removes the sample workspace.
    fn remove_sample(ui: Ui, state: AppState) -> Turning {
        Box::pin(start::remove_sample(ui, state))
    }
}

/// Fetches what is not here yet as soon as there is nothing else to do.
pub fn fetch_all_when_idle() {
    listener::idle(|| spawn_local(fetch_all())).detach();
}

/// What fails now is tried again when it is needed.
async fn fetch_all() {
    #[cfg(feature = "split")]
    let _ = (
        keeping_ready().await,
        hands_ready().await,
        customer_ready().await,
        today_ready().await,
        ideas_ready().await,
        tools_ready().await,
        data_ready().await,
    );
    measure::mark("complete");
}

/// Shows a part: at once where it is here, else as soon as it has come. Never before there is a book
/// that keeps what is done with it.
pub fn part<F>(fetch: impl Fn() -> F + 'static) -> AnyView
where
    F: Future<Output = Result<Draw, NotFetched>> + 'static,
{
    show(Rc::new(move || Box::pin(fetch())))
}

fn show(fetch: Rc<dyn Fn() -> Fetching>) -> AnyView {
    let state = use_state();
    let mut fetching = fetch();
    if state.is_bound_now()
        && let Poll::Ready(Ok(draw)) =
            fetching.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    {
        return draw();
    }
    let come = StoredValue::new_local(None::<Draw>);
    let arrived = RwSignal::new(None::<bool>);
    let wait = move |fetching: Fetching| {
        arrived.set(None);
        spawn_local(async move {
            let draw = fetching.await.ok();
            let is_here = draw.is_some();
            come.try_set_value(draw);
            arrived.try_set(Some(is_here));
        });
    };
    wait(fetching);
    let again = StoredValue::new_local(move || wait(fetch()));
    (move || match arrived.get() {
        None => ().into_any(),
        Some(true) if !state.is_bound() => ().into_any(),
        Some(true) => come.try_update_value(Option::take).flatten().map(|draw| draw()).into_any(),
        Some(false) => not_fetched(Callback::new(move |()| again.with_value(|again| again()))),
    })
    .into_any()
}

/// What is shown when a part could not be fetched.
pub fn not_fetched(again: Callback<()>) -> AnyView {
    let t = use_words();
    view! {
        <div class="empty-state" role="alert" data-testid="not-fetched">
            <p>{t.shell_not_fetched()}</p>
            <button class="button" on:click=move |_| again.run(())>{t.shell_try_again()}</button>
        </div>
    }
    .into_any()
}
