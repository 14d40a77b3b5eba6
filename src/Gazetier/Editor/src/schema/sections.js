import { Node } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
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
  if (!empty || around?.type.name !== name) return false;
  const index = $from.index($from.depth - 1);
  const rest = around.children.slice(index + 1);
  const isTitle = $from.parent.type.name === 'heading' && $from.parentOffset === $from.parent.content.size;
  if (isTitle && rest.length > 0 && isEmpty(rest[0])) return editor.commands.setTextSelection($from.after() + 1);
  if (!isEmpty($from.parent)) return false;
  // In the middle, another empty paragraph would cut the section in two.
  if (index === 0 || !rest.every(isEmpty)) return true;
  return editor.chain().command(({ tr }) => {
    const after = $from.after($from.depth - 1);
    tr.insert(after, editor.schema.nodes.paragraph.create());
    tr.delete($from.before(), after - 1);
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(after, -1) + 1)));
    return true;
  }).scrollIntoView().run();
}

const isEmpty = (node) => node.type.name === 'paragraph' && node.content.size === 0;

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
