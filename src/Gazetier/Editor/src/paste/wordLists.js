// Word writes a list as paragraphs that look like one: "mso-list:l0 level2 lfo1", and the sign in a span of its own.
import { rename, styleOf } from './clean.js';

const isEntry = (element) => element?.localName === 'p' && /mso-list:\s*l\d+/.test(styleOf(element));

export function liftLists(root) {
  for (const first of [...root.querySelectorAll('p')].filter(isEntry)) {
    if (!isEntry(first.previousElementSibling) && first.parentElement) lift(first);
  }
}

function lift(first) {
  const entries = [];
  for (let entry = first; isEntry(entry); entry = entry.nextElementSibling) entries.push(entry);
  const place = first.ownerDocument.createElement('div');
  first.before(place);
  const open = [];
  for (const entry of entries) {
    const level = Number(/level(\d+)/.exec(styleOf(entry))?.[1] ?? 1);
    const sign = takeSign(entry);
    while (open.length > level) open.pop();
    if (open.length === 0 || open.length < level || open.at(-1).localName !== listFor(sign)) {
      if (open.length === level) open.pop();
      open.push(begin(place, open.at(-1), sign));
    }
    open.at(-1).append(rename(entry, 'li'));
  }
  place.replaceWith(...place.childNodes);
}

function begin(place, around, sign) {
  const list = place.ownerDocument.createElement(listFor(sign));
  const start = Number.parseInt(sign, 10);
  if (start > 1) list.setAttribute('start', String(start));
  (around?.lastElementChild ?? place).append(list);
  return list;
}

// "1.", "a)", "iv." count; "·", "o", "§" are the signs of Symbol, Courier and Wingdings.
const listFor = (sign) => (/^\(?([0-9]+|[a-zA-Z]|[ivxIVX]+)[.)]/.test(sign) ? 'ol' : 'ul');

function takeSign(entry) {
  const span = [...entry.querySelectorAll('span')].find((one) => /mso-list:\s*ignore/.test(styleOf(one)));
  const sign = (span?.textContent ?? '').replace(/[\s\u00A0]+/g, ' ').trim();
  span?.remove();
  return sign;
}
