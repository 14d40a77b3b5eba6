// Writes the document as the server keeps it (Bodies/BodyWriter.cs): a body that is opened and saved comes out as it was.
import { imageAttributes } from './schema/attributes.js';

const tags = {
  bulletList: 'ul', orderedList: 'ol', listItem: 'li', quotation: 'blockquote', definitions: 'dl', term: 'dt', meaning: 'dd', box: 'aside',
  qa: 'section', footnotes: 'section', strong: 'strong', em: 'em', s: 's', code: 'code', sup: 'sup', sub: 'sub', cite: 'cite', q: 'q',
};
const classes = { box: 'box', qa: 'qa', footnotes: 'footnotes' };
const markTags = { link: 'a', abbr: 'abbr', language: 'span', credit: 'span' };

// A link in two pieces is two links, and a quotation in two pieces has its signs twice.
const whole = new Set(['link', 'q', 'abbr', 'cite']);

export function write(doc) {
  return blocks(doc, { level: 1 });
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\u00a0/g, '&nbsp;');

function open(tag, attributes = {}) {
  const said = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escape(String(value)).replace(/"/g, '&quot;')}"`);
  return `<${tag}${said.join('')}>`;
}

const element = (tag, attributes, content) => `${open(tag, attributes)}${content}</${tag}>`;

/** The headings of a body start at 2 and skip no level, whatever was chosen (Bodies/BodyFinish.cs). */
function levelOf(node, above) {
  above.level = Math.min(node.attrs.level, above.level + 1);
  return above.level;
}

function blocks(parent, above) {
  return parent.children.map((node, at) => block(node, parent, at, above)).filter((html) => html !== '').join('\n');
}

function block(node, parent, at, above) {
  const { id } = node.attrs;
  switch (node.type.name) {
    // What says nothing is not written: the server would drop it.
    case 'paragraph': return isBare(node, parent, at) || node.content.size === 0 ? inline(node) : element('p', { id }, inline(node));
    case 'heading': return node.content.size === 0 ? '' : element(`h${levelOf(node, above)}`, { id }, inline(node));
    case 'verbatim': return element('pre', { id }, element('code', {}, escape(node.textContent)));
    case 'rule': return '<hr>';
    case 'cut': return '<hr class="cut">';
    case 'term': return element('dt', { id }, inline(node));
    case 'figure': return element('figure', { id }, blocks(node, above));
    case 'picture': return image(node);
    case 'figcaption': return node.content.size === 0 ? '' : element('figcaption', { id }, inline(node));
    case 'media': return element('figure', { class: node.attrs.kind, id }, player(node.attrs) + blocks(node, above));
    case 'transcript': return element('details', { class: 'transcript', id }, blocks(node, above));
    case 'transcriptTitle': return element('summary', { id }, inline(node));
    case 'chart': return element('figure', { class: 'chart', 'data-kind': node.attrs.kind, id }, blocks(node, above));
    case 'download': return element('p', { class: 'document', id }, inline(node));
    case 'dataTable': return element('div', { class: 'table' }, table(node.lastChild, node.firstChild, above));
    case 'table': return table(node, null, above);
    case 'orderedList': return element('ol', { id, start: node.attrs.start === 1 ? null : node.attrs.start }, blocks(node, above));
    default: return element(tags[node.type.name], { class: classes[node.type.name], id }, blocks(node, above));
  }
}

// Text stands bare in an entry or a cell, unless two paragraphs would run into one.
function isBare(node, parent, at) {
  if (!['listItem', 'tableCell', 'tableHeader', 'meaning'].includes(parent.type.name) || node.attrs.tag || node.attrs.id) return false;
  return ![at - 1, at + 1].some((beside) => parent.maybeChild(beside)?.type === node.type && !parent.child(beside).attrs.tag);
}

function table(node, caption, above) {
  const rows = node.children;
  let heads = 0;
  while (heads < rows.length - 1 && isHead(rows[heads])) heads++;
  const group = (tag, some) => (some.length === 0 ? '' : element(tag, {}, some.map((row) => element('tr', {}, row.children.map((cell) => cellOf(cell, above)).join(''))).join('')));
  const title = caption && caption.content.size > 0 ? element('caption', { id: caption.attrs.id }, inline(caption)) : '';
  return element('table', { id: node.attrs.id }, title + group('thead', rows.slice(0, heads)) + group('tbody', rows.slice(heads)));
}

const isHead = (row) => row.attrs.head || (row.childCount > 0 && row.children.every((cell) => cell.type.name === 'tableHeader' && cell.attrs.scope !== 'row'));

function cellOf(cell, above) {
  const { id, colspan, rowspan, scope } = cell.attrs;
  const attributes = { id, colspan: colspan > 1 && colspan, rowspan: rowspan > 1 && rowspan, scope };
  return element(cell.type.name === 'tableHeader' ? 'th' : 'td', attributes, blocks(cell, above));
}

function player({ kind, src, poster, tracks }) {
  return element(kind, { controls: '', src, poster }, tracks.map((track) => open('track', track)).join(''));
}

function image(node) {
  const html = open('img', imageAttributes(node.attrs));
  return node.attrs.sources ? element('picture', {}, node.attrs.sources.map((source) => open('source', source)).join('') + html) : html;
}

function inline(parent) {
  const pieces = parent.children.map((node) => ({ node, marks: node.marks }));
  return nest(pieces, 0, pieces.length, []);
}

/** Of the marks that begin at one place, the one that reaches furthest stands outside. */
function nest(pieces, from, to, around) {
  let html = '';
  for (let at = from; at < to;) {
    const due = pieces[at].marks.filter((mark) => !mark.isInSet(around));
    if (due.length === 0) {
      html += piece(pieces[at].node);
      at++;
      continue;
    }
    const reaches = due.map((mark) => ({ mark, end: reach(pieces, at, to, mark) }));
    const { mark, end } = reaches.reduce((best, one) => (one.end > best.end ? one : best));
    const stop = whole.has(mark.type.name) ? end : clip(pieces, at, end, to, around);
    html += element(markTags[mark.type.name] ?? tags[mark.type.name], markAttributes(mark), nest(pieces, at, stop, [...around, mark]));
    at = stop;
  }
  return html;
}

function reach(pieces, at, to, mark) {
  let end = at;
  while (end < to && mark.isInSet(pieces[end].marks)) end++;
  return end;
}

// An ordinary mark ends where one begins that must stay whole and reaches over its end.
function clip(pieces, at, end, to, around) {
  for (let inside = at; inside < end; inside++) {
    for (const mark of pieces[inside].marks) {
      if (whole.has(mark.type.name) && !mark.isInSet(around) && reach(pieces, inside, to, mark) > end && inside > at) return inside;
    }
  }
  return end;
}

function piece(node) {
  if (node.isText) return escape(node.text);
  return node.type.name === 'image' ? image(node) : '<br>';
}

function markAttributes(mark) {
  return mark.type.name === 'credit' ? { class: 'credit' } : mark.attrs;
}
