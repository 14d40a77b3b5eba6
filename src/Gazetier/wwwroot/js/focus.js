// The point of a picture that must stay in sight: set by a click on the picture or with the arrow keys, shown in the crops at once.
// Without it there are two fields.
const frame = document.getElementById('cadrage');
const shown = document.getElementById('image');
const fields = { x: document.getElementById('x'), y: document.getElementById('y') };
const step = 10;

const point = document.createElement('button');
point.type = 'button';
point.className = 'focus-point';
point.setAttribute('aria-label', frame.dataset.hint);
shown.append(point);
const hint = document.createElement('p');
hint.className = 'hint';
hint.textContent = frame.dataset.hint;
frame.append(hint);

const clamp = (value) => Math.min(100, Math.max(0, Math.round(Number(value) || 0)));

function show() {
  for (const axis of ['x', 'y']) {
    const at = clamp(fields[axis].value);
    point.style.setProperty(axis === 'x' ? 'left' : 'top', `${at}%`);
    const near = Math.round(at / step) * step;
    for (const image of document.querySelectorAll('.crops img')) {
      for (const name of [...image.classList].filter((one) => one.startsWith(`focus-${axis}-`))) image.classList.remove(name);
      if (near !== 50) image.classList.add(`focus-${axis}-${near}`);
    }
  }
}

function move(x, y) {
  fields.x.value = clamp(x);
  fields.y.value = clamp(y);
  show();
}

shown.addEventListener('click', (event) => {
  if (event.target === point) return;
  const box = shown.getBoundingClientRect();
  move((100 * (event.clientX - box.left)) / box.width, (100 * (event.clientY - box.top)) / box.height);
});

const keys = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] };
point.addEventListener('keydown', (event) => {
  const by = keys[event.key];
  if (!by) return;
  event.preventDefault();
  move(Number(fields.x.value) + by[0], Number(fields.y.value) + by[1]);
});

for (const field of Object.values(fields)) field.addEventListener('input', show);
shown.classList.add('pointed');
show();
