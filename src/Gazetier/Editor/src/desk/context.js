// What the cursor stands in, and what can be done with it: a second line under the toolbar.
import { h } from '../dom.js';
import { say } from '../texts.js';
import { editChart } from './chart.js';
import { liftSection } from './commands.js';
import { addCaptions, addTranscript } from './files.js';
import { editLink } from './link.js';
import { editFigure } from './pictures.js';
import { hasHead, tableCommands } from './tableCommands.js';
import { keepSelection } from './toolbar.js';

const remove = (name) => (editor) => {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === name) return editor.chain().focus().deleteRange({ from: $from.before(depth), to: $from.after(depth) }).run();
  }
  return editor.chain().focus().deleteSelection().run();
};

const table = () => ['rowAbove', 'rowBelow', 'columnBefore', 'columnAfter', 'removeRow', 'removeColumn', 'headRow', 'headColumn', 'merge', 'split', 'removeTable']
  .map((name) => ({ name: `table.${name}`, run: tableCommands[name], pressed: { headRow: (editor) => hasHead(editor, 'row'), headColumn: (editor) => hasHead(editor, 'column') }[name] }));

const media = [{ name: 'media.addTranscript', run: addTranscript }, { name: 'media.remove', run: remove('media') }];

const mediaKind = (editor) => (isIn(editor, 'media') ? editor.getAttributes('media').kind : null);

/** From the inside out: the first that is there is shown. */
const places = (page) => [
  { name: 'link', there: (editor) => editor.isActive('link'), actions: () => [{ name: 'link.edit', run: (editor) => editLink(editor, page) }, { name: 'link.remove', run: (editor) => editor.chain().focus().extendMarkRange('link').unsetMark('link').run() }] },
  { name: 'figure', there: (editor) => isIn(editor, 'figure'), actions: () => [{ name: 'figure.edit', run: editFigure }, { name: 'figure.remove', run: remove('figure') }] },
  { name: 'media', there: (editor) => mediaKind(editor) === 'video', actions: () => [{ name: 'media.captions', run: (editor) => addCaptions(editor, page) }, ...media] },
  // A player of sounds shows no captions, and the server keeps none: what is said goes into the transcript.
  { name: 'sound', there: (editor) => mediaKind(editor) === 'audio', actions: () => media },
  { name: 'chart', there: (editor) => isIn(editor, 'chart'), actions: () => [{ name: 'chart.edit', run: editChart }, ...table()] },
  { name: 'table', there: (editor) => isIn(editor, 'dataTable'), actions: table },
  { name: 'download', there: (editor) => isIn(editor, 'download'), actions: () => [{ name: 'download.remove', run: remove('download') }] },
  { name: 'qa', there: (editor) => isIn(editor, 'qa'), actions: () => [{ name: 'qa.lift', run: (editor) => liftSection(editor, 'qa') }] },
  { name: 'box', there: (editor) => isIn(editor, 'box'), actions: () => [{ name: 'box.lift', run: (editor) => liftSection(editor, 'box') }] },
  { name: 'cut', there: (editor) => editor.state.selection.node?.type.name === 'cut', actions: () => [{ name: 'cut.remove', run: (editor) => editor.chain().focus().deleteSelection().run() }] },
];

function isIn(editor, name) {
  const { $from, node } = editor.state.selection;
  if (node?.type.name === name) return true;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true;
  return false;
}

export function contextBar(editor, page) {
  const bar = h('div', { class: 'editor-context' });
  const all = places(page);
  let shown = null;
  const refresh = () => {
    const place = all.find((one) => one.there(editor)) ?? null;
    if (place?.name !== shown) {
      shown = place?.name;
      bar.replaceChildren(...(place === null ? [h('p', { class: 'hint' }, say('context.none'))] : [
        h('span', { class: 'place' }, say(`place.${place.name}`)),
        h('div', { class: 'actions-of-place', role: 'group', 'aria-label': say(`place.${place.name}`) }, place.actions().map((action) => Object.assign(
          h('button', { type: 'button', class: 'small-tool', mousedown: keepSelection, click: () => { editor.view.focus(); action.run(editor); } }, say(action.name)), { pressed: action.pressed }))),
      ]));
    }
    for (const button of bar.querySelectorAll('button')) if (button.pressed) button.setAttribute('aria-pressed', String(button.pressed(editor)));
  };
  let waiting = false;
  editor.on('transaction', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; refresh(); });
  });
  refresh();
  return bar;
}
