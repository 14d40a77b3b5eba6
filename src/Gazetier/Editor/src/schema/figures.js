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

/** Sound and moving pictures: a file of ours, and what is said under it. */
const Media = Node.create({
  name: 'media',
  group: 'flow',
  content: 'figcaption',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    ...id,
    kind: { default: 'video', rendered: false, parseHTML: (element) => (element.classList.contains('audio') ? 'audio' : 'video') },
    src: { default: null, rendered: false, parseHTML: (element) => element.querySelector('video, audio')?.getAttribute('src') },
  }),
  parseHTML: () => ['figure.video', 'figure.audio'].map((tag) => ({ tag, priority: 60, getAttrs: (element) => Boolean(element.querySelector('video[src], audio[src]')) && null })),
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure', { class: node.attrs.kind, ...HTMLAttributes },
    ['div', { class: 'player', contenteditable: 'false' }, [node.attrs.kind, { controls: '', preload: 'metadata', src: node.attrs.src }]],
    ['div', 0],
  ],
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

/** A document to download. */
const Download = Node.create({
  name: 'download',
  group: 'flow',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({
    ...id,
    href: { default: null, rendered: false, parseHTML: (element) => element.querySelector('a[href]')?.getAttribute('href') },
  }),
  parseHTML: () => [{ tag: 'p.document', priority: 60, getAttrs: (element) => Boolean(element.querySelector('a[href]')) && null }],
  renderHTML: ({ node, HTMLAttributes }) => ['p', { class: 'document', ...HTMLAttributes }, ['a', { href: node.attrs.href }, 0]],
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

export const figures = [Figure, Picture, Caption, Media, Chart, Download];
