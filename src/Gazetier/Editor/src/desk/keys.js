// Keys as Tiptap names them, and as a person reads them.
import { say } from '../texts.js';

export const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

// Ctrl+Alt+2 types a sign on French keyboards, Cmd+Shift+3 takes a picture of the screen on a Mac.
const digit = (number) => (isMac ? `Mod-Alt-${number}` : `Mod-Shift-${number}`);

export const keys = {
  undo: 'Mod-z', redo: 'Mod-Shift-z', paragraph: digit(1), heading2: digit(2), heading3: digit(3), heading4: digit(4), strong: 'Mod-b', em: 'Mod-i',
  s: 'Mod-Shift-x', sup: 'Mod-.', sub: 'Mod-,', code: 'Mod-e', link: 'Mod-k', bulletList: digit(8), orderedList: digit(7), quotation: digit(9), box: digit(5),
  qa: digit(6), cut: 'Mod-Enter', footnote: 'Mod-Alt-f', note: 'Mod-Alt-m', toolbar: 'Alt-F10', save: 'Mod-s',
};

/** "Ctrl+Maj+2", for tooltips. */
export function spoken(name) {
  if (!keys[name]) return '';
  const names = { Mod: isMac ? '⌘' : 'Ctrl', Shift: isMac ? '⇧' : say('key.shift'), Alt: isMac ? '⌥' : 'Alt', Enter: say('key.enter') };
  return keys[name].split('-').map((part) => names[part] ?? part.toUpperCase()).join(isMac ? '' : '+');
}

/** For aria-keyshortcuts. */
export function declared(name) {
  return keys[name]?.replace('Mod', isMac ? 'Meta' : 'Control').replaceAll('-', '+') ?? null;
}
