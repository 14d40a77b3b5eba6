import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { clean } from '../src/paste/clean.js';

function pasted(html) {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const left = clean(document.body);
  return { html: document.body.innerHTML.replace(/\n\s*/g, ''), left };
}

const word = (level, sign, text) => `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;

for (const [name, html, expected] of [
  ['Word: looks and empty paragraphs stay behind', '<p class=MsoNormal style="color:red"><b style="mso-bidi-font-weight:normal"><span lang=FR>Gras</span></b> et<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>', '<p><b>Gras</b> et</p>'],
  ['Word: titles and headings move under the headline', '<p class=MsoTitle>Titre</p><h1><b>Un</b></h1><h2>Deux</h2><h5>Cinq</h5>', '<h2>Titre</h2><h2>Un</h2><h3>Deux</h3><h4>Cinq</h4>'],
  ['headings without a first level stay where they are', '<h2>Deux</h2><h3>Trois</h3>', '<h2>Deux</h2><h3>Trois</h3>'],
  ['Word: lists', word(1, '·', 'a') + word(2, 'o', 'b') + word(1, '·', 'c') + '<p>fin</p>', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>fin</p>'],
  ['Word: numbered lists', word(1, '3.', 'a') + word(1, '4.', 'b'), '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['Word: what was deleted and remarked upon does not come', '<p>oui<del cite="mailto:x" datetime="2026"> non</del><ins> si</ins><a class=msocomanchor href="#_msocom_1">[A1]</a></p>', '<p>oui si</p>'],
  ['LibreOffice', '<h1 class="western">Un</h1><p class="western" style="line-height:100%"><font color="#000000">Texte <i>en</i></font></p><p class="western"><br></p>', '<h2>Un</h2><p>Texte <i>en</i></p>'],
  ['Google Docs', '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Gras</span> <span style="font-style: italic">et</span></p></b>', '<p><strong>Gras</strong> <em>et</em></p>'],
  ['a page: links lead somewhere', '<div><p onclick="x()"><a href="https://a.fr/" class=x target=_blank>a</a> <a href="#haut">b</a> <a href="javascript:x">c</a><script>x</script></p></div>', '<div><p><a href="https://a.fr/">a</a> b c</p></div>'],
  ['a mail: two line breaks end a paragraph', '<p>un<br>deux<br> <br>trois</p>', '<p>un<br>deux</p><p>trois</p>'],
  ['tables are kept, layout is not', '<table><col width=3><tr><td width=9 colspan=2><p>a</p></td></tr><tr><td>b</td><td>c</td></tr></table><table><tr><td>d</td><td>e</td></tr></table>', '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table><div>d</div><div>e</div>'],
  ['two spaces are one, and none is lost before a sign', '<p>un&nbsp; deux&nbsp;! trois &nbsp;quatre</p>', '<p>un deux&nbsp;! trois quatre</p>'],
  ['Word: footnotes', '<p>a<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p><div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> note</p></div></div>', '<p>a<a href="#b-fn-1" id="b-fnref-1"><sup>1</sup></a></p><section class="footnotes"><ol><li id="b-fn-1"><p> note <a href="#b-fnref-1">↩</a></p></li></ol></section>'],
  ['LibreOffice: footnotes', '<p>a<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>note</p></div>', '<p>a<a href="#b-fn-1" id="b-fnref-1"><sup>1</sup></a></p><section class="footnotes"><ol><li id="b-fn-1"><p>note <a href="#b-fnref-1">↩</a></p></li></ol></section>'],
]) {
  test(name, () => assert.equal(normal(pasted(html).html), normal(expected)));
}

test('pictures that lie elsewhere stay behind, and are counted', () => {
  const { html, left } = pasted('<p>a<img src="https://b.fr/c.jpg"><img src="file:///d.png"><img src="/images/e.jpg" alt="E" style="x"><img width=1 src="https://t.fr/p"></p>');
  assert.equal(normal(html), normal('<p>a<img src="/images/e.jpg" alt="E"></p>'));
  assert.equal(left, 2);
});

/** Attributes in one order, entities in one form, optional tags there: the parser of this test is not a browser's. */
function normal(html) {
  return html.replace(/<(\w+)((?: [^>]*)?)>/g, (_, tag, attributes) => `<${tag}${(attributes.match(/ [\w-]+="[^"]*"/g) ?? []).sort().join('')}>`)
    .replace(/<\/?tbody>/g, '').replace(/&nbsp;|&#160;/g, '\u00a0');
}
