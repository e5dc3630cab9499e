// Reads what is stored while the app is still on its way: two things that would otherwise wait for
// each other. `storage/browser/early.rs` takes it over with `rapportEarly(workspace)`, a promise of
// [numbers, pages], or of null when there is nothing to take over; the app then reads by itself.
(function () {
  "use strict";
  var workspace = "own";
  try {
    workspace = localStorage.getItem("rapport/preferences/workspace") || workspace;
  } catch (blocked) {
    // The app says what follows from that.
  }

  // Another tab that writes meanwhile says so; then what was read here is of no use.
  var isStale = false;
  var tabs = self.BroadcastChannel && new BroadcastChannel("rapport-" + workspace);
  if (tabs) tabs.onmessage = function () { isStale = true; };

  var reading = new Promise(function (resolve) {
    var request = indexedDB.open("rapport-" + workspace);
    // Nothing was ever stored: the app makes the database, with what belongs in it.
    var isNew = false;
    request.onupgradeneeded = function () {
      isNew = true;
      request.transaction.abort();
    };
    request.onerror = function (event) {
      event.preventDefault();
      resolve(isNew ? [[], []] : null);
    };
    request.onsuccess = function () {
      var database = request.result;
      database.onversionchange = function () { database.close(); };
      var transaction = database.transaction("pages");
      var numbers = transaction.objectStore("pages").getAllKeys();
      var pages = transaction.objectStore("pages").getAll();
      transaction.oncomplete = function () {
        database.close();
        resolve([numbers.result, pages.result]);
      };
      transaction.onabort = function () {
        database.close();
        resolve(null);
      };
    };
    // Some browsers never answer.
    setTimeout(resolve, 5000, null);
  }).catch(function () { return null; });

  self.rapportEarly = function (wanted) {
    var read = reading;
    reading = Promise.resolve(null);
    return read.then(function (found) {
      if (tabs) tabs.close();
      return isStale || wanted !== workspace ? null : found;
    });
  };
})();
