// Reads the HTML of a body into the document.
import { DOMParser } from '@tiptap/pm/model';

/** Puts titles of tables before them and takes away what the server draws by itself. */
export function prepare(root) {
  // A transcript finds its place after a caption only: where there is none, an empty one stands, which is not written.
  for (const transcript of root.querySelectorAll('figure.video .transcript, figure.audio .transcript')) {
    if (!transcript.closest('figure').querySelector('figcaption')) transcript.before(root.ownerDocument.createElement('figcaption'));
  }
  for (const drawn of root.querySelectorAll('figure.chart img, figure.chart picture')) drawn.remove();
  for (const table of root.querySelectorAll('table')) {
    const chart = table.closest('figure.chart');
    const around = table.parentElement?.closest('div.table');
    const caption = table.querySelector(':scope > caption');
    const box = around?.querySelector('table') === table && !chart ? around : root.ownerDocument.createElement('div');
    if (chart) {
      caption?.remove();
      table.closest('div.table')?.replaceWith(table);
      continue;
    }
    box.className = 'table';
    if (box !== around) {
      table.replaceWith(box);
      box.append(table);
    }
    const title = root.ownerDocument.createElement('p');
    title.className = 'caption';
    if (caption) {
      if (caption.id) title.id = caption.id;
      title.append(...caption.childNodes);
      caption.remove();
    }
    table.before(title);
  }
  return root;
}

export function read(html, schema) {
  const page = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return DOMParser.fromSchema(schema).parse(prepare(page.body));
}
