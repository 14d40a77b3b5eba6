import { h } from '../dom.js';
import { lineChanges } from '../keep/fields.js';
import { say } from '../texts.js';
import { ask } from './dialog.js';

/** Shows what differs between two states of the form, field by field. */
export function showDifferences(changes, form, textOf) {
  const of = (change, text) => (change.name === 'Body' ? textOf(text) : spoken(form, change.name, text));
  return ask({
    title: say('differences.title'), action: null, wide: true,
    body: h('div', { class: 'differences', tabindex: '0', role: 'region', 'aria-label': say('differences.title') }, changes.map((change) => [
      h('h3', {}, labelOf(form, change.name)),
      h('ul', {}, lineChanges(of(change, change.before), of(change, change.after)).map(({ kind, line }) => h('li', {}, h(kind === 'gone' ? 'del' : 'ins', {}, line)))),
    ])),
  });
}

function labelOf(form, name) {
  const field = form.elements.namedItem(name);
  const one = field instanceof RadioNodeList ? field[0] : field;
  return (one?.closest('fieldset')?.querySelector('legend') ?? one?.labels?.[0])?.textContent.trim() ?? name;
}

// Choices are said by their labels.
function spoken(form, name, text) {
  const field = form.elements.namedItem(name);
  const choices = field instanceof RadioNodeList ? [...field] : field?.type === 'checkbox' ? [field] : [];
  if (choices.length > 0) return text.split('\n').map((value) => choices.find((one) => one.value === value)?.labels[0]?.textContent.trim() ?? value).join('\n');
  if (field?.options) return text.split('\n').map((value) => [...field.options].find((one) => one.value === value)?.text ?? value).join('\n');
  return text;
}
