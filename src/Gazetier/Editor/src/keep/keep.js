// Ties the saver to the page: its form, its other tabs, its network, its end.
import { h } from '../dom.js';
import { say } from '../texts.js';
import { Copies, tabNumber } from './copies.js';
import { entriesOf } from './fields.js';
import { watch } from './presence.js';
import { takeUp } from './restore.js';
import { Saver } from './saver.js';
import { sendForm } from './send.js';
import { showStage } from './stage.js';
import { Tabs } from './tabs.js';

/** @returns { saveNow }. */
export function keepEverything({ form, status, notices, onChange, body }) {
  const { account, article, presence } = form.dataset;
  const key = { account, article, tab: tabNumber() };
  let isLeaving = false;
  const copies = new Copies({ ...key, storage: safeStorage(), onFull: (full) => status.full(full) });
  const tabs = new Tabs({ ...key, onSaved: (news) => saver.fallBehind(news), onCount: (count) => tellTabs(notices, count) });
  const saver = new Saver({
    base: form.elements.namedItem('base').value, copies, read: () => entriesOf(form),
    send: (entries, base, keepalive) => sendForm(form.action, entries, base, keepalive),
    timers: { now: () => Date.now(), set: (work, milliseconds) => setTimeout(work, milliseconds), clear: (timer) => clearTimeout(timer) },
    tell: (state, answer) => {
      status.show(state, answer);
      // What the server said of the last save when the page came is said by the line under the text from now on.
      if (state !== 'saved') document.getElementById('etat')?.remove();
      if (state === 'saved' || (state === 'changed' && answer.kind === 'saved')) heardSaved(answer);
      if (state === 'overtaken') offerBoth(answer);
      if (state === 'behind') offerTabs(answer);
      if (state === 'signedOut') offerSignIn(answer);
      showErrors(form, state === 'refused' ? answer.errors : {});
    },
  });
  const reload = () => {
    isLeaving = true;
    location.reload();
  };

  let announced = saver.base;
  function heardSaved(answer) {
    form.elements.namedItem('base').value = saver.base;
    for (const kind of ['overtaken', 'newer', 'behind', 'signedOut']) notices.hide(kind);
    if (answer.from === undefined || answer === announced) return;
    announced = answer;
    tabs.saved(answer);
    showStage(answer.stage);
    document.dispatchEvent(new CustomEvent('gazetier:saved', { detail: { revision: saver.revision } }));
  }

  // What stands here is put by on this device, where nothing writes over it.
  const putBy = () => {
    saver.keep();
    isLeaving = true;
    copies.decline();
  };

  const adopt = async () => {
    if (saver.isUnsaved && saver.state === 'behind') putBy();
    else if (saver.isUnsaved) {
      await saver.save();
      if (!await saver.setAside()) return false;
    }
    if (!saver.isUnsaved) copies.forget();
    reload();
    return true;
  };

  function offerBoth({ by, at, revision, aside }) {
    notices.hide('newer');
    notices.show('overtaken', say('overtaken', by, at, aside), [
      [say('overtaken.compare'), `/redaction/articles/${article}/revisions/${revision}/${aside}`],
      [say('overtaken.theirs'), adopt],
      [say('overtaken.mine'), () => saver.goOn()],
    ]);
  }

  function offerTabs({ savedAt }) {
    notices.show('behind', say('behind', savedAt), [[say('behind.theirs'), adopt], [say('behind.mine'), () => saver.goOn()]]);
  }

  function offerSignIn({ status: code }) {
    if (code === 404 || code === 403) return;
    notices.show('signedOut', say('signedOut'), [
      [say('signedOut.open'), `/connexion?retour=${encodeURIComponent(location.pathname)}`], [say('signedOut.again'), () => { saver.again(); return false; }],
    ]);
  }

  const others = h('p', { class: 'editor-others', role: 'status' });
  notices.element.before(others);
  watch(presence, ({ others: names = [], newest, by, at }) => {
    const said = names.length === 0 ? '' : say(names.length === 1 ? 'others.one' : 'others.many', names.map((one) => one.name).join(', '));
    if (others.textContent !== said) others.textContent = said;
    const isNewer = newest > saver.revision && !saver.isBusy && !['overtaken', 'behind'].includes(saver.state);
    if (isNewer) notices.show('newer', say('newer', by ?? '', at ?? ''), [[say('newer.show'), adopt], [say('newer.compare'), `/redaction/articles/${article}/revisions/${saver.revision}/${newest}`]]);
  });

  const changed = () => saver.changed();
  onChange(changed);
  form.addEventListener('input', (event) => event.target.name && changed());
  form.addEventListener('change', (event) => event.isTrusted && event.target.name && changed());
  document.addEventListener('submit', (event) => {
    const isPlain = event.target === form && !event.submitter?.name && !event.submitter?.hasAttribute('formaction');
    if (isPlain) {
      // The plain button of the form saves; one with a value of its own does what it says.
      event.preventDefault();
      saver.changed();
      saver.save();
    } else {
      sendFirst(event, saver, () => { isLeaving = true; });
    }
  });
  window.addEventListener('online', () => saver.again());
  window.addEventListener('focus', () => saver.again());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.save({ keepalive: true });
    else saver.again();
  });
  window.addEventListener('pagehide', () => {
    if (isLeaving) return;
    saver.keep();
    saver.save({ keepalive: true });
  });
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving) saver.keep();
    if (saver.isUnsaved && !isLeaving) event.preventDefault();
  });
  tabs.open().then((live) => takeUp({ form, copies, saver, notices, tab: key.tab, live, back: () => { putBy(); reload(); }, ...body }));
  return { saveNow: () => { saver.again(); saver.save(); return true; } };
}

// Who publishes or sends on must not leave behind what was typed a second ago.
async function sendFirst(event, saver, leave) {
  const other = event.target;
  if (event.defaultPrevented || other.method === 'dialog') return;
  if (!saver.isUnsaved) {
    leave();
    return;
  }
  event.preventDefault();
  await saver.save();
  if (saver.isUnsaved && !window.confirm(say('leave.unsaved'))) return;
  leave();
  other.requestSubmit(event.submitter);
}

function tellTabs(notices, count) {
  if (count > 0) notices.show('tabs', say('tabs'), [[say('dialog.close'), () => true]]);
  else notices.hide('tabs');
}

function showErrors(form, errors) {
  for (const old of form.querySelectorAll('.editor-error')) old.remove();
  for (const [name, sentence] of Object.entries(errors)) {
    const found = form.elements.namedItem(name);
    const one = found instanceof RadioNodeList ? found[0] : found;
    const says = h('p', { class: 'error editor-error' }, sentence);
    if (one) (one.closest('.field') ?? one.parentElement).append(says);
    else form.prepend(says);
  }
}

// A browser that forbids storage must not forbid writing.
function safeStorage() {
  try {
    return window.localStorage;
  } catch {
    return { length: 0, key: () => null, getItem: () => null, removeItem: () => {}, setItem: () => { throw new Error('no storage'); } };
  }
}
