// An id lets a link lead here. Two blocks never share one: the second half of a split block has none.
export const id = {
  id: {
    default: null,
    keepOnSplit: false,
    parseHTML: (element) => element.getAttribute('id') || null,
    renderHTML: ({ id: value }) => (value ? { id: value } : {}),
  },
};

const said = (name) => ({
  default: null,
  rendered: false,
  parseHTML: (element) => imageOf(element).getAttribute(name) || null,
});

const imageOf = (element) => (element.localName === 'picture' ? element.querySelector('img') ?? element : element);

/** What is known of a picture: that of `img`, and the formats of a `picture` around it. */
export const picture = {
  ...id,
  id: { ...id.id, parseHTML: () => null },
  src: said('src'),
  srcset: said('srcset'),
  sizes: said('sizes'),
  alt: { ...said('alt'), default: '', parseHTML: (element) => imageOf(element).getAttribute('alt') ?? '' },
  width: said('width'),
  height: said('height'),
  loading: said('loading'),
  decoding: said('decoding'),
  sources: {
    default: null,
    rendered: false,
    parseHTML: (element) => {
      const sources = element.localName === 'picture' ? [...element.querySelectorAll('source')] : [];
      return sources.length === 0 ? null : sources.map((source) => ({
        sizes: source.getAttribute('sizes'),
        srcset: source.getAttribute('srcset'),
        type: source.getAttribute('type'),
      }));
    },
  },
};

/** Only our own shelf shows pictures; the server refuses any other. */
export const isOurs = (element) => (imageOf(element).getAttribute('src') ?? '').startsWith('/images/');

const imageNames = ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding'];

/** The attributes of `img`, those that are set. */
export function imageAttributes(attributes) {
  return Object.fromEntries(imageNames.filter((name) => name === 'alt' || attributes[name]).map((name) => [name, attributes[name]]));
}

/** As ProseMirror draws a picture. */
export function pictureDom(attributes) {
  const image = ['img', imageAttributes(attributes)];
  return attributes.sources ? ['picture', ...attributes.sources.map((source) => ['source', source]), image] : image;
}

/** Addresses that a link may have: the server's rule (BodyLinks.cs), in short. */
export function isSafeHref(href) {
  const address = (href ?? '').replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const scheme = /^([^:/?#]*):/.exec(address)?.[1].toLowerCase();
  return address !== '' && !address.includes('\\') && (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme));
}
