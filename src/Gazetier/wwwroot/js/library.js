// Several pictures at once, dropped or chosen: each gets fields of its own, filled with what its file says, and is sent by itself.
// Without it the form takes one picture at a time.
const form = document.getElementById('depot');
const { read, send, sendOne, sending, kept, failed, tooLarge, drop, remove } = form.dataset;
const input = form.querySelector('input[type="file"]');
const button = form.querySelector('button');
const model = form.querySelector('.described');
const status = document.createElement('p');
status.setAttribute('role', 'status');
const shelf = document.createElement('ul');
shelf.className = 'to-keep';
const waiting = new Map();
let number = 0;

form.classList.add('dropping');
form.dataset.hint = drop;
input.multiple = true;
input.required = false;
model.replaceWith(shelf);
button.disabled = true;
button.parentElement.after(status);

input.addEventListener('change', () => {
  [...input.files].forEach(add);
  input.value = '';
});
form.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('over');
});
form.addEventListener('dragleave', () => form.classList.remove('over'));
form.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('over');
  [...event.dataTransfer.files].forEach(add);
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  status.textContent = sending;
  for (const [place, file] of [...waiting]) await store(place, file);
  status.textContent = '';
  count();
});

function add(file) {
  number += 1;
  const place = document.createElement('li');
  const fields = model.cloneNode(true);
  // Ids and what points to them are the card's own.
  for (const one of fields.querySelectorAll('[id], [for], [aria-describedby]')) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      if (one.hasAttribute(name)) one.setAttribute(name, `${one.getAttribute(name)}-${number}`);
    }
    if (one.value && one.type !== 'checkbox') one.value = '';
  }
  const name = document.createElement('p');
  name.className = 'name';
  name.textContent = file.name;
  const away = document.createElement('button');
  away.type = 'button';
  away.className = 'as-link';
  away.textContent = remove;
  away.addEventListener('click', () => {
    waiting.delete(place);
    place.remove();
    count();
  });
  const error = document.createElement('p');
  error.className = 'error';
  place.append(name, fields, error, away);
  shelf.append(place);
  waiting.set(place, file);
  show(place, file);
  fill(place, file);
  count();
}

// The policy lets no image in that is not ours: what is in hand is painted.
async function show(place, file) {
  const bitmap = await createImageBitmap(file, { resizeWidth: 320, resizeQuality: 'medium' }).catch(() => null);
  if (!bitmap) return;
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  place.prepend(canvas);
}

async function fill(place, file) {
  const said = await post(read, { file });
  if (said.errors) {
    place.querySelector('li > .error').textContent = Object.values(said.errors).join(' ');
    // What is no picture needs no credit.
    if (said.errors.file) {
      waiting.delete(place);
      place.querySelector('.described').remove();
      count();
    }
    return;
  }
  for (const [name, value] of [['credit', said.credit], ['alt', said.alt], ['legende', said.caption]]) {
    const field = place.querySelector(`[name="${name}"]`);
    if (value && field.value === '') field.value = value;
  }
  if (said.isMachineMade) place.querySelector('[name="machine"]').checked = true;
}

async function store(place, file) {
  const values = { file };
  for (const field of place.querySelectorAll('[name]')) {
    if (field.type !== 'checkbox') values[field.name] = field.value;
    else if (field.checked) values[field.name] = 'true';
  }
  // An empty text would say that it is a decoration.
  if (values.alt.trim() === '') delete values.alt;
  const answer = await post('/redaction/images', values);
  const errors = answer.errors ?? {};
  for (const box of place.querySelectorAll('.field')) {
    const field = box.querySelector('[name]');
    let said = box.querySelector('.error');
    if (!said) box.append((said = Object.assign(document.createElement('p'), { className: 'error', id: `${field.id}-erreur` })));
    said.textContent = errors[field.name] ?? '';
    field.toggleAttribute('aria-invalid', Boolean(errors[field.name]));
    delete errors[field.name];
  }
  place.querySelector('li > .error').textContent = Object.values(errors).join(' ');
  if (answer.errors) return;
  waiting.delete(place);
  const link = document.createElement('a');
  link.href = `/redaction/images/${answer.id}${location.search.match(/pour=\d+/) ? `?${location.search.match(/pour=\d+/)[0]}` : ''}`;
  link.textContent = `${kept} : ${answer.alt || answer.credit}`;
  place.replaceChildren(...[place.querySelector('canvas'), link].filter(Boolean));
  place.classList.add('kept');
}

async function post(address, values) {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (response.headers.get('content-type')?.includes('json')) return await response.json();
    return { errors: { '': response.status === 413 ? tooLarge : failed } };
  } catch {
    return { errors: { '': failed } };
  }
}

function count() {
  button.disabled = waiting.size === 0;
  button.textContent = waiting.size > 1 ? send.replace('{0}', waiting.size) : sendOne;
}
