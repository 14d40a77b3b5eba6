// Footnotes of Word and LibreOffice become ours: a call in the text, the notes in one section at the end.
import { unwrap } from './clean.js';

const calls = 'a[href^="#_ftn"], a[href^="#_edn"], a.sdfootnoteanc, a.sdendnoteanc';

export function liftNotes(root) {
  const notes = [...root.querySelectorAll('div[id]')].filter((one) => /^(ftn|edn|sdfootnote|sdendnote)\d+$/.test(one.id));
  const list = root.ownerDocument.createElement('ol');
  for (const note of notes) list.append(entryOf(note));
  for (const around of root.querySelectorAll('div[style]')) {
    if (/mso-element:\s*(foot|end)note-list/.test(around.getAttribute('style'))) {
      around.querySelector(':scope > hr')?.remove();
      unwrap(around);
    }
  }
  const known = new Set(notes.map((note) => numberOf(note.id)));
  for (const call of root.querySelectorAll(calls)) markCall(call, known);
  for (const note of notes) note.remove();
  if (notes.length > 0) {
    const section = root.ownerDocument.createElement('section');
    section.className = 'footnotes';
    section.append(list);
    root.append(section);
  }
}

const numberOf = (text) => /(\d+)/.exec(text ?? '')?.[1] ?? '';

function entryOf(note) {
  const entry = note.ownerDocument.createElement('li');
  const number = numberOf(note.id);
  entry.id = `b-fn-${number}`;
  for (const back of note.querySelectorAll('a[href*="ref"], a[href^="#_ftnref"], a.sdfootnotesym, a.sdendnotesym')) back.remove();
  entry.append(...note.childNodes);
  const back = note.ownerDocument.createElement('a');
  back.setAttribute('href', `#b-fnref-${number}`);
  back.textContent = '↩';
  (entry.querySelector('p:last-of-type') ?? entry).append(' ', back);
  return entry;
}

function markCall(call, known) {
  const number = numberOf(call.getAttribute('href'));
  if (!known.has(number)) {
    unwrap(call);
    return;
  }
  const mark = call.ownerDocument.createElement('a');
  mark.setAttribute('href', `#b-fn-${number}`);
  mark.id = `b-fnref-${number}`;
  const sign = call.ownerDocument.createElement('sup');
  sign.textContent = number;
  mark.append(sign);
  // Word raises the call by a class, LibreOffice by a sup around it.
  (call.parentElement?.localName === 'sup' && call.parentElement.childNodes.length === 1 ? call.parentElement : call).replaceWith(mark);
}
