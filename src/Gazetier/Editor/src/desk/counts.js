import { h, later, newId } from '../dom.js';
import { say, sayCount } from '../texts.js';
import { countSigns, countWords, minutes } from '../words/count.js';
import { blocksOf, textOf } from '../words/document.js';
import { percentWithheld } from '../words/share.js';

/** Words, signs, minutes and what is left to read, under the text; they follow it with a small delay. */
export function counts(editor, form) {
  const line = h('p', { class: 'editor-counts' });
  const share = Number(form.dataset.openShare ?? '0.1');
  const refresh = () => {
    const text = textOf(editor.state.doc);
    const words = countWords(text);
    const access = form.elements.Access;
    const isOpen = access?.value === 'None';
    const hasMark = editor.state.doc.children.some((node) => node.type.name === 'cut');
    const withheld = isOpen ? say('counts.open') : say(hasMark ? 'counts.left' : 'counts.leftBySentence', percentWithheld(blocksOf(editor.state.doc), share));
    line.replaceChildren(...[sayCount('counts.words', words), sayCount('counts.signs', countSigns(text)), say('counts.minutes', minutes(words)), words > 0 ? withheld : null]
      .filter(Boolean).map((part) => h('span', {}, part)));
  };
  editor.on('update', later(200, refresh));
  form.addEventListener('change', refresh);
  refresh();
  return line;
}

// Lengths that lists, search engines and mails show whole.
const guides = { Headline: [35, 90], Kicker: [0, 40], Standfirst: [120, 350] };

/** Under a field of the head: its length, and whether it is in the good measure. */
export function guide(field) {
  const limits = guides[field.name];
  if (!limits) return;
  const says = h('p', { class: 'length-guide', id: newId() });
  const refresh = () => {
    const length = countSigns(field.value.trim());
    const state = length === 0 ? 'empty' : length > limits[1] ? 'long' : length < limits[0] ? 'short' : 'good';
    says.dataset.state = state;
    says.textContent = state === 'empty' && limits[0] === 0 ? say('guide.upTo', limits[1]) : `${sayCount('counts.signs', length)} · ${say(`guide.${state}`, limits[0], limits[1])}`;
  };
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), says.id].filter(Boolean).join(' '));
  field.after(says);
  field.addEventListener('input', refresh);
  refresh();
}
