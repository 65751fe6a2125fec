import { language, titles, words } from './language.ts';

export const SPANISH = language({
  code: 'es',
  signs: words('el la los las y en que del por con para una no es se al como más'),
  cues: words(`
    dijo dice dijeron dicen decía dicho afirmó afirma afirmaron afirmaba aseguró asegura aseguraron explicó explica explicaron señaló señala señalaron indicó indica añadió añade agregó agrega declaró declara
    manifestó manifiesta expresó expresa subrayó subraya destacó destaca advirtió advierte insistió insiste resaltó resalta recordó recuerda sostuvo sostiene
    respondió responde contestó contesta preguntó pregunta comentó comenta escribió escribe anunció anuncia prometió promete reconoció reconoce admitió admite
    lamentó lamenta denunció denuncia criticó critica apuntó apunta precisó precisa aclaró aclara reiteró reitera concluyó concluye relató relata
    contó cuenta confesó confiesa exclamó exclama ironizó celebró pidió pide exigió exige negó niega calificó califica tildó llamó llama consideró considera
    dicho afirmado asegurado explicado señalado indicado añadido agregado declarado manifestado subrayado destacado advertido insistido recordado
    respondido comentado escrito anunciado reconocido admitido criticado lamentado denunciado opinó opina tuiteó publicó zanjó espetó remarcó enfatizó puntualizó`),
  according: ['según', 'de acuerdo con', 'en palabras de', 'a juicio de'],
  pronouns: { él: 'm', ella: 'f', ellos: '-', ellas: '-', yo: '-', nosotros: '-' },
  possessives: { su: '-', sus: '-' },
  determiners: words('el la los las un una unos unas este esta estos estas ese esa su sus varios algunos'),
  prepositions: words('de a en por para con sin sobre entre tras ante desde hasta contra según durante del al'),
  conjunctions: words('como y e pero o u que si cuando mientras porque aunque pues'),
  relatives: words('que quien quienes cual cuyo'),
  fillers: words(
    'ha han había habían fue es se le les lo no también además ya luego después todavía incluso solo sólo así entonces',
  ),
  notNames: words(
    'como el la los las un una este esta ese esa su y pero o que si cuando en por para con sin sobre tras según desde no sí también además así él ella yo nosotros lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ),
  titles: titles(
    'sr:m señor:m sra:f señora:f don:m doña:f dr:m dra:f presidente:m presidenta:f ministro:m ministra:f primer:m primera:f vicepresidente:m vicepresidenta:f senador:m senadora:f diputado:m diputada:f alcalde:m alcaldesa:f gobernador:m gobernadora:f general:m portavoz papa:m rey:m reina:f director:m directora:f expresidente:m canciller secretario:m secretaria:f líder',
  ),
  abbreviations: words('sr sra dr dra d dª ud uds etc ee uu pág art núm'),
  particles: words('de del la las los y van von da dos'),
  bodies: words(
    'partido congreso senado gobierno ministerio comisión unión consejo tribunal universidad agencia banco españa méxico argentina europa madrid país mundo estados unidos rusia ucrania china',
  ),
  speech: words('palabras declaraciones frase discurso comunicado mensaje'),
  naming: words(
    'titulado titulada llamado llamada denominado denominada apodado apodada bautizado conocido conocida palabra término lema expresión',
  ),
  works: words(
    'libro película novela canción disco álbum programa serie diario periódico revista artículo obra exposición restaurante asociación operación proyecto barco',
  ),
});
