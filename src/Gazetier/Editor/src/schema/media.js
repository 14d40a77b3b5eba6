import { Node } from '@tiptap/core';
import { say } from '../texts.js';
import { id } from './attributes.js';
import { ofText } from './marks.js';

const player = (element) => element.querySelector('video, audio');
const trackNames = ['kind', 'label', 'src', 'srclang'];

/** Sound and moving pictures: a file of ours with its captions, what is said under it, and what is said in it. */
const Media = Node.create({
  name: 'media',
  group: 'flow',
  content: 'figcaption transcript?',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    ...id,
    kind: { default: 'video', rendered: false, parseHTML: (element) => player(element).localName },
    src: { default: null, rendered: false, parseHTML: (element) => player(element).getAttribute('src') },
    poster: { default: null, rendered: false, parseHTML: (element) => player(element).getAttribute('poster') },
    tracks: {
      default: [],
      rendered: false,
      parseHTML: (element) => [...element.querySelectorAll('track')].map((track) => Object.fromEntries(trackNames.map((name) => [name, track.getAttribute(name)]))),
    },
  }),
  parseHTML: () => ['figure.video', 'figure.audio'].map((tag) => ({ tag, priority: 60, getAttrs: (element) => Boolean(player(element)?.getAttribute('src')) && null })),
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure', { class: node.attrs.kind, ...HTMLAttributes },
    ['div', { class: 'player', contenteditable: 'false' }, [
      node.attrs.kind, { controls: '', preload: 'metadata', src: node.attrs.src, ...(node.attrs.poster ? { poster: node.attrs.poster } : {}) }, ...node.attrs.tracks.map((track) => ['track', track]),
    ]],
    ['div', 0],
  ],
});

/** What is said in it, for those who do not hear it (L-81): folded on the page, open here. */
const Transcript = Node.create({
  name: 'transcript',
  content: 'transcriptTitle flow+',
  isolating: true,
  addAttributes: () => id,
  parseHTML: () => ['details.transcript', 'div.transcript'].map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ['div', { class: 'transcript', 'data-label': say('media.transcript'), ...HTMLAttributes }, 0],
});

const TranscriptTitle = Node.create({
  name: 'transcriptTitle',
  content: 'inline*',
  marks: ofText,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => ['summary', 'p.transcript-title'].map((tag) => ({ tag, priority: 60 })),
  renderHTML: ({ HTMLAttributes }) => ['p', { class: 'transcript-title', ...HTMLAttributes }, 0],
});

/** A document to download: a line with its link. */
const Download = Node.create({
  name: 'download',
  group: 'flow',
  content: 'inline*',
  marks: ofText,
  defining: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'p.document', priority: 60, getAttrs: (element) => Boolean(element.querySelector('a[href]')) && null }],
  renderHTML: ({ HTMLAttributes }) => ['p', { class: 'document', ...HTMLAttributes }, 0],
});

export const media = [Media, Transcript, TranscriptTitle, Download];
