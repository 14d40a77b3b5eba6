// The other tabs of this browser that have the same article open.
const wait = 250;

export class Tabs {
  #channel;
  #tab;
  #others = new Set();

  /** @param onSaved Called when another tab saved, with { from, savedAt }. */
  constructor({ account, article, tab, onSaved, onCount }) {
    this.#tab = tab;
    if (!('BroadcastChannel' in window)) return;
    this.#channel = new BroadcastChannel(`gazetier:${account}:${article}`);
    this.#channel.addEventListener('message', ({ data }) => {
      if (data.kind === 'whoIsThere') this.#say('here');
      if (data.kind === 'left') this.#others.delete(data.page);
      else this.#others.add(data.page);
      if (data.kind === 'saved') onSaved(data);
      onCount(this.#others.size);
    });
    window.addEventListener('pagehide', () => this.#say('left'));
    window.addEventListener('pageshow', (event) => event.persisted && this.#say('here'));
  }

  // A tab that was duplicated has the number of its origin: each page has one of its own beside.
  #page = Math.random().toString(36).slice(2);

  /** Numbers of the tabs that answer. */
  async open() {
    if (!this.#channel) return new Set();
    const tabs = new Set();
    const hear = ({ data }) => data.kind === 'here' && tabs.add(data.tab);
    this.#channel.addEventListener('message', hear);
    this.#say('whoIsThere');
    await new Promise((done) => { setTimeout(done, wait); });
    this.#channel.removeEventListener('message', hear);
    return tabs;
  }

  saved(answer) {
    this.#say('saved', { from: answer.from, savedAt: answer.savedAt });
  }

  #say(kind, more = {}) {
    this.#channel?.postMessage({ kind, tab: this.#tab, page: this.#page, ...more });
  }
}
