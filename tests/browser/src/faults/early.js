// The deliberately broken variant: what the app puts is stored a while later, in a transaction of
// its own, while the app's transaction completes at once: "Saved" before anything is.
(() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, key) {
    const { name, transaction } = this;
    const database = transaction.db;
    setTimeout(() => {
      const late = database.transaction(name, "readwrite");
      put.call(late.objectStore(name), value, key);
    }, 400);
    return this.get(key);
  };
})();
