import {
  addColumnAfter, addColumnBefore, addRowAfter as after, addRowBefore, deleteColumn, deleteRow, mergeCells, splitCell,
} from '@tiptap/pm/tables';
import { TextSelection } from '@tiptap/pm/state';

const run = (editor, command) => editor.chain().focus().command(({ state, dispatch }) => command(state, dispatch)).run();

/** A row below; with `enter`, the cursor goes into it. */
export function addRowAfter(editor, enter = false) {
  if (!run(editor, after)) return false;
  if (enter) {
    const { $from } = editor.state.selection;
    const row = depthOf($from, 'tableRow');
    const next = $from.after(row);
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(next + 1))).scrollIntoView());
  }
  return true;
}

export const tableCommands = {
  rowAbove: (editor) => run(editor, addRowBefore),
  rowBelow: (editor) => addRowAfter(editor),
  columnBefore: (editor) => run(editor, addColumnBefore),
  columnAfter: (editor) => run(editor, addColumnAfter),
  removeRow: (editor) => run(editor, deleteRow),
  removeColumn: (editor) => run(editor, deleteColumn),
  merge: (editor) => run(editor, mergeCells),
  split: (editor) => run(editor, splitCell),
  headRow: (editor) => toggleHead(editor, 'row'),
  headColumn: (editor) => toggleHead(editor, 'column'),
  removeTable,
};

export const hasHead = (editor, kind) => {
  const table = tableAt(editor.state)?.node;
  return Boolean(table) && cellsOf(table, 0, kind).every(({ cell }) => cell.type.name === 'tableHeader');
};

const depthOf = ($at, name) => {
  for (let depth = $at.depth; depth > 0; depth--) if ($at.node(depth).type.name === name) return depth;
  return 0;
};

function tableAt(state) {
  const depth = depthOf(state.selection.$from, 'table');
  return depth === 0 ? null : { node: state.selection.$from.node(depth), start: state.selection.$from.start(depth), depth };
}

function cellsOf(table, start, kind) {
  const cells = [];
  table.forEach((row, rowAt, rowIndex) => row.forEach((cell, cellAt, cellIndex) => {
    if ((kind === 'row' ? rowIndex : cellIndex) === 0) cells.push({ cell, at: start + rowAt + 1 + cellAt, isCorner: rowIndex === 0 && cellIndex === 0 });
  }));
  return cells;
}

// A table without any header takes its first row for one (Bodies/TableHeaders.cs): one of both stays.
function toggleHead(editor, kind) {
  return editor.chain().focus().command(({ state, tr }) => {
    const { node, start } = tableAt(state);
    const other = hasHead(editor, kind === 'row' ? 'column' : 'row');
    const isOn = hasHead(editor, kind);
    if (isOn && !other) return false;
    for (const { cell, at, isCorner } of cellsOf(node, start, kind)) {
      const isHeader = !isOn || (isCorner && other);
      const attributes = { ...cell.attrs, ...(isHeader ? { scope: isCorner && kind === 'column' && other ? 'col' : kind === 'row' ? 'col' : 'row' } : {}) };
      if (!isHeader) delete attributes.scope;
      tr.setNodeMarkup(at, state.schema.nodes[isHeader ? 'tableHeader' : 'tableCell'], attributes);
    }
    if (kind === 'row') tr.setNodeAttribute(start, 'head', !isOn);
    return true;
  }).run();
}

function removeTable(editor) {
  const { $from } = editor.state.selection;
  const depth = depthOf($from, 'dataTable') || depthOf($from, 'chart');
  return depth > 0 && editor.chain().focus().deleteRange({ from: $from.before(depth), to: $from.after(depth) }).run();
}

/** A table as Tiptap inserts it, from rows of texts: the first is the head. */
export function tableOf(rows) {
  const cell = (text, isHead, scope) => ({
    type: isHead ? 'tableHeader' : 'tableCell', ...(isHead ? { attrs: { scope } } : {}), content: [{ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }],
  });
  return {
    type: 'table',
    content: rows.map((row, at) => ({ type: 'tableRow', attrs: { head: at === 0 }, content: row.map((text, column) => cell(text, at === 0 || (column === 0 && row.length > 1 && rows.isNamed), at === 0 ? 'col' : 'row')) })),
  };
}
