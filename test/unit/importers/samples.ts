import { strToU8, zipSync } from 'fflate';

/** Small files of every format, in the shapes that the programs which write them use. All words are ours. */

export const bytes = (text: string): Uint8Array => strToU8(text);

export const SRT = `1
00:00:01,000 --> 00:00:03,500
MAYOR ALDER: The bridge will open in May.

2
00:00:03,500 --> 00:00:06,000
Not in June, as some have written.

3
00:01:10,000 --> 00:01:12,000
>> REPORTER: And who pays?
`;

export const VTT = `WEBVTT

NOTE made by hand

00:01.000 --> 00:03.000
<v Ana Alder>The bridge will open in May.

00:03.000 --> 00:05.000
<v Ben Birch>Who pays &amp; when?
`;

export const ROLLING = `WEBVTT

00:00:00.000 --> 00:00:02.000
so the bridge will open

00:00:02.000 --> 00:00:04.000
so the bridge will open
in May if the weather holds

00:00:04.000 --> 00:00:06.000
in May if the weather holds
and not a day later
`;

export const HTML = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Remarks | City Hall</title>
<meta property="og:title" content="Remarks by Mayor Ana Alder at the Old Bridge">
<meta property="article:published_time" content="2024-03-02T10:00:00Z"><link rel="canonical" href="https://city.example/remarks">
<script>var q = "never read";</script></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Remarks by Mayor Ana Alder at the Old Bridge</h1>
<p>MAYOR ALDER: The bridge will open in <em>May</em>. We have waited for it for eleven years, and we will not wait for another winter.</p>
<p>Q: Who pays for the second span, and when will the council see the bill that the builders have sent?</p>
<p>MAYOR ALDER: The county pays. That was the promise, and the county keeps its promises.</p></article>
<footer>All rights reserved</footer></body></html>`;

export const TEI = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Town council, sitting 12</title></titleStmt>
<sourceDesc><bibl><date when="2021-05-04"/></bibl></sourceDesc></fileDesc><profileDesc><settingDesc><setting><date when="2021-05-03"/></setting></settingDesc>
<particDesc><listPerson><person xml:id="AlderAna"><persName><surname>Alder</surname><forename>Ana</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div><note>The sitting opens.</note><u who="#AlderAna"><seg>The bridge will open in May.</seg><seg>It <note>Applause</note>will not wait.</seg></u>
<u who="#BirchBen"><seg>Who pays?</seg></u></div></body></text></TEI>`;

export const WIKIQUOTE = `<mediawiki><siteinfo><base>https://en.wikiquote.org/wiki/Main_Page</base></siteinfo>
<page><title>Ana Alder</title><ns>0</ns><revision><text>'''Ana Alder''' is a mayor.
== Quotes ==
* The bridge will open in [[May]].
** Speech at the Old Bridge (2 March 2024)
=== Misattributed ===
* Bridges are only roads that dare.
** Found in no speech of hers.
== Quotes about Alder ==
* She talks too much about bridges.
** Ben Birch
</text></revision></page>
<page><title>Talk:Ana Alder</title><ns>1</ns><revision><text>* not this one at all</text></revision></page></mediawiki>`;

export const CSV = `\ufeffspeaker,date,event,text
Ana Alder,2024-03-02,Old Bridge,"The bridge will open in May, we hope."
Ben Birch,2024-03-02,Old Bridge,"Who said ""May""?"
Ana Alder,2024-03-09,Council,Not in June.
`;

export const QUOTEBANK = `{"quoteID":"2016-01-01-000001","quotation":"the bridge will open in May","speaker":"Ana Alder","qids":["Q1"],"date":"2016-01-01 08:00:00","urls":["https://news.example/a"]}
{"articleID":"2016-01-02-000002","date":"2016-01-02 00:00:00","title":"Bridge row","url":"https://news.example/b","quotations":[{"quotation":"who pays for it","globalTopSpeaker":"Ben Birch"},{"quotation":"nobody knows that yet","globalTopSpeaker":"None"}]}
`;

export const TRANSCRIPT = `---
title: "Press Briefing by Press Secretary Jen Psaki"
date: 2022-02-08
source_url: https://example.org/briefing
venue: White House
---
James S. Brady Press Briefing Room

2:13 P.M. EST

MS. PSAKI:  Hi, everyone.  We have a guest, John
Kirby, who will say a word.

MR. KIRBY:  Thank you.

The second paragraph is his too.

Q    Who paid for the bridge?

MS. PSAKI:  I don't know.

THE PRESIDENT:  Nor do I.

MS. PSAKKI:  There you are.

                        END                2:40 P.M. EST
`;

const p = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const DOCX = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
      p('Interview with Ana Alder', 'Title') +
      p('BEN BIRCH: When will it open?') +
      `<w:p><w:r><w:t>ANA ALDER: In </w:t></w:r><w:del><w:r><w:delText>June</w:delText></w:r></w:del><w:ins><w:r><w:t>May</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>` +
      `<w:tbl><w:tr><w:tc>${p('BEN BIRCH')}</w:tc><w:tc>${p('And who pays?')}</w:tc></w:tr></w:tbl>` +
      `</w:body></w:document>`,
  ),
});

/** A PDF whose pages show lines at given places, written by hand; its cross-reference table is rebuilt by the reader. */
export function pdfOf(pages: readonly (readonly { x: number; y: number; text: string }[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  const kids: number[] = [];
  for (const lines of pages) {
    const content = lines
      .map(({ x, y, text }) => `BT /F1 10 Tf ${x} ${y} Td (${text.replace(/[()\\]/gu, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    kids.push(objects.length + 1);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return strToU8(`${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}

export const PDF = pdfOf(
  [1, 2, 3].map((page) => [
    { x: 72, y: 760, text: `Town Council   Sitting 12   Page ${page}` },
    { x: 72, y: 720, text: `MAYOR ALDER: The bridge will open in May ${page} and it will stay open for every citi-` },
    { x: 72, y: 708, text: 'zen of this town.' },
    { x: 72, y: 680, text: `MR. BIRCH: Who pays ${['now', 'then', 'at the end'][page - 1]}?` },
  ]),
);

export const ZIP = zipSync({
  'b/two.srt': strToU8(SRT),
  'a/one.txt': strToU8(TRANSCRIPT),
  'a/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1]),
  '__MACOSX/a/._one.txt': strToU8('x'),
  'council.pdf': PDF,
});
