// What the editor says, in the language of the page: the page brings it (EditorTexts.cs).
let texts = {};

export function readTexts(page = document) {
  texts = JSON.parse(page.getElementById('editor-texts')?.textContent ?? '{}');
}

/** The sentence of that name, {0}, {1} filled. A name that the page does not know says itself: it is seen at once. */
export function say(name, ...values) {
  return (texts[name] ?? name).replace(/\{(\d+)\}/g, (_, index) => values[index] ?? '');
}

/** The one or the many: French counts 0 as one, English does not. */
export function sayCount(name, number) {
  const isOne = document.documentElement.lang.startsWith('fr') ? number < 2 : number === 1;
  return say(`${name}.${isOne ? 'one' : 'many'}`, number.toLocaleString(document.documentElement.lang));
}
