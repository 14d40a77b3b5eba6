/** A block at the top of the text, after the one where the cursor stands; an empty paragraph gives way. */
export function insertAtTop(editor, content, cursor = null) {
  const { $from } = editor.state.selection;
  const depth = Math.min(1, $from.depth);
  const top = depth === 0 ? null : $from.node(1);
  const isEmpty = top?.type.name === 'paragraph' && top.content.size === 0;
  const from = depth === 0 ? editor.state.selection.from : isEmpty ? $from.before(1) : $from.after(1);
  const to = isEmpty ? $from.after(1) : from;
  const done = editor.chain().focus().insertContentAt({ from, to }, content, { updateSelection: false }).run();
  if (cursor !== null) editor.commands.setTextSelection(from + cursor);
  editor.commands.scrollIntoView();
  return done;
}
