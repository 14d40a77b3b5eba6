// Sets French typography in the text and in the fields of the head, while one types. Each change is one step to undo.
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { typeset } from './typography.js';

const key = 'gazetier.typography';
const plugin = new PluginKey('typography');

let isOn = true;
try {
  isOn = localStorage.getItem(key) !== 'off';
} catch { /* without storage it is on */ }

export const typographyIsOn = () => isOn;

export function switchTypography(on) {
  isOn = on;
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch { /* it holds for this page */ }
}

export const Typography = Extension.create({
  name: 'typography',
  // Before the rules of lists and headings, which undo with Backspace too.
  priority: 1100,
  addProseMirrorPlugins: () => [new Plugin({
    key: plugin,
    // What was set last, as long as nothing else was done: Backspace takes it back.
    state: { init: () => null, apply: (tr, before) => tr.getMeta(plugin) ?? (tr.docChanged || tr.selectionSet ? null : before) },
    props: {
      handleTextInput: (view, from, to, text) => isOn && !view.composing && set(view, from, to, text),
      handleKeyDown: (view, event) => event.key === 'Backspace' && takeBack(view),
    },
  })],
});

function set(view, from, to, text) {
  const { state } = view;
  const $from = state.doc.resolve(from);
  const isCode = $from.parent.type.spec.code || state.schema.marks.code.isInSet(state.storedMarks ?? $from.marks());
  if (text.length !== 1 || from !== to || isCode) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 200), $from.parentOffset, null, ' ');
  const change = typeset(before, text);
  if (change === null) return false;
  // First as typed, then as set, as two steps of the history.
  view.dispatch(state.tr.insertText(text, from, to).scrollIntoView());
  const end = from + text.length;
  const tr = closeHistory(view.state.tr).insertText(change.insert, from - change.remove, end);
  const original = view.state.doc.textBetween(from - change.remove, end);
  tr.setMeta(plugin, { from: from - change.remove, to: from - change.remove + change.insert.length, original });
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
  return true;
}

function takeBack(view) {
  const last = plugin.getState(view.state);
  if (!last || view.state.selection.head !== last.to || !view.state.selection.empty) return false;
  view.dispatch(view.state.tr.insertText(last.original, last.from, last.to));
  return true;
}

/** The same in an ordinary field, whose own undo takes it back. */
export function setsTypography(field) {
  field.addEventListener('beforeinput', (event) => {
    const at = field.selectionStart;
    if (!isOn || event.inputType !== 'insertText' || event.isComposing || event.data?.length !== 1 || at !== field.selectionEnd) return;
    const change = typeset(field.value.slice(0, at), event.data);
    if (change === null) return;
    event.preventDefault();
    document.execCommand('insertText', false, event.data);
    field.setSelectionRange(at - change.remove, at + 1);
    if (change.insert === '') document.execCommand('delete');
    else document.execCommand('insertText', false, change.insert);
  });
}
