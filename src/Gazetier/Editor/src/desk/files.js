import { h } from '../dom.js';
import { say } from '../texts.js';
import { insertAtTop } from './insert.js';
import { ask, field, post } from './dialog.js';

const accepted = { media: 'video/*,audio/*', download: '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp', captions: '.vtt' };

/** Uploads a document, a video or a sound, and puts it into the text. */
export async function insertFile(editor, page, kind, given = null) {
  const file = field({ name: 'file', type: 'file', label: say(`files.${kind}`), accept: accepted[kind], required: given === null, hint: say(`files.${kind}Hint`) });
  const title = field({ name: 'title', label: say(kind === 'media' ? 'files.caption' : 'files.title'), required: true, value: given?.name ?? '' });
  const sent = await ask({
    title: say(`files.insert.${kind}`), fields: given ? [title] : [file, title], action: say('pictures.send'),
    body: given ? [h('p', { class: 'hint' }, given.name), title.box] : null,
    submit: async (values) => {
      const answer = await post(page.files, { file: given ?? values.file, title: values.title });
      return answer.errors ? answer : { ...answer, title: values.title };
    },
  });
  if (!sent) return false;
  const type = sent.type ?? '';
  const isMedia = type.startsWith('video') || type.startsWith('audio');
  return insertAtTop(editor, isMedia
    ? { type: 'media', attrs: { kind: type.startsWith('audio') ? 'audio' : 'video', src: sent.src }, content: [{ type: 'figcaption', content: [{ type: 'text', text: sent.title }] }] }
    : { type: 'download', content: [{ type: 'text', text: sent.title, marks: [{ type: 'link', attrs: { href: sent.src } }] }] });
}

/** Uploads captions for the film where the cursor stands. */
export async function addCaptions(editor, page) {
  const file = field({ name: 'file', type: 'file', label: say('files.captions'), accept: accepted.captions, required: true, hint: say('files.captionsHint') });
  const label = field({ name: 'label', label: say('files.captionsLabel'), value: 'Français', required: true });
  const srclang = field({ name: 'srclang', label: say('files.captionsLanguage'), value: 'fr', required: true, maxlength: 8, pattern: '[A-Za-z-]{2,8}' });
  const track = await ask({
    title: say('media.captions'), fields: [file, label, srclang], action: say('pictures.send'),
    submit: async (values) => {
      const answer = await post(page.files, { file: values.file, title: values.label });
      return answer.errors ? answer : { kind: 'captions', label: values.label, src: answer.src, srclang: values.srclang };
    },
  });
  if (!track) return false;
  const others = editor.getAttributes('media').tracks.filter((one) => one.srclang !== track.srclang);
  return editor.chain().focus().updateAttributes('media', { tracks: [...others, track] }).run();
}

/** Begins what is said in the film or the sound. */
export function addTranscript(editor) {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name !== 'media') continue;
    if (node.lastChild.type.name === 'transcript') return false;
    const at = $from.after(depth) - 1;
    const content = [{ type: 'transcriptTitle', content: [{ type: 'text', text: say('media.transcript') }] }, { type: 'paragraph' }];
    return editor.chain().focus().insertContentAt(at, { type: 'transcript', content }).setTextSelection(at + say('media.transcript').length + 4).run();
  }
  return false;
}
