// What comes in by the clipboard or by dropping: cleaned text, files by their dialogs, an address on a selection as a link.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { insertFile } from '../desk/files.js';
import { addressIn } from '../desk/link.js';
import { insertFigure } from '../desk/pictures.js';
import { prepare } from '../read.js';
import { clean } from './clean.js';

/** @param page Says how many pictures stayed behind, and has the addresses for uploads. */
export const Paste = (page) => Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [new Plugin({
      props: {
        transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : cleaned(html, page)),
        handlePaste: (view, event) => takeAddress(editor, event) || (!event.clipboardData.getData('text/html').trim() && takeFiles(editor, page, event.clipboardData.files)),
        handleDrop: (view, event, slice, moved) => {
          if (moved || event.dataTransfer.files.length === 0) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) editor.commands.setTextSelection(at.pos);
          event.preventDefault();
          return takeFiles(editor, page, event.dataTransfer.files);
        },
      },
    })];
  },
});

function cleaned(html, page) {
  const { body } = new window.DOMParser().parseFromString(html, 'text/html');
  const left = clean(body);
  if (left > 0) page.picturesStayed(left);
  return prepare(body).innerHTML;
}

function takeAddress(editor, event) {
  const { from, to, empty } = editor.state.selection;
  const href = empty ? null : addressIn(event.clipboardData.getData('text/plain'));
  const isOneLine = href !== null && editor.state.doc.resolve(from).sameParent(editor.state.doc.resolve(to));
  return isOneLine && editor.chain().focus().setMark('link', { href, id: null }).run();
}

// One after the other: each asks for what must be said of it.
function takeFiles(editor, page, files) {
  if (files.length === 0) return false;
  (async () => {
    for (const file of [...files]) {
      if (file.type.startsWith('image/')) await insertFigure(editor, page, file);
      else await insertFile(editor, page, /^(video|audio)\//.test(file.type) ? 'media' : 'download', file);
    }
  })();
  return true;
}
