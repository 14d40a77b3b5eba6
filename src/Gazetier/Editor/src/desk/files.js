import { h } from '../dom.js';
import { say } from '../texts.js';
import { insertAtTop } from './insert.js';
import { ask, field, post } from './dialog.js';

const accepted = { media: 'video/*,audio/*', download: '.pdf,application/pdf' };

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
  const text = [{ type: 'text', text: sent.title }];
  const type = sent.type ?? '';
  const isMedia = type.startsWith('video') || type.startsWith('audio');
  return insertAtTop(editor, isMedia
    ? { type: 'media', attrs: { kind: type.startsWith('audio') ? 'audio' : 'video', src: sent.src }, content: [{ type: 'figcaption', content: text }] }
    : { type: 'download', attrs: { href: sent.src }, content: text });
}
