// The writing desk: makes of the page's plain form (Edit.cshtml) an editor that keeps what is written by itself.
import { contextBar } from './desk/context.js';
import { sayChosen } from './desk/chosen.js';
import { commandsOf } from './desk/commands.js';
import { counts, guide } from './desk/counts.js';
import { Notices, Status } from './desk/status.js';
import { show, surface } from './desk/surface.js';
import { keepSelection, Toolbar } from './desk/toolbar.js';
import { h, newId } from './dom.js';
import { keepEverything } from './keep/keep.js';
import { read } from './read.js';
import { readTexts, say, sayCount } from './texts.js';
import { setsTypography } from './words/typing.js';
import { blocksOf, textOf } from './words/document.js';
import { percentWithheld } from './words/share.js';
import { write } from './write.js';

let schema = null;

/** The body as this desk would save it, untouched: what the tests of losslessness ask. */
export const rewritten = (html) => write(read(html, schema));

/** What would be left to read of it: the same percentage as the server's. */
export const percentLeft = (html, share) => percentWithheld(blocksOf(read(html, schema)), share);

const form = document.getElementById('copie');
const field = form?.elements.namedItem('Body');
if (field) open();

function open() {
  readTexts();
  const { links, pictures, upload, files } = form.dataset;
  const notices = new Notices();
  let toolbar;
  let keeping;
  const status = new Status(() => keeping.saveNow());
  const page = {
    links, pictures, upload, files,
    toToolbar: () => toolbar.focus(),
    saveNow: () => keeping.saveNow(),
    picturesStayed: (number) => notices.show('pictures', sayCount('paste.pictures', number), [[say('dialog.close'), () => true]]),
    takeNote,
  };
  const isWritable = form.dataset.mayWrite !== 'non';
  const area = h('div', { class: 'editor-area', id: newId() });
  const commands = commandsOf(page);
  const editor = surface({ element: area, html: field.value, label: labelOf(field), editable: isWritable, commands, page });
  ({ schema } = editor);
  const desk = h('div', { class: 'editor' });
  if (isWritable) {
    toolbar = new Toolbar(editor, commands, area.id);
    desk.append(h('div', { class: 'editor-head' }, toolbar.element, contextBar(editor, page)));
  } else {
    // Who may not write here may still remark.
    desk.append(h('div', { class: 'editor-head' }, h('button', { type: 'button', class: 'small-tool', mousedown: keepSelection, click: () => takeNote(editor) }, say('command.note'))));
  }
  desk.append(area, h('div', { class: 'editor-foot' }, counts(editor, form), isWritable ? status.element : null));
  field.hidden = true;
  field.after(desk);
  desk.before(notices.element);
  form.addEventListener('formdata', (event) => event.formData.set('Body', write(editor.state.doc)));
  if (!isWritable) {
    onlyShow(form);
    return;
  }
  sayChosen(form);
  for (const name of ['Kicker', 'Headline', 'Standfirst', 'LeadCaption']) {
    const one = form.elements.namedItem(name);
    if (!one) continue;
    setsTypography(one);
    guide(one);
  }
  keeping = keepEverything({ form, status, notices, onChange: (changed) => editor.on('update', changed), body: bodyOf(editor) });
}

/** What keeping needs to know of the text: to put it, to compare it, to read it as lines. */
function bodyOf(editor) {
  return {
    put: (html) => show(editor, html),
    same: (a, b) => write(read(a, editor.schema)) === write(read(b, editor.schema)),
    textOf: (html) => textOf(read(html, editor.schema)),
  };
}

function labelOf(one) {
  const label = one.labels[0];
  label.id ||= newId();
  // The label led to the field, which is hidden now.
  label.addEventListener('click', () => document.querySelector('.editor-area [role="textbox"]').focus());
  return label.id;
}

// What nobody would keep cannot be typed: fields are read, choices stand. Those of the notes belong to another form.
function onlyShow(form) {
  for (const one of form.elements) {
    if (['text', 'textarea'].includes(one.type)) one.readOnly = true;
    else if (one.type !== 'submit') one.disabled = true;
  }
}

// The passage that is selected goes into the page's form for notes.
function takeNote(editor) {
  const notes = document.getElementById('note');
  const passage = notes?.elements.namedItem('Passage');
  if (!passage) return false;
  const { from, to } = editor.state.selection;
  passage.value = (editor.state.doc.textBetween(from, to, ' ') || String(getSelection())).slice(0, 500);
  passage.dispatchEvent(new Event('input', { bubbles: true }));
  const text = [...notes.elements].find((one) => one.localName === 'textarea' && one !== passage) ?? passage;
  passage.closest('details')?.setAttribute('open', '');
  text.scrollIntoView({ block: 'center' });
  text.focus();
  return true;
}
