// The last resort: shows the panel `#crash` of index.html when the app has broken, and lets the
// person take all data along. Plain JavaScript, because the wasm instance is dead by then.
(function () {
  "use strict";

  var isShown = false;

  // When to show it -----------------------------------------------------------------------------

  // A panic: the hook of `platform/crash.rs` tells us before the trap. After its call has ended.
  addEventListener("rapport-crash", function () {
    setTimeout(show, 0);
  });

  addEventListener(
    "error",
    function (event) {
      var isScript = event.target instanceof HTMLScriptElement;
      if (isScript ? isStarting() && isOurs(event.target.src) : isFatal(event.error, event.filename)) {
        show(describe(event.error) || event.message || "");
      }
    },
    true
  );

  addEventListener("unhandledrejection", function (event) {
    if (isFatal(event.reason, "")) show(describe(event.reason));
  });

  // Harmless: everything that is no broken wasm and no failed start. Among it are the notices of
  // ResizeObserver, errors of other origins (they come without an error object), of extensions, of
  // workers, and rejections that the app reports itself.
  function isFatal(error, file) {
    if (!error || !isOurs(file)) return false;
    var stack = String(error.stack || "");
    if (/-extension:\/\//.test(stack)) return false;
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) return true;
    // A stack that ran over inside wasm is a RangeError, in Firefox an InternalError.
    if (/RangeError|InternalError/.test(error.name)) return /\.wasm\b|wasm-function/.test(stack);
    // Before the app is there, whatever stops it from coming.
    return isStarting() && error instanceof Error;
  }

  function isStarting() {
    return document.getElementById("splash") !== null;
  }

  function isOurs(address) {
    if (!address) return true;
    try {
      var url = new URL(address, location.href);
      return url.protocol === location.protocol && url.host === location.host;
    } catch (unreadable) {
      return false;
    }
  }

  function describe(error) {
    if (!error) return "";
    var stack = String(error.stack || "");
    return stack.indexOf(error.message) >= 0 ? stack : error + "\n" + stack;
  }

  // The panel -----------------------------------------------------------------------------------

  function show(detail) {
    if (isShown || !document.body) return;
    var place = document.getElementById("crash");
    if (!place) return;
    isShown = true;
    var panel = place.querySelector("dialog");
    var language = document.documentElement.lang === "en" ? "en" : "de";
    place.querySelectorAll("[data-language]").forEach(function (text) {
      text.hidden = text.dataset.language !== language;
    });
    panel.lang = language;
    panel.setAttribute("aria-labelledby", "crash-title-" + language);
    panel.setAttribute("aria-describedby", "crash-text-" + language);
    var shown = document.getElementById("crash-detail");
    // The message of a panic says more than the trap that follows it.
    if (!shown.textContent) shown.textContent = detail || "";
    var splash = document.getElementById("splash");
    if (splash) splash.remove();
    place.hidden = false;
    raise(panel);
    panel.addEventListener("cancel", function (event) {
      event.preventDefault();
    });
    panel.addEventListener("close", function () {
      raise(panel);
    });
    panel.querySelector("[data-crash=reload]").addEventListener("click", function () {
      location.reload();
    });
    panel.querySelector("[data-crash=download]").addEventListener("click", download);
  }

  // Above every other dialog, which would keep the panel out of reach otherwise.
  function raise(panel) {
    panel.removeAttribute("open");
    try {
      panel.showModal();
    } catch (unable) {
      panel.setAttribute("open", "");
    }
    panel.querySelector("[data-crash=reload]").focus();
  }

  // Asked for on the data screen, where the app is well.
  addEventListener("rapport-raw-data", function () {
    hand(function () {});
  });

  // The data ------------------------------------------------------------------------------------

  function download(event) {
    var button = event.currentTarget;
    button.disabled = true;
    hand(function () {
      button.disabled = false;
    });
  }

  function hand(then) {
    collect().then(function (parts) {
      then();
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(parts, { type: "application/json" }));
      link.download = "rapport-raw-data-" + new Date().toISOString().slice(0, 10) + ".json";
      link.click();
      setTimeout(function () {
        URL.revokeObjectURL(link.href);
      }, 60000);
    });
  }

  // Everything as it is stored, as the parts of one JSON text, row by row so that memory suffices.
  // What cannot be read is named under `problems` and stops nothing else.
  async function collect() {
    var problems = [];
    var head = { format: "rapport raw data", version: 1, made: new Date().toISOString() };
    var parts = [JSON.stringify(head).slice(0, -1), ',"localStorage":'];
    parts.push(JSON.stringify(readLocalStorage(problems)), ',"databases":[');
    var names = await databaseNames(problems);
    for (var place = 0; place < names.length; place++) {
      if (place > 0) parts.push(",");
      await readDatabase(names[place], parts, problems);
    }
    parts.push('],"points":', JSON.stringify(await readPoints(problems)));
    parts.push(',"problems":', JSON.stringify(problems), "}");
    return parts;
  }

  function readLocalStorage(problems) {
    var values = {};
    try {
      for (var place = 0; place < localStorage.length; place++) {
        var key = localStorage.key(place);
        if (key.startsWith("rapport/")) values[key] = localStorage.getItem(key);
      }
    } catch (error) {
      problems.push("localStorage: " + error);
    }
    return values;
  }

  async function databaseNames(problems) {
    try {
      var all = await within(5000, indexedDB.databases());
      return all
        .map(function (database) {
          return database.name;
        })
        .filter(function (name) {
          return name.startsWith("rapport");
        });
    } catch (error) {
      problems.push("indexedDB: " + error);
      return [];
    }
  }

  // The restore points, still packed by gzip.
  async function readPoints(problems) {
    var points = {};
    try {
      var names = await within(5000, caches.keys());
      for (var place = 0; place < names.length; place++) {
        if (!names[place].startsWith("rapport")) continue;
        var cache = await caches.open(names[place]);
        var keys = await cache.keys();
        for (var at = 0; at < keys.length; at++) {
          var response = await cache.match(keys[at]);
          points[names[place] + " " + keys[at].url] = plain(await response.arrayBuffer());
        }
      }
    } catch (error) {
      problems.push("caches: " + error);
    }
    return points;
  }

  async function readDatabase(name, parts, problems) {
    var database = null;
    parts.push('{"name":', JSON.stringify(name));
    try {
      database = await within(5000, open(name));
      parts.push(',"version":', String(database.version), ',"stores":[');
    } catch (error) {
      problems.push(name + ": " + error);
      parts.push(',"stores":[');
    }
    var stores = database ? Array.from(database.objectStoreNames) : [];
    for (var place = 0; place < stores.length; place++) {
      parts.push(place > 0 ? "," : "", '{"name":', JSON.stringify(stores[place]), ',"rows":[');
      try {
        await readStore(database, stores[place], parts, problems);
      } catch (error) {
        problems.push(name + ", " + stores[place] + ": " + error);
      }
      parts.push("]}");
    }
    if (database) database.close();
    parts.push("]}");
  }

  function open(name) {
    return new Promise(function (resolve, reject) {
      var request = indexedDB.open(name);
      request.onsuccess = function () {
        resolve(request.result);
      };
      request.onerror = function () {
        reject(request.error);
      };
      // It was not there: leave no empty one behind.
      request.onupgradeneeded = function () {
        request.transaction.abort();
      };
    });
  }

  function readStore(database, name, parts, problems) {
    return new Promise(function (resolve, reject) {
      var request = database.transaction(name, "readonly").objectStore(name).openCursor();
      var isFirst = true;
      request.onerror = function () {
        reject(request.error);
      };
      request.onsuccess = function () {
        var cursor = request.result;
        if (!cursor) return resolve();
        try {
          var row = JSON.stringify({ key: plain(cursor.key), value: plain(cursor.value) });
          parts.push(isFirst ? "" : ",", row);
          isFirst = false;
        } catch (error) {
          problems.push(name + ": " + error);
        }
        cursor.continue();
      };
    });
  }

  function within(milliseconds, promise) {
    return Promise.race([
      promise,
      new Promise(function (_, reject) {
        setTimeout(reject, milliseconds, new Error("no answer"));
      }),
    ]);
  }

  // Bytes as {"base64": text}, days as {"date": text}, everything else as JSON has it.
  function plain(value) {
    if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      return { base64: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (value instanceof Date) return { date: value.toISOString() };
    if (typeof value === "bigint") return { bigint: String(value) };
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== "object") return value;
    if (value instanceof Map) return { map: Array.from(value, plain) };
    var copy = {};
    Object.keys(value).forEach(function (key) {
      copy[key] = plain(value[key]);
    });
    return copy;
  }

  function base64(bytes) {
    var pieces = [];
    // Three bytes make four letters, so pieces of a multiple of three join without a seam.
    for (var start = 0; start < bytes.length; start += 24576) {
      pieces.push(btoa(String.fromCharCode.apply(null, bytes.subarray(start, start + 24576))));
    }
    return pieces.join("");
  }
})();
