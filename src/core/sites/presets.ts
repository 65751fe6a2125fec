/** News sites of one country, offered to be switched on together. Hosts as rules name them, best known first. */
export interface CountryPreset {
  /** ISO 3166-1 alpha-2; the name comes from the reader's browser. */
  readonly country: string;
  readonly hosts: readonly string[];
}

/**
 * Sites of daily papers, broadcasters and agencies that print what people said. A site is listed where its newsroom is, and being listed
 * says nothing of its quality. Adding one means adding its host here.
 */
export const PRESETS: readonly CountryPreset[] = [
  { country: 'AR', hosts: ['lanacion.com.ar', 'clarin.com', 'infobae.com', 'pagina12.com.ar'] },
  { country: 'AT', hosts: ['orf.at', 'derstandard.at', 'diepresse.com', 'kurier.at'] },
  { country: 'AU', hosts: ['abc.net.au', 'smh.com.au', 'theage.com.au', 'theaustralian.com.au', 'news.com.au'] },
  { country: 'BE', hosts: ['vrt.be', 'standaard.be', 'lesoir.be', 'rtbf.be'] },
  { country: 'BR', hosts: ['folha.uol.com.br', 'estadao.com.br', 'globo.com', 'agenciabrasil.ebc.com.br'] },
  {
    country: 'CA',
    hosts: ['cbc.ca', 'theglobeandmail.com', 'nationalpost.com', 'thestar.com', 'ledevoir.com', 'lapresse.ca'],
  },
  { country: 'CH', hosts: ['nzz.ch', 'srf.ch', 'tagesanzeiger.ch', 'letemps.ch', 'swissinfo.ch'] },
  { country: 'CL', hosts: ['emol.com', 'latercera.com', 'biobiochile.cl'] },
  { country: 'CN', hosts: ['chinadaily.com.cn', 'globaltimes.cn', 'news.cn', 'caixinglobal.com'] },
  { country: 'CO', hosts: ['eltiempo.com', 'elespectador.com', 'semana.com'] },
  { country: 'CZ', hosts: ['idnes.cz', 'novinky.cz', 'aktualne.cz', 'irozhlas.cz'] },
  {
    country: 'DE',
    hosts: ['tagesschau.de', 'spiegel.de', 'zeit.de', 'sueddeutsche.de', 'faz.net', 'welt.de', 'dw.com'],
  },
  { country: 'DK', hosts: ['dr.dk', 'politiken.dk', 'berlingske.dk', 'jyllands-posten.dk'] },
  { country: 'EG', hosts: ['ahram.org.eg', 'egyptindependent.com', 'dailynewsegypt.com'] },
  { country: 'ES', hosts: ['elpais.com', 'elmundo.es', 'lavanguardia.com', 'abc.es', 'rtve.es', 'eldiario.es'] },
  { country: 'FI', hosts: ['yle.fi', 'hs.fi', 'iltalehti.fi'] },
  {
    country: 'FR',
    hosts: ['lemonde.fr', 'lefigaro.fr', 'liberation.fr', 'francetvinfo.fr', 'france24.com', 'rfi.fr', 'mediapart.fr'],
  },
  {
    country: 'GB',
    hosts: [
      'bbc.com',
      'bbc.co.uk',
      'theguardian.com',
      'reuters.com',
      'ft.com',
      'thetimes.com',
      'telegraph.co.uk',
      'independent.co.uk',
      'economist.com',
      'news.sky.com',
    ],
  },
  { country: 'GR', hosts: ['kathimerini.gr', 'ekathimerini.com', 'tovima.gr'] },
  { country: 'HK', hosts: ['scmp.com', 'hongkongfp.com'] },
  { country: 'HU', hosts: ['telex.hu', 'hvg.hu', 'index.hu'] },
  { country: 'IE', hosts: ['rte.ie', 'irishtimes.com', 'independent.ie', 'thejournal.ie'] },
  { country: 'IL', hosts: ['haaretz.com', 'timesofisrael.com', 'jpost.com', 'ynetnews.com'] },
  {
    country: 'IN',
    hosts: ['thehindu.com', 'indianexpress.com', 'hindustantimes.com', 'ndtv.com', 'timesofindia.indiatimes.com'],
  },
  { country: 'IT', hosts: ['corriere.it', 'repubblica.it', 'lastampa.it', 'ansa.it', 'ilsole24ore.com'] },
  { country: 'JP', hosts: ['nhk.or.jp', 'asahi.com', 'japantimes.co.jp', 'mainichi.jp', 'kyodonews.net'] },
  { country: 'KE', hosts: ['nation.africa', 'standardmedia.co.ke', 'the-star.co.ke'] },
  { country: 'KR', hosts: ['koreaherald.com', 'koreatimes.co.kr', 'yna.co.kr', 'hani.co.kr'] },
  { country: 'MX', hosts: ['eluniversal.com.mx', 'reforma.com', 'jornada.com.mx', 'milenio.com'] },
  { country: 'NG', hosts: ['punchng.com', 'premiumtimesng.com', 'guardian.ng', 'vanguardngr.com'] },
  { country: 'NL', hosts: ['nos.nl', 'nrc.nl', 'volkskrant.nl', 'trouw.nl', 'nu.nl'] },
  { country: 'NO', hosts: ['nrk.no', 'aftenposten.no', 'vg.no'] },
  { country: 'NZ', hosts: ['rnz.co.nz', 'nzherald.co.nz', 'stuff.co.nz'] },
  { country: 'PL', hosts: ['gazeta.pl', 'wyborcza.pl', 'rp.pl', 'onet.pl', 'tvn24.pl'] },
  { country: 'PT', hosts: ['publico.pt', 'expresso.pt', 'rtp.pt', 'dn.pt'] },
  { country: 'QA', hosts: ['aljazeera.com', 'aljazeera.net'] },
  { country: 'RU', hosts: ['tass.com', 'tass.ru', 'interfax.ru', 'kommersant.ru', 'rbc.ru'] },
  { country: 'SE', hosts: ['svt.se', 'dn.se', 'svd.se', 'sverigesradio.se'] },
  { country: 'SG', hosts: ['straitstimes.com', 'channelnewsasia.com'] },
  { country: 'TR', hosts: ['hurriyet.com.tr', 'hurriyetdailynews.com', 'cumhuriyet.com.tr', 'aa.com.tr'] },
  { country: 'UA', hosts: ['pravda.com.ua', 'kyivindependent.com', 'ukrinform.net', 'suspilne.media'] },
  {
    country: 'US',
    hosts: [
      'nytimes.com',
      'washingtonpost.com',
      'wsj.com',
      'apnews.com',
      'npr.org',
      'cnn.com',
      'nbcnews.com',
      'cbsnews.com',
      'abcnews.go.com',
      'foxnews.com',
      'politico.com',
      'axios.com',
      'thehill.com',
      'latimes.com',
      'usatoday.com',
      'bloomberg.com',
    ],
  },
  { country: 'ZA', hosts: ['news24.com', 'dailymaverick.co.za', 'mg.co.za', 'sabcnews.com'] },
];
