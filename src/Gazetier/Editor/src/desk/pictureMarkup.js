import { read } from '../read.js';

/** A figure of the library's picture: as the server wrote it (`html`), or of its one address. */
export function readFigure(schema, picture, said) {
  const { nodes, marks } = schema;
  const ready = picture.html ? read(picture.html, schema).firstChild : null;
  const attributes = ready?.type === nodes.figure
    ? { ...ready.firstChild.attrs }
    : { src: picture.src, width: String(picture.width), height: String(picture.height), loading: 'lazy', decoding: 'async' };
  const caption = [said.caption ? schema.text(`${said.caption} `) : null, schema.text(said.credit, [marks.credit.create()])].filter(Boolean);
  return nodes.figure.create(null, [nodes.picture.create({ ...attributes, alt: said.alt }), nodes.figcaption.create(null, caption)]);
}
