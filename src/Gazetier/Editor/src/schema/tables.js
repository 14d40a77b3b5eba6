import { Extension, Node } from '@tiptap/core';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { addRowAfter } from '../desk/tableCommands.js';
import { flowing } from './blocks.js';
import { id } from './attributes.js';
import { ofText } from './marks.js';

// The library's commands find rows and cells by their role.
const Roles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: (extension) => (extension.config.tableRole ? { tableRole: extension.config.tableRole } : {}),
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: true })],
  addKeyboardShortcuts() {
    return {
      Tab: () => isIn(this.editor) && (this.editor.commands.command(({ state, dispatch }) => goToNextCell(1)(state, dispatch)) || addRowAfter(this.editor, true)),
      'Shift-Tab': () => isIn(this.editor) && this.editor.commands.command(({ state, dispatch }) => goToNextCell(-1)(state, dispatch)),
    };
  },
});

const isIn = (editor) => editor.isActive('table') && !editor.isActive('listItem');

/** A table and its title; the title stands before it here and in it on the page. */
const DataTable = Node.create({
  name: 'dataTable',
  content: 'tableCaption table',
  isolating: true,
  defining: true,
  addAttributes: () => ({}),
  parseHTML: () => [{ tag: 'div.table', getAttrs: (element) => Boolean(element.querySelector('table')) && null }],
  renderHTML: () => ['div', { class: 'table' }, 0],
});

const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'inline*',
  marks: ofText,
  isolating: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'p.caption', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { class: 'caption', ...HTMLAttributes }, 0],
});

const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  addAttributes: () => id,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
});

const Row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  addAttributes: () => ({ head: { default: false, rendered: false, parseHTML: (element) => element.parentElement?.localName === 'thead' } }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const span = (name) => ({
  default: 1,
  parseHTML: (element) => Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1,
  renderHTML: (attributes) => (attributes[name] > 1 ? { [name]: attributes[name] } : {}),
});

const cell = (name, tag, tableRole, more) => Node.create({
  name,
  content: flowing.replace(' | dataTable', ''),
  tableRole,
  isolating: true,
  addAttributes: () => ({ ...id, colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, rendered: false, parseHTML: () => null }, ...more }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

const scope = { scope: { default: null, parseHTML: (element) => element.getAttribute('scope') } };

export const tables = [DataTable, TableCaption, Table, Row, cell('tableCell', 'td', 'cell', {}), cell('tableHeader', 'th', 'header_cell', scope), Roles];
