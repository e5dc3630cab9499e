//! Whether everyone can use the page: axe-core, with all its rules and best practices.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xtask::project::Project;

use crate::stage::Stage;

/// May name another file with axe-core than the one `cargo xtask test` sets up.
const AXE_FILE: &str = "RAPPORT_AXE";

const RUN: &str = "
const [done] = arguments;
axe.run(document, { resultTypes: ['violations'] }).then(
  (result) => done(result.violations.map((rule) => ({
    id: rule.id, help: rule.help,
    targets: rule.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  }))),
  (error) => done(String(error)),
);";

impl Stage {
    /// Checks the page as it is now.
    ///
    /// # Errors
    /// A list of what was found: rule, elements, what to do.
    pub async fn everyone_can_use_it(&self) -> Result<()> {
        if self.script("return !window.axe", vec![]).await? == json!(true) {
            self.script(&axe_core()?, vec![]).await?;
        }
        let found = self.script_with_callback(RUN, vec![]).await?;
        match found.as_array() {
            Some(none) if none.is_empty() => Ok(()),
            Some(violations) => bail!("axe-core found:\n{}", listed(violations)),
            None => bail!("axe-core failed: {found}"),
        }
    }
}

fn axe_core() -> Result<String> {
    let file = match env::var_os(AXE_FILE) {
        Some(file) => PathBuf::from(file),
        None => Project::find()?.npm_file("axe-core/axe.min.js"),
    };
    let unreadable = || format!("{} cannot be read; run `cargo xtask test`", file.display());
    fs::read_to_string(&file).with_context(unreadable)
}

fn listed(violations: &[Value]) -> String {
    let text = |value: &Value, key: &str| {
        value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let one = |violation: &Value| {
        let targets = violation.get("targets").and_then(Value::as_array);
        let targets = targets.into_iter().flatten().filter_map(Value::as_str);
        let targets: String = targets.map(|target| format!("\n      {target}")).collect();
        format!("  {}: {}{targets}", text(violation, "id"), text(violation, "help"))
    };
    violations.iter().map(one).collect::<Vec<_>>().join("\n")
}
