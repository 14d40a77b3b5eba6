// Keeps what is written: first on this device, then on the server. It never throws away what the server has not confirmed.
const idle = 1500;
const longest = 10_000;
const device = 300;
const firstRetry = 1000;
const longestRetry = 30_000;

/**
 * The states that it tells: "saved", "changed", "saving", "away" (the server does not answer), "signedOut", "refused" (with errors by
 * field), "overtaken" (another was saved first) and "behind" (another tab of this browser saved).
 */
export class Saver {
  #read;
  #send;
  #copies;
  #tell;
  #timers;
  #version = 0;
  #saved = 0;
  #changedAt = null;
  #unconfirmed = null;
  #busy = false;
  #attempts = 0;
  #saveTimer = null;
  #keepTimer = null;
  #state = 'saved';
  #last = {};

  /**
   * @param read Gives what would be sent now: [[name, value]].
   * @param base What is saved first began from: a word of the server's, which names the revision and the save in it that was seen.
   * @param send Sends it with what it began from; answers { kind: "saved", from, savedAt } or another kind; `from` is the next one's base.
   * @param copies Keeps and forgets the copy on this device.
   * @param timers { now, set, clear }: the clock of the page.
   */
  constructor({ base, read, send, copies, tell, timers }) {
    this.base = base;
    this.#read = read;
    this.#send = send;
    this.#copies = copies;
    this.#tell = tell;
    this.#timers = timers;
  }

  get state() {
    return this.#state;
  }

  /** Number of the revision that what stands here began from. */
  get revision() {
    return Number.parseInt(this.base, 10);
  }

  /** What came with the last answer: who, when, which revision. */
  get last() {
    return this.#last;
  }

  /** A save is under way. */
  get isBusy() {
    return this.#busy;
  }

  get isUnsaved() {
    return this.#version !== this.#saved || this.#unconfirmed !== null;
  }

  /** Something was typed or chosen. */
  changed() {
    this.#version++;
    const now = this.#timers.now();
    this.#changedAt ??= now;
    this.#timers.clear(this.#keepTimer);
    this.#keepTimer = this.#timers.set(() => this.keep(), device);
    if (this.#state === 'saved' || this.#state === 'refused') this.#say('changed');
    if (this.#state !== 'away' && this.#state !== 'signedOut' && this.#state !== 'behind') {
      this.#schedule(Math.max(0, Math.min(idle, this.#changedAt + longest - now)));
    }
  }

  /** What an earlier page sent, without hearing whether it arrived: it is sent again before anything else. */
  resume(entries) {
    this.#unconfirmed = { entries, version: -1 };
    this.changed();
  }

  /** Writes the copy on this device, at once. */
  keep() {
    this.#timers.clear(this.#keepTimer);
    if (this.isUnsaved) this.#copies.keep({ base: this.base, entries: this.#read(), sent: this.#unconfirmed?.entries ?? null });
  }

  /** Sends now what is not yet on the server. A page that goes away asks the browser to finish (keepalive). */
  async save({ keepalive = false } = {}) {
    this.#timers.clear(this.#saveTimer);
    if (this.#busy || !this.isUnsaved || this.#state === 'behind') return;
    const sent = this.#unconfirmed ?? { entries: this.#read(), version: this.#version };
    this.#busy = true;
    this.#unconfirmed = sent;
    this.#changedAt = null;
    if (this.#state !== 'overtaken') this.#say('saving');
    this.keep();
    const answer = await this.#send(sent.entries, this.base, keepalive).catch(() => ({ kind: 'away' }));
    this.#busy = false;
    if (this.#state !== 'behind') this.#heard(sent, answer);
  }

  /** The network is back, or the person: no more waiting. */
  again() {
    if (this.#state === 'away' || this.#state === 'signedOut') this.save();
  }

  /** Another tab of this browser saved: what both write would overwrite each other by turns. */
  fallBehind(news) {
    if (this.#state === 'overtaken') return;
    this.keep();
    this.#say('behind', news);
  }

  /** Goes on with what stands here, over what the other saved; that stays as a revision of its own, which the plus asks for. */
  goOn() {
    this.base = `${(this.#last.from ?? this.base).replace(/\+$/, '')}+`;
    this.#unconfirmed = null;
    this.#version++;
    this.#say('changed');
    return this.save();
  }

  /** Sees to it that what stands here is kept aside on the server, before the other's text takes its place. */
  async setAside() {
    if (this.#state === 'overtaken' && this.isUnsaved) await this.save();
    return !this.isUnsaved;
  }

  #heard(sent, answer) {
    if (answer.kind === 'away') {
      this.#attempts++;
      this.#say('away');
      this.#schedule(Math.min(longestRetry, firstRetry * 2 ** (this.#attempts - 1)));
      return;
    }
    this.#attempts = 0;
    this.#unconfirmed = null;
    if (answer.kind === 'signedOut') {
      this.#say('signedOut', answer);
      this.keep();
      this.#schedule(longestRetry);
      return;
    }
    this.#timers.clear(this.#saveTimer);
    if (answer.kind === 'saved') this.base = answer.from;
    if (answer.kind !== 'refused') this.#saved = sent.version === -1 ? this.#saved : sent.version;
    this.#say(answer.kind === 'saved' && this.isUnsaved ? 'changed' : answer.kind, answer);
    if (!this.isUnsaved) {
      this.#copies.forget();
    } else if (answer.kind !== 'refused') {
      this.keep();
      this.#schedule(sent.version === -1 ? 0 : idle);
    }
  }

  #schedule(milliseconds) {
    this.#timers.clear(this.#saveTimer);
    this.#saveTimer = this.#timers.set(() => this.save(), milliseconds);
  }

  #say(state, answer = null) {
    this.#state = state;
    if (answer !== null) this.#last = answer;
    this.#tell(state, this.#last);
  }
}
