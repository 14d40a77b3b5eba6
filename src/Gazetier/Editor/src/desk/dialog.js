import { h, newId } from '../dom.js';
import { say } from '../texts.js';

/** A labelled field with room for what is wrong with it. */
export function field({ name, label, type = 'text', value = '', hint = null, required = false, options = null, ...more }) {
  const id = newId();
  const described = `${id}-hint ${id}-error`;
  const attributes = { id, name, required, 'aria-describedby': described, ...more };
  let input;
  if (options) {
    input = h('select', attributes, options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
  } else if (type === 'textarea') {
    input = h('textarea', attributes);
    input.value = value;
  } else {
    input = h('input', { type, ...attributes });
    if (type === 'checkbox') input.checked = value === true;
    else if (type !== 'file') input.value = value ?? '';
  }
  const error = h('p', { class: 'error', id: `${id}-error` });
  const says = h('label', { for: id }, label);
  const about = hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null;
  const box = type === 'checkbox' ? h('div', { class: 'field choice-field' }, h('label', { class: 'choice' }, input, ' ', label), about, error) : h('div', { class: 'field' }, says, about, input, error);
  return { box, input, error, name };
}

/**
 * Opens a dialog and waits. Focus comes back to where it was.
 * @param fields As `field` makes them; their boxes stand where `body` puts them, or one below the other.
 * @param submit Called with the values by name; what it gives back closes the dialog, { errors } keeps it open, with a sentence by field.
 * @returns What `submit` gave, the name of an extra button, or null where it was left.
 */
export function ask({ title, fields = [], body = null, action, extra = [], wide = false, submit }) {
  const heading = h('h2', { id: newId() }, title);
  const failed = h('p', { class: 'error', role: 'alert' });
  const main = action === null ? null : h('button', { class: 'button', type: 'submit' }, action ?? say('dialog.insert'));
  const form = h('form', { method: 'dialog', novalidate: true },
    heading, body ?? fields.map((one) => one.box), failed,
    h('div', { class: 'actions' }, main, extra.map(([value, text]) => h('button', { class: 'button quiet', type: 'button', click: () => finish(value) }, text)),
      h('button', { class: 'as-link', type: 'button', click: () => finish(null) }, action === null ? say('dialog.close') : say('dialog.cancel'))));
  const dialog = h('dialog', { class: `editor-dialog${wide ? ' wide' : ''}`, 'aria-labelledby': heading.id }, form);
  const before = document.activeElement;
  let finish;
  const answer = new Promise((done) => {
    finish = (value) => {
      dialog.close();
      dialog.remove();
      before?.focus?.({ preventScroll: true });
      done(value);
    };
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    finish(null);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    main.disabled = true;
    const errors = missing(fields);
    const result = Object.keys(errors).length > 0 ? { errors } : await submit(valuesOf(fields));
    main.disabled = false;
    if (result?.errors) show(fields, failed, result.errors);
    else finish(result);
  });
  document.body.append(dialog);
  dialog.showModal();
  return answer;
}

const valuesOf = (fields) => Object.fromEntries(fields.map(({ name, input }) => [
  name, input.type === 'checkbox' ? input.checked : input.type === 'file' ? input.files[0] ?? null : input.value.trim(),
]));

function missing(fields) {
  const errors = {};
  for (const { name, input } of fields) {
    if (input.required && !input.disabled && (input.type === 'file' ? input.files.length === 0 : input.value.trim() === '')) errors[name] = say('dialog.required');
  }
  return errors;
}

function show(fields, failed, errors) {
  for (const one of fields) {
    one.error.textContent = errors[one.name] ?? '';
    one.input.toggleAttribute('aria-invalid', Boolean(errors[one.name]));
    if (errors[one.name]) one.input.setAttribute('aria-invalid', 'true');
  }
  const known = fields.filter((one) => errors[one.name]);
  failed.textContent = known.length === 0 ? Object.values(errors).join(' ') : '';
  known[0]?.input.focus();
}

/** Sends a form of a dialog to the server; errors come back as sentences by field. */
export async function post(address, values) {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined) body.append(name, value);
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    if (isJson && response.ok) return await response.json();
    if (isJson) return { errors: (await response.json()).errors ?? { '': say('dialog.failed') } };
    return { errors: { '': say(response.status === 413 ? 'dialog.tooLarge' : 'dialog.failed') } };
  } catch {
    return { errors: { '': say('dialog.away') } };
  }
}

export async function find(address, query) {
  const url = new URL(address, location.href);
  url.searchParams.set('q', query);
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  return response.ok && !response.redirected ? response.json() : [];
}
