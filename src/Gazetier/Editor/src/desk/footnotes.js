// Footnotes: a call where the cursor stands, its note at the end, and all of them numbered in the order of their calls.

export function insertFootnote(editor) {
  const { state } = editor;
  if (editor.isActive('footnotes')) return false;
  const key = Date.now().toString(36);
  const { link, sup } = state.schema.marks;
  return editor.chain().focus().command(({ tr }) => {
    const at = tr.selection.to;
    tr.insert(at, state.schema.text('0', [link.create({ href: `#b-fn-${key}`, id: `b-fnref-${key}` }), sup.create()]));
    addNote(tr, state.schema, key);
    number(tr, state.schema);
    tr.setSelection(state.selection.constructor.near(tr.doc.resolve(notePosition(tr.doc, `b-fn-${key}`) + 2)));
    return true;
  }).scrollIntoView().run();
}

function addNote(tr, schema, key) {
  const { listItem, orderedList, paragraph, footnotes } = schema.nodes;
  const back = schema.text('↩', [schema.marks.link.create({ href: `#b-fnref-${key}` })]);
  const note = listItem.create({ id: `b-fn-${key}` }, paragraph.create(null, [schema.text(' '), back]));
  let list = null;
  tr.doc.forEach((node, at) => {
    if (node.type === footnotes) node.forEach((child, inside) => { if (child.type === orderedList) list = { node: child, at: at + 1 + inside }; });
  });
  if (list === null) tr.insert(tr.doc.content.size, footnotes.create(null, orderedList.create(null, note)));
  else tr.insert(list.at + list.node.nodeSize - 1, note);
}

/** Calls are numbered as they come, notes follow in the same order. A note whose call is gone stays last. */
function number(tr, schema) {
  const calls = [];
  tr.doc.descendants((node, at) => {
    const href = node.isText ? node.marks.find((mark) => mark.type.name === 'link')?.attrs.href : null;
    if (href?.startsWith('#b-fn-') && node.marks.some((mark) => mark.type.name === 'sup')) calls.push({ at, node, id: href.slice(1) });
  });
  for (const [index, call] of [...calls.entries()].reverse()) tr.replaceWith(call.at, call.at + call.node.nodeSize, schema.text(String(index + 1), call.node.marks));
  tr.doc.forEach((section, at) => {
    if (section.type.name !== 'footnotes') return;
    section.forEach((list, inside) => {
      if (list.type.name !== 'orderedList') return;
      const rank = (note) => { const found = calls.findIndex((call) => call.id === note.attrs.id); return found < 0 ? calls.length : found; };
      const ordered = list.children.map((note, index) => ({ note, index })).sort((a, b) => rank(a.note) - rank(b.note) || a.index - b.index).map(({ note }) => note);
      const start = at + 1 + inside;
      tr.replaceWith(start + 1, start + list.nodeSize - 1, ordered);
    });
  });
}

function notePosition(doc, id) {
  let found = 0;
  doc.descendants((node, at) => {
    if (node.attrs.id === id) found = at;
  });
  return found;
}
