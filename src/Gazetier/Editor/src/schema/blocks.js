import { Node } from '@tiptap/core';
import { id, isOurs, picture, pictureDom } from './attributes.js';
import { ofText } from './marks.js';

/** What may stand in a list entry, a cell, a quotation. */
export const flowing = '(flow | dataTable)+';

/** What may stand in a box or an answer. */
export const sectional = '(flow | heading | dataTable)+';

const Document = Node.create({ name: 'doc', topNode: true, content: '(flow | heading | dataTable | section)+' });
const Text = Node.create({ name: 'text', group: 'inline' });

const bare = ['LI', 'TD', 'TH', 'DD'];
const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'flow',
  content: 'inline*',
  marks: ofText,
  // In an entry or a cell, text may stand without a paragraph: what had one keeps it.
  addAttributes: () => ({
    ...id,
    tag: { default: false, rendered: false, keepOnSplit: true, parseHTML: (element) => bare.includes(element.parentElement?.nodeName) },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const levels = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
const Heading = Node.create({
  name: 'heading',
  content: 'inline*',
  marks: ofText,
  defining: true,
  addAttributes: () => ({ ...id, level: { default: 2, rendered: false, parseHTML: (element) => levels[element.localName] } }),
  parseHTML: () => Object.keys(levels).map((tag) => ({ tag })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
});

const BulletList = Node.create({
  name: 'bulletList',
  group: 'flow list',
  content: 'listItem+',
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'flow list',
  content: 'listItem+',
  addAttributes: () => ({
    ...id,
    start: { default: 1, parseHTML: (element) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1, renderHTML: ({ start }) => (start === 1 ? {} : { start }) },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const ListItem = Node.create({
  name: 'listItem',
  content: flowing,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      Tab: () => this.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
    };
  },
});

const Quotation = Node.create({
  name: 'quotation',
  group: 'flow',
  content: flowing,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

const Verbatim = Node.create({
  name: 'verbatim',
  group: 'flow',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => this.editor.isActive('verbatim') && this.editor.commands.exitCode() };
  },
});

const Definitions = Node.create({
  name: 'definitions',
  group: 'flow',
  content: '(term | meaning)+',
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'dl' }],
  renderHTML: ({ HTMLAttributes }) => ['dl', HTMLAttributes, 0],
});
const Term = Node.create({
  name: 'term',
  content: 'inline*',
  marks: ofText,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'dt' }],
  renderHTML: ({ HTMLAttributes }) => ['dt', HTMLAttributes, 0],
});
const Meaning = Node.create({
  name: 'meaning',
  content: flowing,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'dd' }],
  renderHTML: ({ HTMLAttributes }) => ['dd', HTMLAttributes, 0],
});

const Rule = Node.create({
  name: 'rule',
  group: 'flow',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

const Break = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => !this.editor.isActive('verbatim') && this.editor.commands.insertContent({ type: 'break' }) };
  },
});

const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  addAttributes: () => picture,
  parseHTML: () => ['img', 'picture'].map((tag) => ({ tag, getAttrs: (element) => isOurs(element) && null })),
  renderHTML: ({ node }) => pictureDom(node.attrs),
});

export const blocks = [
  Document, Paragraph, Text, Heading, BulletList, OrderedList, ListItem, Quotation, Verbatim, Definitions, Term, Meaning, Rule, Break, Image,
];
