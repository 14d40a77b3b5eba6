// Copies on this device of what is not yet on the server: one for each tab, by account and article.
export class Copies {
  #prefix;
  #tab;
  #storage;
  #onFull;

  constructor({ account, article, tab, storage, onFull }) {
    this.#prefix = `gazetier.copy:${account}:${article}:`;
    this.#tab = tab;
    this.#storage = storage;
    this.#onFull = onFull;
  }

  keep(copy) {
    try {
      this.#storage.setItem(this.#prefix + this.#tab, JSON.stringify({ ...copy, at: new Date().toISOString() }));
      this.#onFull(false);
    } catch {
      this.#onFull(true);
    }
  }

  forget(tab = this.#tab) {
    try {
      this.#storage.removeItem(this.#prefix + tab);
    } catch { /* nothing is kept there */ }
  }

  /** The copy is put by: shown, no longer taken up by itself. */
  decline() {
    const own = this.all().find((copy) => copy.tab === this.#tab);
    if (!own) return;
    this.forget();
    this.#storage.setItem(`${this.#prefix}${this.#tab}-${Date.now()}`, JSON.stringify({ ...own, declined: true }));
  }

  /** All copies of this article by this account, the newest first. */
  all() {
    const found = [];
    try {
      for (let at = 0; at < this.#storage.length; at++) {
        const key = this.#storage.key(at);
        if (key.startsWith(this.#prefix)) found.push({ ...JSON.parse(this.#storage.getItem(key)), tab: key.slice(this.#prefix.length) });
      }
    } catch { /* what cannot be read is not offered */ }
    return found.sort((a, b) => b.at.localeCompare(a.at));
  }
}

/** The number of this tab, the same after a reload. */
export function tabNumber() {
  try {
    const known = sessionStorage.getItem('gazetier.tab');
    const tab = known ?? crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
    sessionStorage.setItem('gazetier.tab', tab);
    return tab;
  } catch {
    return 'only';
  }
}
