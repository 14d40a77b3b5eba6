// What counting needs to know of the document.
const kinds = { paragraph: 'p', download: 'p', heading: 'heading', rule: 'rule', cut: 'cut', footnotes: 'notes' };

/** Texts of all lines, a line each. */
export function textOf(node) {
  return node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.type.name === 'break' ? ' ' : ''));
}

export function blocksOf(doc) {
  return doc.children.map((node) => ({
    kind: kinds[node.type.name] ?? 'whole',
    text: node.isLeaf ? '' : textOf(node),
    pieces: node.isTextblock ? node.children.map(pieceOf) : [],
  }));
}

function pieceOf(node) {
  if (!node.isText) return { text: node.type.name === 'break' ? ' ' : '', isOwn: false, isCall: false };
  const marks = node.marks.map((mark) => mark.type.name);
  const isCall = marks.includes('sup') && marks.every((name) => name === 'sup' || name === 'link');
  return { text: node.text, isOwn: marks.length === 0, isCall };
}
