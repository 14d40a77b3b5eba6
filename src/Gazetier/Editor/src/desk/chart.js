import { h, later } from '../dom.js';
import { say } from '../texts.js';
import { chartFault, rowsOf } from '../words/rows.js';
import { insertAtTop } from './insert.js';
import { ask, field } from './dialog.js';
import { tableOf } from './tableCommands.js';

const kinds = () => ['columns', 'bars', 'lines'].map((kind) => [kind, say(`chart.${kind}`)]);

/** A chart of a table that is pasted from a spreadsheet; the server draws it when the text is saved. */
export async function insertChart(editor) {
  const title = field({ name: 'title', label: say('chart.title'), required: true });
  const kind = field({ name: 'kind', label: say('chart.kind'), options: kinds() });
  const data = field({ name: 'data', type: 'textarea', label: say('chart.data'), hint: say('chart.dataHint'), required: true, rows: 6, spellcheck: 'false' });
  const preview = h('div', { class: 'preview-table', role: 'region', 'aria-label': say('chart.preview'), tabindex: '0', hidden: true });
  data.input.addEventListener('input', later(200, () => show(preview, rowsOf(data.input.value))));
  const said = await ask({
    title: say('chart.insert'), fields: [title, kind, data], body: [title.box, kind.box, data.box, preview], wide: true,
    submit: (values) => {
      const rows = rowsOf(values.data);
      const fault = chartFault(rows);
      return fault ? { errors: { data: say(`chart.${fault}`) } } : { ...values, rows };
    },
  });
  if (!said) return false;
  return insertAtTop(editor, {
    type: 'chart', attrs: { kind: said.kind },
    content: [{ type: 'figcaption', content: [{ type: 'text', text: said.title }] }, tableOf(Object.assign(said.rows, { isNamed: true }))],
  });
}

function show(preview, rows) {
  preview.hidden = rows.length === 0;
  preview.replaceChildren(h('table', {}, rows.slice(0, 12).map((row, at) => h('tr', {}, row.map((cell) => h(at === 0 ? 'th' : 'td', {}, cell))))));
}

export async function editChart(editor) {
  const kind = field({ name: 'kind', label: say('chart.kind'), options: kinds(), value: editor.getAttributes('chart').kind });
  const said = await ask({ title: say('chart.edit'), fields: [kind], action: say('dialog.apply'), submit: (values) => values });
  return said !== null && editor.chain().focus().updateAttributes('chart', { kind: said.kind }).run();
}
