// What can be done to the text: one table for the toolbar, the keys and the tooltips.
import { Extension } from '@tiptap/core';
import { keys } from './keys.js';
import { insertChart } from './chart.js';
import { insertFile } from './files.js';
import { insertFootnote } from './footnotes.js';
import { insertAtTop } from './insert.js';
import { editLink } from './link.js';
import { insertFigure } from './pictures.js';
import { tableOf } from './tableCommands.js';

const mark = (name) => ({ run: (editor) => editor.chain().focus().toggleMark(name).run(), active: (editor) => editor.isActive(name), enabled: (editor) => editor.can().toggleMark(name) });
const list = (name) => ({ run: (editor) => editor.chain().focus().toggleList(name, 'listItem').run(), active: (editor) => editor.isActive(name) });
const heading = (level) => ({ run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(), active: (editor) => editor.isActive('heading', { level }) });

const inSection = (editor) => ['qa', 'box', 'footnotes'].some((name) => editor.isActive(name));
const paragraph = { type: 'paragraph' };

const table = (editor) => insertAtTop(editor, { type: 'dataTable', content: [{ type: 'tableCaption' }, tableOf([['', '', ''], ['', '', ''], ['', '', '']])] }, 2);

function box(editor) {
  if (editor.isActive('box')) return liftSection(editor, 'box');
  return inSection(editor) ? false : wrapSelection(editor, 'box');
}

// The blocks that are selected go into the box; with nothing selected it begins with a title.
function wrapSelection(editor, name) {
  const { $from, $to, empty } = editor.state.selection;
  if (empty || $from.depth === 0) return insertAtTop(editor, { type: name, content: [{ type: 'heading', attrs: { level: levelIn(editor, name) } }, paragraph] }, 2);
  const range = { from: $from.before(1), to: $to.after(1) };
  return editor.chain().focus().command(({ tr, state }) => {
    const inside = tr.doc.slice(range.from, range.to).content;
    const type = state.schema.nodes[name];
    if (!type.validContent(inside)) return false;
    tr.replaceWith(range.from, range.to, type.create(null, inside));
    return true;
  }).run();
}

/** What stands in a box or an answer stays, without it. */
export function liftSection(editor, name) {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === name) {
      return editor.chain().focus().command(({ tr }) => {
        tr.replaceWith($from.before(depth), $from.after(depth), $from.node(depth).content);
        return true;
      }).setTextSelection($from.pos - 1).run();
    }
  }
  return false;
}

const qa = (editor) => insertAtTop(editor, { type: 'qa', content: [{ type: 'heading', attrs: { level: levelIn(editor, 'qa') } }, paragraph] }, 2);

// As in the sections of its kind before it; the first stands below the headings that there are.
function levelIn(editor, name) {
  let level = null;
  let hasHeadings = false;
  editor.state.doc.forEach((node, at) => {
    if (at > editor.state.selection.from) return;
    if (node.type.name === name && node.firstChild.type.name === 'heading') level ??= node.firstChild.attrs.level;
    if (node.type.name === 'heading') hasHeadings = true;
  });
  return level ?? (hasHeadings ? 3 : 2);
}

// There is one mark: putting it elsewhere moves it, putting it where it stands takes it away.
function cut(editor) {
  const { doc, selection } = editor.state;
  const at = [];
  doc.forEach((node, position) => node.type.name === 'cut' && at.push(position));
  const end = selection.$from.depth === 0 ? selection.to : selection.$from.after(1);
  return editor.chain().focus().command(({ tr }) => {
    const isHere = at.includes(end) || at.includes(selection.from);
    for (const position of [...at].reverse()) tr.delete(position, position + 1);
    if (!isHere) tr.insert(tr.mapping.map(end), editor.schema.nodes.cut.create());
    return true;
  }).run();
}

const hasCut = (editor) => editor.state.doc.children.some((node) => node.type.name === 'cut');

/** @param page What the commands need of the page: addresses, the form of notes, the place that says things. */
export function commandsOf(page) {
  return {
    undo: { run: (editor) => editor.chain().focus().undo().run(), enabled: (editor) => editor.can().undo() },
    redo: { run: (editor) => editor.chain().focus().redo().run(), enabled: (editor) => editor.can().redo() },
    paragraph: { run: (editor) => editor.chain().focus().setNode('paragraph').run(), active: (editor) => editor.isActive('paragraph') },
    heading2: heading(2),
    heading3: heading(3),
    heading4: heading(4),
    strong: mark('strong'),
    em: mark('em'),
    s: mark('s'),
    sup: mark('sup'),
    sub: mark('sub'),
    code: mark('code'),
    link: { run: (editor) => editLink(editor, page), active: (editor) => editor.isActive('link') },
    bulletList: list('bulletList'),
    orderedList: list('orderedList'),
    quotation: { run: (editor) => editor.chain().focus().toggleWrap('quotation').run(), active: (editor) => editor.isActive('quotation') },
    figure: { run: (editor) => insertFigure(editor, page) },
    table: { run: table, enabled: (editor) => !editor.isActive('table') },
    chart: { run: (editor) => insertChart(editor) },
    box: { run: box, active: (editor) => editor.isActive('box') },
    qa: { run: qa, active: (editor) => editor.isActive('qa') },
    media: { run: (editor) => insertFile(editor, page, 'media') },
    download: { run: (editor) => insertFile(editor, page, 'download') },
    footnote: { run: insertFootnote, enabled: (editor) => !editor.isActive('footnotes') },
    rule: { run: (editor) => insertAtTop(editor, [{ type: 'rule' }, paragraph], 2) },
    verbatim: { run: (editor) => editor.chain().focus().toggleNode('verbatim', 'paragraph').run(), active: (editor) => editor.isActive('verbatim') },
    cut: { run: cut, active: hasCut },
    note: { run: (editor) => page.takeNote(editor) },
  };
}

/** The keys of the commands. */
export const Keys = (commands, page) => Extension.create({
  name: 'keys',
  priority: 1050,
  addKeyboardShortcuts() {
    const bound = Object.entries(commands).filter(([name]) => keys[name] && !['undo', 'redo'].includes(name));
    return Object.fromEntries([
      ...bound.map(([name, command]) => [keys[name], () => {
        // The browser tells of a moved cursor a moment later: a key pressed at once must find it where it is.
        this.editor.view.domObserver.flush();
        if (name === 'cut' && this.editor.isActive('verbatim')) return false;
        if (command.enabled?.(this.editor) ?? true) command.run(this.editor);
        return true;
      }]),
      [keys.toolbar, () => page.toToolbar()],
      [keys.save, () => page.saveNow()],
    ]);
  },
});
