// The area where one writes.
import { Editor } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { Selection } from '@tiptap/pm/state';
import { Hints } from './hints.js';
import { InputRules } from './inputRules.js';
import { Paste } from '../paste/paste.js';
import { read } from '../read.js';
import { blocks } from '../schema/blocks.js';
import { figures } from '../schema/figures.js';
import { marks } from '../schema/marks.js';
import { media } from '../schema/media.js';
import { sections } from '../schema/sections.js';
import { tables } from '../schema/tables.js';
import { Typography } from '../words/typing.js';
import { Keys } from './commands.js';

/** @param label The element that names the area. */
export function surface({ element, html, label, editable, commands, page }) {
  const editor = new Editor({
    element,
    editable,
    injectCSS: false,
    enableInputRules: true,
    extensions: [
      ...blocks, ...figures, ...media, ...tables, ...sections, ...marks,
      UndoRedo.configure({ depth: 500 }), Dropcursor.configure({ color: false, class: 'drop-cursor' }), Gapcursor,
      Hints, Typography, InputRules, Keys(commands, page), Paste(page),
    ],
    editorProps: {
      attributes: {
        class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label, lang: 'fr', spellcheck: 'true', ...(editable ? { 'aria-keyshortcuts': 'Alt+F10' } : { 'aria-readonly': 'true' }),
      },
      // With Ctrl or ⌘ a link opens, as in any word processor.
      handleClick: (view, at, event) => {
        const link = (event.ctrlKey || event.metaKey) && event.target.closest('a[href]');
        if (link) window.open(link.href, '_blank', 'noopener');
        return Boolean(link);
      },
    },
  });
  show(editor, html);
  return editor;
}

/** Puts a body into the editor, without a step of undo and without calling it a change. */
export function show(editor, html) {
  const doc = read(html, editor.schema);
  const { tr } = editor.state;
  tr.replaceWith(0, tr.doc.content.size, doc.content).setSelection(Selection.atStart(tr.doc));
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
}
