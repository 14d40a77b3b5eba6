import { Mark } from '@tiptap/core';
import { id, isSafeHref } from './attributes.js';

const mark = (name, tag, others = [], more = {}) => Mark.create({
  name,
  parseHTML: () => [tag, ...others].map((one) => ({ tag: one })),
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  ...more,
});

const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, ...id }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => isSafeHref(element.getAttribute('href')) && null }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const Language = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: null } }),
  parseHTML: () => [{ tag: 'span[lang]', consuming: false }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

const Abbreviation = mark('abbr', 'abbr', ['acronym'], { addAttributes: () => ({ title: { default: null } }) });
const Superscript = mark('sup', 'sup', [], { addAttributes: () => id, excludes: 'sub' });
const Subscript = mark('sub', 'sub', [], { excludes: 'sup' });

/** Who made a picture: only under one. */
const Credit = mark('credit', 'span', [], {
  parseHTML: () => [{ tag: 'span.credit' }],
  renderHTML: () => ['span', { class: 'credit' }, 0],
});

// In the order in which they stand around the same words, from outside to inside.
export const marks = [
  Link, Language,
  mark('q', 'q'), Abbreviation, mark('cite', 'cite'), mark('strong', 'strong', ['b']), mark('em', 'em', ['i', 'dfn', 'var']),
  mark('s', 's', ['del', 'strike']), mark('code', 'code', ['kbd', 'samp', 'tt'], { code: true }), Superscript, Subscript, Credit,
];

/** Marks that a text may carry; a credit stands in captions only. */
export const ofText = 'link language q abbr cite strong em s code sup sub';
