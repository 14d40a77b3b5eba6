import { h, later, newId } from '../dom.js';
import { say } from '../texts.js';
import { isSafeHref } from '../schema/attributes.js';
import { ask, field, find } from './dialog.js';

/** "www.a.fr", "a@b.fr" and "/12/titre" as addresses; null where the text is none. */
export function addressIn(text) {
  const address = text.trim();
  if (/\s/.test(address)) return null;
  if (/^(https?:\/\/[^/]+|mailto:.+@.+)/i.test(address)) return address;
  if (/^www\.[^.]+\..+/i.test(address)) return `https://${address}`;
  if (/^[^@/]+@[^@/]+\.[^@/.]+$/.test(address)) return `mailto:${address}`;
  if (/^[/#][^/]/.test(address)) return address;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(address) ? `https://${address}` : null;
}

export async function editLink(editor, page) {
  const { state } = editor;
  const current = editor.getAttributes('link').href ?? '';
  if (editor.isActive('link')) editor.commands.extendMarkRange('link');
  const { from, to, empty } = editor.state.selection;
  const text = state.doc.textBetween(from, to, ' ');
  const address = field({
    name: 'address', label: say('link.address'), value: current, hint: say('link.hint'), required: true, autocomplete: 'off', role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
  });
  const shown = empty ? field({ name: 'text', label: say('link.text') }) : null;
  const found = suggest(address.input, page.links);
  const result = await ask({
    title: say(current ? 'link.edit' : 'link.insert'),
    fields: [address, shown].filter(Boolean),
    body: [address.box, found, shown?.box],
    action: say('dialog.apply'),
    extra: current ? [['remove', say('link.remove')]] : [],
    submit: (values) => {
      const href = addressIn(values.address);
      return href && isSafeHref(href) ? { href, text: values.text || values.address } : { errors: { address: say('link.wrong') } };
    },
  });
  if (result === null) return false;
  const chain = editor.chain().focus();
  if (result === 'remove') return chain.unsetMark('link').run();
  if (!empty) return chain.setTextSelection({ from, to }).setMark('link', { href: result.href, id: null }).run();
  const title = address.input.dataset.title ?? result.text;
  return chain.insertContent({ type: 'text', text: shown.input.value.trim() || title || text, marks: [{ type: 'link', attrs: { href: result.href } }] }).unsetMark('link').run();
}

// Our own articles, as one types a word of their headline.
function suggest(input, address) {
  const list = h('ul', { class: 'suggestions', id: newId(), role: 'listbox', 'aria-label': say('link.found'), hidden: true });
  const status = h('p', { class: 'hint', role: 'status' });
  input.setAttribute('aria-controls', list.id);
  let at = -1;
  const options = () => [...list.children];
  const mark = (next) => {
    at = next;
    options().forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at >= 0) input.setAttribute('aria-activedescendant', options()[at].id);
    else input.removeAttribute('aria-activedescendant');
    options()[at]?.scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const choose = (article) => {
    input.value = article.path;
    input.dataset.title = article.headline;
    close();
    status.textContent = article.headline;
    input.focus();
  };
  const search = later(250, async () => {
    const query = input.value.trim();
    delete input.dataset.title;
    if (!address || query.length < 2 || addressIn(query)) return close();
    const articles = await find(address, query).catch(() => []);
    if (input.value.trim() !== query) return undefined;
    list.replaceChildren(...articles.map((article) => h('li', {
      role: 'option', id: newId(), 'aria-selected': 'false', mousedown: (event) => { event.preventDefault(); choose(article); },
    }, h('span', {}, article.headline), h('small', {}, article.published ?? ''))));
    list.articles = articles;
    list.hidden = articles.length === 0;
    input.setAttribute('aria-expanded', String(articles.length > 0));
    status.textContent = articles.length === 0 ? say('link.none') : '';
    mark(-1);
    return undefined;
  });
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const count = options().length;
    if (event.key === 'ArrowDown') mark((at + 1) % count);
    else if (event.key === 'ArrowUp') mark((at - 1 + count) % count);
    else if (event.key === 'Enter' && at >= 0) choose(list.articles[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return h('div', { class: 'suggest' }, list, status);
}
