import { h, later, newId } from '../dom.js';
import { say } from '../texts.js';
import { insertAtTop } from './insert.js';
import { ask, field, find, post } from './dialog.js';
import { readFigure } from './pictureMarkup.js';

/** Chooses a picture of the library, or uploads one; a file may be given already, dropped or pasted. */
export async function insertFigure(editor, page, file = null) {
  const picture = file ? await upload(page, file) : await choose(page);
  if (!picture) return false;
  if (picture === 'upload') {
    const picked = await pickFile();
    return picked !== null && insertFigure(editor, page, picked);
  }
  const said = picture.said ?? await describe(picture);
  return said !== null && insertAtTop(editor, readFigure(editor.schema, picture, said).toJSON());
}

async function choose(page) {
  if (!page.pictures) return 'upload';
  const query = h('input', { type: 'search', id: newId(), autocomplete: 'off' });
  const shelf = h('div', { class: 'shelf', role: 'radiogroup', 'aria-label': say('pictures.shelf') });
  const status = h('p', { class: 'hint', role: 'status' });
  let known = [];
  const group = newId();
  const search = async () => {
    known = await find(page.pictures, query.value.trim()).catch(() => []);
    shelf.replaceChildren(...known.map((picture, at) => h('label', { class: 'print' },
      h('input', { type: 'radio', name: group, value: String(at) }),
      h('img', { src: picture.src, alt: picture.alt || say('pictures.decorative'), width: picture.width, height: picture.height, loading: 'lazy' }),
      h('small', {}, picture.credit))));
    status.textContent = known.length === 0 ? say('pictures.none') : '';
  };
  query.addEventListener('input', later(250, search));
  query.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  search();
  return ask({
    title: say('pictures.choose'), wide: true, action: say('pictures.take'),
    body: h('div', {}, h('div', { class: 'field' }, h('label', { for: query.id }, say('pictures.search')), query), status, shelf),
    extra: page.upload ? [['upload', say('pictures.upload')]] : [],
    submit: () => {
      const chosen = shelf.querySelector(':checked');
      return chosen ? known[Number(chosen.value)] : { errors: { '': say('pictures.chooseOne') } };
    },
  });
}

function pickFile() {
  return new Promise((done) => {
    const input = h('input', { type: 'file', accept: 'image/*', hidden: true });
    input.addEventListener('change', () => { done(input.files[0] ?? null); input.remove(); });
    input.addEventListener('cancel', () => { done(null); input.remove(); });
    document.body.append(input);
    input.click();
  });
}

async function upload(page, file) {
  const { fields, body } = description({ credit: '', alt: '', caption: '' }, true);
  fillFrom(page, file, fields);
  return ask({
    title: say('pictures.upload'), fields, action: say('pictures.send'),
    body: [h('p', { class: 'hint' }, `${file.name} · ${Math.ceil(file.size / 1024).toLocaleString(document.documentElement.lang)} Ko`), ...body],
    submit: async (values) => {
      const said = { ...values, alt: values.decorative ? '' : values.alt };
      const picture = await post(page.upload, { file, credit: said.credit, alt: said.alt, legende: said.caption });
      return picture.errors ? picture : { ...picture, said };
    },
  });
}

// What the file says of itself stands in the fields a moment later, where nothing was typed yet.
async function fillFrom(page, file, fields) {
  const said = await post(`${page.upload}/lire`, { file });
  for (const { name, input } of fields) if (typeof said[name] === 'string' && input.value === '') input.value = said[name];
}

/** What is said of the picture here: alternative text, caption, credit. */
export function describe(picture) {
  const { fields, body } = description(picture, true);
  return ask({
    title: say('pictures.describe'), fields, action: say('dialog.apply'),
    body: [h('img', { class: 'preview', src: picture.src, alt: '' }), ...body],
    submit: (values) => ({ ...values, alt: values.decorative ? '' : values.alt }),
  });
}

function description(picture, withCaption) {
  const alt = field({ name: 'alt', label: say('pictures.alt'), value: picture.alt, hint: say('pictures.altHint'), required: true, maxlength: 500 });
  const decorative = field({ name: 'decorative', type: 'checkbox', label: say('pictures.isDecorative'), value: picture.alt === '' && picture.isDecorative === true });
  const caption = withCaption ? field({ name: 'caption', label: say('pictures.caption'), value: picture.caption, type: 'textarea', rows: 2 }) : null;
  const credit = field({ name: 'credit', label: say('pictures.credit'), value: picture.credit, hint: say('pictures.creditHint'), required: true, maxlength: 200 });
  const follow = () => { alt.input.disabled = decorative.input.checked; };
  decorative.input.addEventListener('change', follow);
  follow();
  const fields = [alt, decorative, caption, credit].filter(Boolean);
  return { fields, body: fields.map((one) => one.box) };
}

/** Changes what is said of the figure where the cursor stands. */
export async function editFigure(editor) {
  const { $from } = editor.state.selection;
  let depth = $from.depth;
  while (depth > 0 && $from.node(depth).type.name !== 'figure') depth--;
  if (depth === 0) return false;
  const at = $from.before(depth);
  const figure = $from.node(depth);
  const picture = figure.firstChild;
  const caption = figure.lastChild;
  const isCredit = (node) => node.marks.some((mark) => mark.type.name === 'credit');
  const credit = caption.children.filter(isCredit).map((node) => node.text).join('');
  const said = await ask({
    ...(({ fields, body }) => ({ fields, body: [h('img', { class: 'preview', src: picture.attrs.src, alt: '' }), ...body] }))(
      description({ alt: picture.attrs.alt, credit, isDecorative: true }, false)),
    title: say('pictures.describe'), action: say('dialog.apply'),
    submit: (values) => ({ ...values, alt: values.decorative ? '' : values.alt }),
  });
  if (!said) return false;
  return editor.chain().focus().command(({ tr, state }) => {
    tr.setNodeAttribute(at + 1, 'alt', said.alt);
    const captionAt = at + figure.nodeSize - 1 - caption.nodeSize;
    const kept = caption.children.filter((node) => !isCredit(node));
    const needsSpace = kept.length > 0 && !/\s$/.test(kept.at(-1).text ?? ' ');
    const parts = [...kept, ...(needsSpace ? [state.schema.text(' ')] : []), state.schema.text(said.credit, [state.schema.marks.credit.create()])];
    tr.replaceWith(captionAt + 1, captionAt + caption.nodeSize - 1, parts);
    return true;
  }).run();
}
