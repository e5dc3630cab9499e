// Runs in every page of the benchmark before the page's own scripts, and takes the times in the
// page, where no driver stands between an event and the clock. All times are milliseconds since
// the navigation began.
(() => {
  const now = () => performance.now();
  const bench = { startUp: null, memory: null, instantiated: null, longTasks: [], reaction: null };
  Object.defineProperty(window, "rapportBench", { value: bench });

  // After the present task with all its microtasks, or after the frame if called before painting.
  const soon = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(null);
  };

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      bench.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  // The memory of the app is an export of its module.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      bench.memory = (made.instance ?? made).exports.memory ?? bench.memory;
      bench.instantiated = now();
      return made;
    };
  }

  const cards = () => document.querySelectorAll("[data-testid=card]").length;
  const mark = performance.mark.bind(performance);
  performance.mark = (name, ...rest) => {
    const entry = mark(name, ...rest);
    if (name === "usable" && !bench.startUp) noteUsable(entry.startTime);
    return entry;
  };

  // The mark is set in an animation frame; usable means that this frame, or a later one that has
  // the cards, was painted: the next frame has come.
  const noteUsable = (marked) => {
    bench.startUp = { marked };
    const look = () => {
      if (!cards()) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const tasks = bench.longTasks.map((task) => task.duration);
        Object.assign(bench.startUp, {
          painted: now(), cards: cards(), instantiated: bench.instantiated,
          longestTask: Math.max(0, ...tasks),
        });
      });
    };
    look();
  };

  const saveMark = () => document.querySelector("[data-testid=save-state]")?.dataset.state;
  bench.saveMark = saveMark;

  // Notes when everything is saved again after something had to be saved.
  const watchSaving = (note) => {
    let saving = saveMark() === "saving";
    const observer = new MutationObserver(() => {
      const state = saveMark();
      saving ||= state === "saving";
      if (saving && state === "saved") {
        observer.disconnect();
        note(now());
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  };
  bench.expectSave = () => {
    bench.savedAt = null;
    watchSaving((at) => (bench.savedAt = at));
  };

  // From the event `begins` (its own time stamp), through the handlers of `handled`, to the frame
  // after the one that shows it.
  const expectReaction = (begins, handled, isShown) => {
    const times = {};
    bench.reaction = times;
    const check = () => {
      if (times.shown || !isShown()) return;
      observer.disconnect();
      times.shown = now();
      soon(() => (times.worked = now()));
      requestAnimationFrame(() => {
        times.frameBegan = now();
        soon(() => (times.framed = now()));
        requestAnimationFrame(() => (times.painted = now()));
      });
    };
    const observer = new MutationObserver(check);
    hear = (event) => {
      if (event.type === begins) times.began = event.timeStamp;
      if (event.type !== handled) return;
      hear = null;
      times.entered = now();
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      // Another chance for what is shown without touching the observed tree.
      soon(check);
    };
    return times;
  };
  // Heard on the window before anything of the app is, because nothing of it is there yet.
  let hear = null;
  for (const type of ["pointerup", "keydown", "input"])
    addEventListener(type, (event) => hear?.(event), true);

  const column = (key) => document.querySelector(`[data-testid=column][data-key="${key}"]`);
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  // The first card of a column that has one, and the same height in the column beside it.
  // `backwards` is the way back.
  bench.findDrag = (backwards) => {
    const columns = [...document.querySelectorAll("[data-testid=column]")].slice(0, 2);
    if (backwards) columns.reverse();
    const [from, to] = columns;
    const rows = [...(from?.querySelectorAll("[data-testid=card]") ?? [])];
    const card = rows.sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)[0];
    if (!card || !to) return null;
    const start = middle(card);
    const end = { x: middle(to).x, y: start.y };
    const hit = (point) => document.elementFromPoint(point.x, point.y);
    if (!card.contains(hit(start)) || !to.contains(hit(end))) return null;
    return { id: card.dataset.id, key: to.dataset.key, start, end };
  };
  bench.expectDrop = (id, key) => {
    const isThere = () => !!column(key)?.querySelector(`[data-testid=card][data-id="${id}"]`);
    const times = expectReaction("pointerup", "pointerup", isThere);
    watchSaving((at) => (times.saved = at));
  };

  const counts = () =>
    [...document.querySelectorAll("[data-testid=column] .count")].map((e) => e.textContent).join(" ");
  bench.counts = counts;
  bench.onBoard = () =>
    counts().split(" ").reduce((sum, count) => sum + Number(count.replace(/\D/g, "")), 0);
  bench.expectSearch = () => {
    const before = counts();
    expectReaction("keydown", "input", () => counts() !== before);
  };
  bench.emptySearch = () => {
    const field = document.querySelector("[data-testid=search]");
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // How long the page is busy in each frame, and how far frames are apart, until asked to stop.
  bench.countFrames = () => {
    const frames = { from: now(), gap: 0, work: 0, last: now(), scrolled: 0 };
    bench.frames = frames;
    const frame = () => {
      if (bench.frames !== frames) return;
      const began = now();
      frames.gap = Math.max(frames.gap, began - frames.last);
      frames.last = began;
      frames.scrolled = Math.max(frames.scrolled, scrollY);
      soon(() => (frames.work = Math.max(frames.work, now() - began)));
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  bench.stopFrames = () => {
    const { from, gap, work, scrolled } = bench.frames;
    bench.frames = null;
    const tasks = bench.longTasks.filter((task) => task.startTime >= from);
    return { gap, task: Math.max(work, ...tasks.map((task) => task.duration)), scrolled };
  };
  bench.longestColumn = () => {
    const lists = [...document.querySelectorAll("[data-testid=column] .cards")];
    lists.sort((a, b) => b.scrollHeight - a.scrollHeight);
    const box = lists[0]?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: innerHeight / 2 };
  };

  bench.nodes = () => document.getElementsByTagName("*").length;
  bench.wasmBytes = () => bench.memory?.buffer.byteLength ?? 0;
})();
