import { h } from '../dom.js';
import { say } from '../texts.js';

/** Says at each moment whether all is kept: in words, politely, and only when it changes. */
export class Status {
  #text = h('span', {});
  #full = false;
  #state = null;

  constructor(saveNow) {
    this.element = h('div', { class: 'editor-status' }, h('p', { role: 'status', 'aria-live': 'polite' }, this.#text),
      h('button', { type: 'button', class: 'small-tool', click: saveNow }, say('status.saveNow')));
    this.show('saved', {});
  }

  show(state, answer) {
    // "Being saved" flickers by each time: only what lasts is said.
    if (state === 'saving' && this.#state !== null) return;
    this.#state = state;
    this.element.dataset.state = this.#full && state !== 'saved' ? 'full' : state;
    const sentence = this.#full && state !== 'saved' ? say('status.full') : sentenceOf(state, answer);
    if (this.#text.textContent !== sentence) this.#text.textContent = sentence;
  }

  full(isFull) {
    if (this.#full === isFull) return;
    this.#full = isFull;
    this.show(this.#state ?? 'saved', {});
  }
}

function sentenceOf(state, answer) {
  switch (state) {
    case 'saved': return answer.savedAt ? say('status.savedAt', answer.savedAt) : say('status.saved');
    case 'signedOut': return say(answer.status === 404 || answer.status === 403 ? 'status.noRight' : 'status.signedOut');
    case 'refused': return say('status.refused');
    default: return say(`status.${state}`, answer.by ?? '', answer.at ?? '');
  }
}

/** Sentences with buttons above the text: what the person must decide. One of each kind. */
export class Notices {
  element = h('div', { class: 'editor-notices' });

  /** @param choices [[sentence of the button, what it does]]; what gives false leaves the notice where it is. */
  show(kind, sentence, choices = [], more = null) {
    const says = h('p', { role: 'alert' });
    const box = h('div', { class: 'notice warn', 'data-kind': kind }, says, more,
      choices.length > 0 ? h('div', { class: 'actions' }, choices.map(([text, act]) => (typeof act === 'string'
        ? h('a', { class: 'button quiet', href: act, target: '_blank', rel: 'noopener' }, text)
        : h('button', { type: 'button', class: 'button quiet', click: async () => { if (await act() !== false) this.hide(kind); } }, text)))) : null);
    const before = this.#of(kind);
    if (before?.querySelector('p').textContent === sentence) return;
    if (before) before.replaceWith(box);
    else this.element.append(box);
    // Filled after it is on the page: that is what makes it heard.
    says.textContent = sentence;
  }

  hide(kind) {
    this.#of(kind)?.remove();
  }

  #of(kind) {
    return this.element.querySelector(`[data-kind="${kind}"]`);
  }
}
