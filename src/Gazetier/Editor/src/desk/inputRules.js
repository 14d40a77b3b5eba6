// What a few signs at the beginning of a paragraph make of it, as in other editors; Ctrl+Z or Backspace takes it back.
import { Extension, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';

export const InputRules = Extension.create({
  name: 'beginnings',
  addInputRules() {
    const { nodes } = this.editor.schema;
    return [
      ...[2, 3, 4].map((level) => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: nodes.heading, getAttributes: { level } })),
      wrappingInputRule({ find: /^\s*[-*•]\s$/, type: nodes.bulletList }),
      wrappingInputRule({ find: /^(\d+)[.)]\s$/, type: nodes.orderedList, getAttributes: (match) => ({ start: Number(match[1]) }), joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]) }),
      wrappingInputRule({ find: /^>\s$/, type: nodes.quotation }),
    ];
  },
});
