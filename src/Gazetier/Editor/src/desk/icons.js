// Drawn on a square of 20 in lines of one width; what is a letter is set as one.
const drawn = {
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2L10 5.8M11.500 8.500a3 3 0 0 0-4.2 0L4.7 11.100a3 3 0 0 0 4.2 4.2L10 14.200',
  bulletList: 'M8 5.500h9M8 10h9M8 14.500h9M3.500 5.500h.8M3.500 10h.8M3.500 14.500h.8',
  orderedList: 'M8 5.500h9M8 10h9M8 14.500h9M3.200 4l1-.6v3.800M3 9h1.800L3 11.500h2M3 13.500h1.800l-1 1.200a1 1 0 1 1-.9 1.700',
  quotation: 'M4 13V9.500A3.500 3.500 0 0 1 7.500 6M4 10h3v3.500H4zM11 13V9.500A3.500 3.500 0 0 1 14.500 6M11 10h3v3.500h-3z',
  figure: 'M3 4.500h14v11H3zM3 13l4-4 3.500 3.500L13 10l4 4M13 7.500h.1',
  table: 'M3 4.500h14v11H3zM3 8.200h14M3 11.900h14M8 4.500v11',
  box: 'M3 4.500h14v11H3zM6 8h8M6 11h5',
  qa: 'M3 4h9v6H7l-2.500 2.500V10H3zM8.500 12.500V14H14l2 2v-2h1V8h-2.500',
  chart: 'M3.500 3.500v13h13M7 13.500V9.500M10.500 13.500V6M14 13.500v-5',
  media: 'M3 4.500h14v11H3zM8.500 7.500v5l4-2.500z',
  download: 'M5 3h7l3 3v11H5zM12 3v3h3M10 8.500v5M7.800 11.500l2.200 2.200 2.200-2.200',
  cut: 'M3 10h2M7 10h2M11 10h2M15 10h2M10 3v3M10 14v3',
  footnote: 'M4 15l3-9h1l3 9M5 12h5M13 5l1.500-1v5',
  rule: 'M3 10h14',
  note: 'M3.500 4h13v9H9l-3.500 3.500V13h-2zM7 7.500h6M7 10h4',
  more: 'M10 4v12M4 10h12',
  verbatim: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
};
const letters = { strong: 'G', em: 'I', s: 'S', sup: 'x²', sub: 'x₂', typography: '«\u00A0»', language: 'Aa' };

export function icon(name) {
  if (letters[name]) {
    const letter = document.createElement('span');
    letter.className = `glyph ${name}`;
    letter.textContent = letters[name];
    letter.setAttribute('aria-hidden', 'true');
    return letter;
  }
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', drawn[name] ?? drawn.more);
  svg.append(path);
  return svg;
}
