// Says in an empty line what belongs there.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { say } from '../texts.js';

export const Hints = Extension.create({
  name: 'hints',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations } })],
});

function decorations({ doc }) {
  const found = [];
  doc.descendants((node, at, parent) => {
    if (!node.isTextblock) return !node.isLeaf;
    const hint = node.content.size === 0 ? hintFor(node, parent, doc) : null;
    if (hint && (node.type.name === 'heading' || parent.type.name === 'tableHeader')) found.push(Decoration.widget(at + 1, () => nameless(hint), { side: 1, key: hint, ignoreSelection: true }));
    else if (hint) found.push(Decoration.node(at, at + node.nodeSize, { class: 'is-empty', 'data-placeholder': say(hint) }));
    return false;
  });
  return DecorationSet.create(doc, found);
}

// A heading or a header without words is none for those who hear it: until it has some, it is called by what it is.
function nameless(hint) {
  return Object.assign(document.createElement('span'), { className: 'nameless', textContent: say(hint) });
}

function hintFor(node, parent, doc) {
  switch (node.type.name) {
    case 'figcaption': return 'hint.caption';
    case 'tableCaption': return 'hint.table';
    case 'download': return 'hint.download';
    case 'heading': return { qa: 'hint.question', box: 'hint.box' }[parent.type.name] ?? 'hint.heading';
    case 'paragraph': if (parent.type.name === 'tableHeader') return parent.childCount === 1 ? 'hint.head' : null;
      return parent === doc && doc.childCount === 1 ? 'hint.text' : parent.type.name === 'qa' ? 'hint.answer' : null;
    default: return null;
  }
}
