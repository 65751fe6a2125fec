/** The part of pdf.js's own worker that matters here: loading it sets `globalThis.pdfjsWorker`, so that pdf.js works in the thread it is called in. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
