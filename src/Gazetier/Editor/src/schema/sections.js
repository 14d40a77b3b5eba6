import { Node } from '@tiptap/core';
import { say } from '../texts.js';
import { id } from './attributes.js';
import { sectional } from './blocks.js';

const section = (name, kind, tag, others) => Node.create({
  name,
  group: 'section',
  content: sectional,
  defining: true,
  isolating: name === 'footnotes',
  addAttributes: () => id,
  parseHTML: () => [tag, ...others].map((one) => ({ tag: `${one}.${kind}`, priority: 60 })),
  renderHTML: ({ HTMLAttributes }) => [tag, { class: kind, 'data-label': say(`section.${kind}`), ...HTMLAttributes }, 0],
  // Enter in an empty paragraph at the end leaves the section, as it leaves a list.
  addKeyboardShortcuts() {
    return { Enter: () => leave(this.editor, name) };
  },
});

function leave(editor, name) {
  const { $from, empty } = editor.state.selection;
  const around = $from.node($from.depth - 1);
  const isLast = around?.type.name === name && around.lastChild === $from.parent && around.childCount > 1;
  if (!empty || !isLast || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return false;
  return editor.chain().command(({ tr }) => {
    const after = $from.after($from.depth - 1);
    tr.insert(after, editor.schema.nodes.paragraph.create());
    tr.delete($from.before(), $from.after());
    return true;
  }).setTextSelection($from.after($from.depth - 1) - 1).scrollIntoView().run();
}

/** Where the free part ends. */
const Cut = Node.create({
  name: 'cut',
  group: 'section',
  selectable: true,
  draggable: true,
  parseHTML: () => [{ tag: 'hr.cut', priority: 60 }],
  renderHTML: () => ['hr', { class: 'cut' }],
  addNodeView: () => () => {
    const dom = document.createElement('div');
    dom.className = 'cut-mark';
    dom.append(Object.assign(document.createElement('span'), { textContent: say('section.cut') }));
    return { dom };
  },
});

export const sections = [
  section('qa', 'qa', 'section', ['div']), section('box', 'box', 'aside', ['div']), section('footnotes', 'footnotes', 'section', ['div']), Cut,
];
