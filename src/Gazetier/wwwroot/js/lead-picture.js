// Finds a lead picture while one types. Without it there is the library, and a way back from it.
const choices = document.getElementById('LeadPicture');
const box = document.getElementById('chercher-image');
const { none, decorative } = box.dataset;
const search = box.querySelector('input');
const status = box.querySelector('[role="status"]');
box.hidden = false;
let asked = 0;

function choice(picture) {
  const label = document.createElement('label');
  label.className = 'choice picture-choice';
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'LeadPicture', value: picture.id });
  const image = Object.assign(document.createElement('img'), { src: picture.src, alt: picture.alt || decorative, width: picture.width, height: picture.height, loading: 'lazy' });
  const credit = Object.assign(document.createElement('span'), { className: 'byline', textContent: picture.credit });
  // As the server writes it, and the style sheet knows it.
  const frame = document.createElement('picture');
  frame.append(image);
  label.append(radio, frame, credit);
  return label;
}

async function find() {
  asked += 1;
  const turn = asked;
  const response = await fetch(`${box.dataset.address}?q=${encodeURIComponent(search.value.trim())}`).catch(() => null);
  const found = response?.ok ? await response.json() : null;
  if (!found || turn !== asked) return;
  const chosen = choices.querySelector(':checked');
  // What is chosen stays, and so does the choice of none.
  for (const label of choices.querySelectorAll('.picture-choice')) if (!label.contains(chosen)) label.remove();
  choices.append(...found.filter((picture) => picture.id !== chosen?.value).map(choice));
  status.textContent = found.length === 0 ? none : '';
}

// What was uploaded into the text meanwhile is offered, too.
const shelf = box.closest('details');
shelf.querySelector('summary').addEventListener('click', () => { if (!shelf.open) find(); });

let timer;
search.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(find, 250);
});
search.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
