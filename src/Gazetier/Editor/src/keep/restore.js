// Takes up what an earlier page left on this device.
import { showDifferences } from '../desk/differences.js';
import { say } from '../texts.js';
import { differences, entriesOf, fill } from './fields.js';

/** @param desk { form, copies, saver, notices, tab, live, put, same, textOf, back }. */
export function takeUp(desk) {
  const { form, copies, live, tab } = desk;
  const here = entriesOf(form);
  const changesTo = (entries) => differences(here, entries, desk.same);
  for (const copy of copies.all().filter((one) => one.tab === tab || !live.has(one.tab))) {
    const changes = changesTo(copy.entries);
    if (changes.length === 0) copies.forget(copy.tab);
    else if (!copy.declined && (copy.base === desk.saver.base || (copy.sent && changesTo(copy.sent).length === 0))) return goOn(desk, copy, changes);
    else offer(desk, copy, changes);
  }
  return undefined;
}

const timeOf = (copy) => new Date(copy.at).toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });

// Nobody saved since: what stands in the copy follows what stands on the page.
function goOn(desk, copy, changes) {
  const { copies, notices, saver, form } = desk;
  put(desk, copy);
  if (copy.tab !== desk.tab) copies.forget(copy.tab);
  if (copy.base === saver.base && copy.sent) saver.resume(copy.sent);
  else saver.changed();
  saver.keep();
  notices.show('restored', say('restore.done', timeOf(copy)), [
    [say('restore.see'), () => { showDifferences(changes, form, desk.textOf); return false; }],
    [say('restore.back'), desk.back],
    [say('restore.keep'), () => true],
  ]);
}

// Somebody saved since, or the copy was put by: the person decides.
function offer(desk, copy, changes) {
  const { copies, notices, saver, form } = desk;
  const kind = `copy-${copy.tab}`;
  notices.show(kind, say(copy.declined ? 'restore.declined' : 'restore.older', timeOf(copy)), [
    [say('restore.see'), () => { showDifferences(changes, form, desk.textOf); return false; }],
    [say('restore.take'), () => {
      put(desk, copy);
      copies.forget(copy.tab === desk.tab ? undefined : copy.tab);
      // What stood on the page was saved since, perhaps by the same person elsewhere: it stays as a revision of its own.
      saver.goOn();
      saver.keep();
    }],
    [say('restore.drop'), () => { copies.forget(copy.tab); }],
  ]);
}

function put(desk, copy) {
  fill(desk.form, copy.entries);
  desk.put(copy.entries.find(([name]) => name === 'Body')?.[1] ?? '');
}
