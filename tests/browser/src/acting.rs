//! What a person does with what they found: click, type, press, choose; and read.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::common::command::{Actions, Command};

use crate::finding::Wanted;
use crate::stage::Stage;
use crate::waiting::until;

/// Answers when an element has stopped to move.
const AT_REST: &str = "const [element, done] = arguments;
    let before = null;
    const look = () => {
        const { x, y } = element.getBoundingClientRect();
        if (before === x + ' ' + y) return done(true);
        before = x + ' ' + y;
        setTimeout(look, 24);
    };
    look();";

/// One engine does not scroll a part of the page that scrolls by itself.
const INTO_VIEW: &str = "arguments[0].scrollIntoView({ block: 'center' })";

impl Stage {
    /// Waits for what hears the person: it comes a moment after the app is seen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn takes_input(&self) -> Result<()> {
        let there =
            "[['.shell', 'handling'], ['[data-testid=board]', 'usable']].every(([part, mark]) =>
            !document.querySelector(part) || performance.getEntriesByName(mark).length > 0)";
        self.until("the app to take input", there).await.map(|_| ())
    }

    /// Clicks something with a real pointer; waits until it can be clicked.
    ///
    /// # Errors
    /// When it is not there or something else lies over it all the time.
    pub async fn click(&self, wanted: Wanted) -> Result<()> {
        let element = self.find(wanted.clone()).await?;
        self.takes_input().await?;
        // A card that is still on its way would be missed; gone meanwhile, it is found anew below.
        if let Ok(element) = element.to_json() {
            let _ = self.script_with_callback(AT_REST, vec![element]).await;
        }
        until(&format!("{wanted} to take a click"), || async {
            // Found anew each time: the page may have drawn it again in between.
            let all = self.find_all(wanted.clone()).await?;
            let Some(element) = all.into_iter().nth(wanted.position()) else {
                return Ok(None);
            };
            if let Err(error) = element.click().await {
                self.script(INTO_VIEW, vec![element.to_json()?]).await?;
                return Err(error.into());
            }
            Ok(Some(()))
        })
        .await
    }

    /// Replaces what is in a field by typing.
    ///
    /// # Errors
    /// When the field is not there or takes no text.
    pub async fn fill(&self, wanted: Wanted, text: &str) -> Result<()> {
        let element = self.find(wanted.clone()).await?;
        self.script(INTO_VIEW, vec![element.to_json()?]).await?;
        element.clear().await.with_context(|| format!("{wanted} could not be emptied"))?;
        if text.is_empty() {
            // One engine empties a field without a word to the page.
            let said = "arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
            return self.script(said, vec![element.to_json()?]).await.map(|_| ());
        }
        element.send_keys(text).await.with_context(|| format!("{wanted} takes no text"))
    }

    /// Types into a field after what is there.
    ///
    /// # Errors
    /// When the field is not there or takes no text.
    pub async fn type_into(&self, wanted: Wanted, text: &str) -> Result<()> {
        let element = self.find(wanted.clone()).await?;
        element.send_keys(text).await.with_context(|| format!("{wanted} takes no text"))
    }

    /// Chooses an option of a `select` by its text.
    ///
    /// # Errors
    /// When there is no such field or option.
    pub async fn choose(&self, wanted: Wanted, option: &str) -> Result<()> {
        let element = self.find(wanted.clone()).await?.to_json()?;
        let script = "const [select, text] = arguments;
            const option = [...select.options].find((option) => option.text.trim() === text);
            if (!option) return [...select.options].map((option) => option.text.trim());
            select.value = option.value;
            for (const kind of ['input', 'change'])
                select.dispatchEvent(new Event(kind, { bubbles: true }));
            return true;";
        let answer = self.script(script, vec![element, json!(option)]).await?;
        anyhow::ensure!(answer == json!(true), "{wanted} has no option {option:?} but {answer}");
        Ok(())
    }

    /// Gives a file to a file field, which may be hidden behind a button.
    ///
    /// # Errors
    /// When the field is not there or takes no file.
    pub async fn upload(&self, wanted: Wanted, file: &Path) -> Result<()> {
        let element = self.find(wanted.clone().even_hidden()).await?;
        let path = file.canonicalize().with_context(|| format!("{} is missing", file.display()))?;
        let path = path.display().to_string();
        element.send_keys(path).await.with_context(|| format!("{wanted} takes no file"))
    }

    /// Presses a key or a chord on whatever has the focus: `Escape`, `Control+z`, `c`,
    /// `Shift+Tab`.
    ///
    /// # Errors
    /// When the key is not known.
    pub async fn press(&self, chord: &str) -> Result<()> {
        self.takes_input().await?;
        let codes: Result<Vec<char>> = split_chord(chord).into_iter().map(key_code).collect();
        let codes = codes?;
        let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code }));
        let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code }));
        let actions: Vec<_> = down.chain(up).collect();
        self.perform(json!([{ "type": "key", "id": "keyboard", "actions": actions }])).await
    }

    /// Types text key by key on whatever has the focus.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn type_keys(&self, text: &str) -> Result<()> {
        let actions: Vec<_> = text
            .chars()
            .flat_map(|letter| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": letter }))
            })
            .collect();
        self.perform(json!([{ "type": "key", "id": "keyboard", "actions": actions }])).await
    }

    /// The text of something as it is shown.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn text_of(&self, wanted: Wanted) -> Result<String> {
        Ok(self.find(wanted).await?.text().await?)
    }

    /// What is in a field.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn value_of(&self, wanted: Wanted) -> Result<String> {
        Ok(self.find(wanted).await?.prop("value").await?.unwrap_or_default())
    }

    /// An attribute of something, if it has it.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn attribute_of(&self, wanted: Wanted, name: &str) -> Result<Option<String>> {
        Ok(self.find(wanted).await?.attr(name).await?)
    }

    /// Waits until something has the keyboard's focus.
    ///
    /// # Errors
    /// When the focus stays elsewhere.
    pub async fn focus_is_on(&self, wanted: Wanted) -> Result<()> {
        until(&format!("the focus on {wanted}"), || async {
            let all = self.find_all(wanted.clone()).await?;
            let Some(element) = all.into_iter().nth(wanted.position()) else {
                return Ok(None);
            };
            let script = "return arguments[0] === document.activeElement";
            let focused = self.script(script, vec![element.to_json()?]).await?;
            Ok((focused == json!(true)).then_some(()))
        })
        .await
    }

    /// Performs raw WebDriver actions.
    ///
    /// # Errors
    /// When the browser refuses them.
    pub async fn perform(&self, sources: serde_json::Value) -> Result<()> {
        let command = Command::PerformActions(Actions::from(sources));
        self.driver()?.cmd(command).await.context("the actions were refused")?;
        Ok(())
    }
}

/// The keys of a chord; a plus at its end is the key itself.
fn split_chord(chord: &str) -> Vec<&str> {
    match chord.strip_suffix('+') {
        Some("") => vec!["+"],
        Some(held) => held.trim_end_matches('+').split('+').chain(["+"]).collect(),
        None => chord.split('+').collect(),
    }
}

/// WebDriver's character for a key.
fn key_code(name: &str) -> Result<char> {
    let code = match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e006}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "F2" => '\u{e032}',
        "Meta" => '\u{e03d}',
        other => {
            let mut letters = other.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => anyhow::bail!("there is no key {other:?}"),
            }
        }
    };
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_taken_apart() {
        assert_eq!(split_chord("Control+Shift+z"), ["Control", "Shift", "z"]);
        assert_eq!(split_chord("Control++"), ["Control", "+"]);
        assert_eq!(split_chord("+"), ["+"]);
        assert_eq!(key_code("?").ok(), Some('?'));
        assert!(key_code("Entr").is_err());
    }
}
