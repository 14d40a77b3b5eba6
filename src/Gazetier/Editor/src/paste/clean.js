// What is pasted from Word, LibreOffice, Google Docs, a mail or a page comes in as text and structure, without its looks.
import { liftNotes } from './notes.js';
import { liftLists } from './wordLists.js';

const dropped = 'script, style, link, meta, title, base, noscript, template, iframe, object, embed, svg, math, canvas, form, input, button, select, '
  + 'textarea, audio, video, nav, xml, del[datetime], del[cite], .msocomanchor, .msocomtxt, .MsoCommentReference';
const wordElement = /^[a-z]+:/;
const kept = { a: ['href', 'id'], img: ['src', 'alt', 'width', 'height'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan', 'scope'], ol: ['start'], abbr: ['title'] };

/** @returns How many pictures had to stay behind: they lie elsewhere, or in the document that was copied. */
export function clean(root) {
  removeComments(root);
  for (const element of root.querySelectorAll(dropped)) element.remove();
  for (const element of [...root.querySelectorAll('*')].filter(isHidden)) element.remove();
  for (const element of [...root.querySelectorAll('*')].filter((one) => wordElement.test(one.localName))) unwrap(element);
  liftNotes(root);
  liftLists(root);
  for (const element of root.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) wrap(element, 'blockquote');
  for (const element of root.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) rename(element, element.classList.contains('MsoTitle') ? 'h1' : 'h2');
  for (const element of root.querySelectorAll('b, span, font, p')) readLooks(element);
  const left = dropPictures(root);
  levelHeadings(root);
  for (const table of [...root.querySelectorAll('table')].reverse()) straighten(table);
  for (const link of root.querySelectorAll('a')) followLink(link);
  for (const element of root.querySelectorAll('*')) stripAttributes(element);
  for (const element of root.querySelectorAll('span, font, u, ins, small, big, center')) unwrap(element);
  for (const paragraph of root.querySelectorAll('p')) split(paragraph);
  for (const element of root.querySelectorAll('p, h2, h3, h4, blockquote, li')) if (isEmpty(element)) element.remove();
  root.normalize();
  tidySpaces(root);
  return left;
}

export function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

export function rename(element, tag) {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

export const styleOf = (element) => (element.getAttribute('style') ?? '').toLowerCase().replace(/\s*:\s*/g, ':');

function wrap(element, tag) {
  const around = element.ownerDocument.createElement(tag);
  element.replaceWith(around);
  around.append(element);
}

function removeComments(node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) child.remove();
    else removeComments(child);
  }
}

const isHidden = (element) => /display:none|mso-hide:all|mso-element:comment/.test(styleOf(element));

const isEmpty = (element) => element.textContent.replace(/[\s\u00A0\u200B]/g, '') === '' && element.querySelector('img, hr') === null;

// Google Docs and many a page say with style what HTML has words for.
function readLooks(element) {
  const style = styleOf(element);
  if (element.localName === 'b' && /(^|;)\s*font-weight:(normal|[1-4]00)/.test(style)) {
    unwrap(element);
    return;
  }
  const tags = [
    [/(^|;)\s*font-weight:(bold|bolder|[6-9]00)/, 'strong'], [/(^|;)\s*font-style:italic/, 'em'], [/text-decoration[^;]*line-through/, 's'],
    [/vertical-align:super/, 'sup'], [/vertical-align:sub/, 'sub'],
  ].filter(([look]) => look.test(style)).map(([, tag]) => tag);
  if (element.closest('h1, h2, h3, h4, h5, h6, th') && tags[0] === 'strong') tags.shift();
  for (const tag of tags) {
    const inner = element.ownerDocument.createElement(tag);
    inner.append(...element.childNodes);
    element.append(inner);
  }
}

function dropPictures(root) {
  const foreign = [...root.querySelectorAll('img, picture')].filter((element) => !isOurPicture(element));
  // Pixels that count readers are no pictures.
  const left = foreign.filter((element) => element.localName === 'img' && element.getAttribute('width') !== '1').length;
  for (const element of foreign) element.remove();
  return left;
}

const isOurPicture = (element) => ((element.localName === 'picture' ? element.querySelector('img') : element)?.getAttribute('src') ?? '').startsWith('/images/');

// The page's headline is the h1: where the text has one, its headings move down. Bold is said once.
function levelHeadings(root) {
  const shift = root.querySelector('h1') ? 1 : 0;
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold);
    rename(heading, `h${Math.min(4, Math.max(2, Number(heading.localName[1]) + shift))}`);
  }
}

// A table of one row or one cell is layout, as is one in another.
function straighten(table) {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  if (rows.length < 2 || table.parentElement?.closest('table') || rows.every((row) => row.children.length < 2)) {
    const texts = rows.flatMap((row) => [...row.children]).map((cell) => rename(cell, 'div'));
    table.replaceWith(...texts);
    return;
  }
  for (const column of table.querySelectorAll('colgroup, col')) column.remove();
  for (const cell of table.querySelectorAll('td, th')) {
    if (cell.children.length === 1 && cell.firstElementChild.localName === 'p' && cell.textContent === cell.firstElementChild.textContent) unwrap(cell.firstElementChild);
  }
}

function followLink(link) {
  const href = link.getAttribute('href') ?? '';
  const isNote = href.startsWith('#b-fn');
  if (!isNote && !/^(https?:|mailto:|\/(?!\/))/i.test(href)) unwrap(link);
}

function stripAttributes(element) {
  for (const { name, value } of [...element.attributes]) {
    const isNote = (name === 'id' && value.startsWith('b-fn')) || (name === 'class' && value === 'footnotes');
    const isPlain = (kept[element.localName] ?? []).includes(name) && name !== 'id';
    if (!isNote && !isPlain) element.removeAttribute(name);
  }
}

// Two line breaks are the end of a paragraph, as those who write mails mean it.
function split(paragraph) {
  const parts = [[]];
  for (const child of [...paragraph.childNodes]) {
    const isGap = child.nodeType === 3 && child.data.trim() === '';
    if (child.nodeName === 'BR' && parts.at(-1).at(-1)?.nodeName === 'BR') {
      parts.at(-1).pop();
      parts.push([]);
    } else if (!(isGap && parts.at(-1).at(-1)?.nodeName === 'BR')) {
      parts.at(-1).push(child);
    }
  }
  if (parts.length === 1) return;
  paragraph.replaceWith(...parts.map((nodes) => {
    const one = paragraph.ownerDocument.createElement('p');
    one.append(...nodes);
    return one;
  }));
}

// Two spaces in a row were typed as a no-break space and a space.
function tidySpaces(node) {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) {
      if (node.localName !== 'pre') child.data = child.data.replace(/[\u200B\u00AD]/g, '').replace(/\u00A0[ \n]|[ \n]\u00A0/g, ' ');
    } else {
      tidySpaces(child);
    }
  }
}

