// Before the first paint: the theme and the language chosen on this device, so that nothing flashes.
// Small and classic on purpose; `platform/preferences.rs` writes what is read here.
(function () {
  "use strict";
  var root = document.documentElement;

  function preference(name) {
    try {
      return localStorage.getItem("rapport/preferences/" + name);
    } catch (blocked) {
      return null;
    }
  }

  function known(tag) {
    var primary = String(tag).toLowerCase().split(/[-_]/)[0];
    return primary === "de" || primary === "en" ? primary : null;
  }

  var theme = preference("theme");
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);

  var tags = [preference("language")].concat(Array.from(navigator.languages || [navigator.language]), "en");
  root.lang = tags.map(known).find(Boolean);
})();
