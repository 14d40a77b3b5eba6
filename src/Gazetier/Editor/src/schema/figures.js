import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { say } from '../texts.js';
import { id, isOurs, picture, pictureDom } from './attributes.js';
import { ofText } from './marks.js';

const isFigure = (element) => [...element.querySelectorAll('img')].some(isOurs) && null;

const Figure = Node.create({
  name: 'figure',
  group: 'flow',
  content: 'picture+ figcaption',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'figure', getAttrs: isFigure }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
});

const Picture = Node.create({
  name: 'picture',
  addAttributes: () => picture,
  parseHTML: () => ['img', 'picture'].map((tag) => ({ tag, context: 'figure/', priority: 60, getAttrs: (element) => isOurs(element) && null })),
  renderHTML: ({ node }) => pictureDom(node.attrs),
});

const Caption = Node.create({
  name: 'figcaption',
  content: 'inline*',
  marks: `${ofText} credit`,
  isolating: true,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.isActive('figcaption') && leave(this.editor),
      Backspace: () => removeWhole(this.editor),
      Delete: () => removeWhole(this.editor),
    };
  },
});

/** Numbers and their drawing: the server draws from the table. */
const Chart = Node.create({
  name: 'chart',
  group: 'flow',
  content: 'figcaption table',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    ...id,
    kind: { default: 'columns', rendered: false, parseHTML: (element) => element.getAttribute('data-kind') },
  }),
  parseHTML: () => [{ tag: 'figure.chart', priority: 60, getAttrs: (element) => Boolean(element.querySelector('table')) && null }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure', { class: 'chart', 'data-kind': node.attrs.kind, 'data-label': say(`chart.${node.attrs.kind}`), ...HTMLAttributes }, 0,
  ],
});

function leave(editor) {
  const { $from } = editor.state.selection;
  const after = $from.after($from.depth - 1);
  return editor.chain().insertContentAt(after, { type: 'paragraph' }).setTextSelection(after + 1).run();
}

// The last picture of a figure takes the figure with it.
function removeWhole(editor) {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return false;
  const { $from } = selection;
  const pictures = $from.parent.children.filter((child) => child.type.name === 'picture').length;
  return pictures === 1 && editor.commands.deleteRange({ from: $from.before(), to: $from.after() });
}

export const figures = [Figure, Picture, Caption, Chart];
