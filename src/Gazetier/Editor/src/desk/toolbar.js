import { h, newId } from '../dom.js';
import { say } from '../texts.js';
import { switchTypography, typographyIsOn } from '../words/typing.js';
import { icon } from './icons.js';
import { declared, spoken } from './keys.js';

const groups = [
  ['undo', 'redo'],
  ['style'],
  ['strong', 'em', 'link'],
  ['bulletList', 'orderedList', 'quotation'],
  ['insert', 'cut', 'note'],
  ['more', 'typography'],
];
const menus = {
  style: ['paragraph', 'heading2', 'heading3', 'heading4', 'verbatim'],
  insert: ['figure', 'table', 'chart', 'box', 'qa', 'footnote', 'media', 'download', 'rule'],
  more: ['s', 'sup', 'sub', 'code'],
};

/** The toolbar of the text: one stop of the Tab key, arrows within (the pattern of ARIA). */
export class Toolbar {
  #editor;
  #commands;
  #buttons = [];

  constructor(editor, commands, area) {
    this.#editor = editor;
    this.#commands = commands;
    this.element = h('div', { class: 'editor-tools', role: 'toolbar', 'aria-label': say('toolbar'), 'aria-controls': area, keydown: (event) => this.#move(event) },
      groups.map((group) => h('div', { class: 'group' }, group.map((name) => this.#tool(name)))));
    this.#buttons = [...this.element.querySelectorAll('.tool')];
    this.#stopAt(this.#buttons[0]);
    editor.on('transaction', () => this.#refreshSoon());
    this.refresh();
  }

  focus() {
    this.#buttons.find((button) => button.tabIndex === 0)?.focus();
    return true;
  }

  refresh() {
    for (const button of this.element.querySelectorAll('[data-command]')) {
      const command = this.#commands[button.dataset.command];
      const isOn = command.active?.(this.#editor) ?? false;
      if (command.active) button.setAttribute(button.getAttribute('role') === 'menuitemradio' ? 'aria-checked' : 'aria-pressed', String(isOn));
      button.setAttribute('aria-disabled', String(!(command.enabled?.(this.#editor) ?? true)));
    }
    const style = menus.style.find((name) => this.#commands[name].active(this.#editor));
    this.element.querySelector('[data-menu="style"] .tool-text').textContent = say(`command.${style ?? 'paragraph'}`);
  }

  #waiting = false;

  #refreshSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.refresh();
    });
  }

  #tool(name) {
    if (menus[name]) return this.#menu(name);
    if (name === 'typography') return this.#typography();
    const command = this.#commands[name];
    return h('button', {
      type: 'button', class: 'tool', tabindex: '-1', 'data-command': name, 'aria-label': say(`command.${name}`), title: titled(name), 'aria-keyshortcuts': declared(name),
      'aria-pressed': command.active ? 'false' : null, mousedown: keepSelection, click: () => this.#run(name),
    }, icon(name), ['cut', 'note'].includes(name) ? h('span', { class: 'tool-text wide-only', 'aria-hidden': 'true' }, say(`command.${name}.short`)) : null);
  }

  #menu(name) {
    const list = h('div', { class: 'tool-menu', role: 'menu', id: newId(), 'aria-label': say(`menu.${name}`), hidden: true });
    const button = h('button', {
      type: 'button', class: `tool opens ${name}`, tabindex: '-1', 'data-menu': name, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': list.id,
      title: say(`menu.${name}`), 'aria-label': name === 'more' ? say('menu.more') : null, mousedown: keepSelection, click: () => (list.hidden ? open() : close()),
    }, name === 'style' ? null : icon(name === 'insert' ? 'more' : 's'),
    name === 'more' ? null : [h('span', { class: name === 'style' ? 'visually-hidden' : 'tool-text wide-only' }, say(`menu.${name}`)), name === 'style' ? h('span', { class: 'tool-text' }) : null]);
    const outside = (event) => { if (!box.contains(event.target)) close(); };
    const open = (last = false) => {
      this.refresh();
      list.hidden = false;
      button.setAttribute('aria-expanded', 'true');
      list.classList.toggle('to-the-left', button.getBoundingClientRect().left + 288 > document.documentElement.clientWidth);
      (last ? list.lastElementChild : list.firstElementChild).focus();
      document.addEventListener('pointerdown', outside);
    };
    const close = () => {
      list.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      document.removeEventListener('pointerdown', outside);
    };
    list.append(...menus[name].map((command) => h('button', {
      type: 'button', role: this.#commands[command].active ? 'menuitemradio' : 'menuitem', tabindex: '-1', 'data-command': command, 'aria-keyshortcuts': declared(command),
      'aria-checked': this.#commands[command].active ? 'false' : null, mousedown: keepSelection, click: () => { close(); button.focus(); this.#run(command); },
    }, icon(command), h('span', {}, say(`command.${command}`)), spoken(command) ? h('kbd', { 'aria-hidden': 'true' }, spoken(command)) : null)));
    const box = h('div', { class: 'tool-box', focusout: (event) => !box.contains(event.relatedTarget) && close() }, button, list);
    list.addEventListener('keydown', (event) => {
      const entries = [...list.children];
      const at = entries.indexOf(document.activeElement);
      const to = { ArrowDown: (at + 1) % entries.length, ArrowUp: (at - 1 + entries.length) % entries.length, Home: 0, End: entries.length - 1 }[event.key];
      if (event.key === 'Escape' || event.key === 'Tab') { close(); button.focus(); }
      if (to !== undefined) entries[to].focus();
      if (to !== undefined || event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); }
      if (['ArrowLeft', 'ArrowRight'].includes(event.key)) close();
    });
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      open(event.key === 'ArrowUp');
      event.preventDefault();
    });
    return box;
  }

  #typography() {
    const button = h('button', { type: 'button', class: 'tool', tabindex: '-1', 'aria-label': say('command.typography'), title: say('command.typography'), 'aria-pressed': String(typographyIsOn()), mousedown: keepSelection }, icon('typography'));
    button.addEventListener('click', () => {
      switchTypography(!typographyIsOn());
      button.setAttribute('aria-pressed', String(typographyIsOn()));
    });
    return button;
  }

  #run(name) {
    const command = this.#commands[name];
    if (!(command.enabled?.(this.#editor) ?? true)) return;
    // At once: Tiptap's own focus waits for the next frame, and a letter that is typed before would be lost.
    this.#editor.view.focus();
    command.run(this.#editor);
  }

  #move(event) {
    const shown = this.#buttons.filter((button) => button.offsetParent !== null);
    const at = shown.indexOf(event.target.closest('.tool-box')?.querySelector('.tool') ?? event.target);
    if (at < 0) return;
    const to = { ArrowRight: (at + 1) % shown.length, ArrowLeft: (at - 1 + shown.length) % shown.length, Home: 0, End: shown.length - 1 }[event.key];
    if (event.key === 'Escape') this.#editor.commands.focus();
    if (to === undefined) return;
    event.preventDefault();
    this.#stopAt(shown[to]);
    shown[to].focus();
  }

  #stopAt(button) {
    for (const one of this.#buttons) one.tabIndex = one === button ? 0 : -1;
  }
}

// A press on a button must not take the selection out of the text.
export const keepSelection = (event) => event.preventDefault();

const titled = (name) => (spoken(name) ? `${say(`command.${name}`)} (${spoken(name)})` : say(`command.${name}`));
