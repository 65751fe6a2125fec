import { describe, expect, test } from 'vitest';
import { LANGUAGES, guessLanguage, languageOf } from '../../../src/core/quotations/languages/index.ts';
import { find } from './case.ts';

/** Text, the highlighted quotation and who is quoted (full name, or null when the article does not say). */
type Case = [text: string, quoted: string, name: string | null];

const tables: Record<string, Case[]> = {
  en: [
    [
      '“We cannot wait for another spring,” Anna Berg told the assembly.',
      'We cannot wait for another spring,',
      'Anna Berg',
    ],
    [
      'Anna Berg warned on Friday that “we cannot wait for another spring.”',
      'we cannot wait for another spring.',
      'Anna Berg',
    ],
  ],
  de: [
    [
      '„Wir können nicht bis zum Frühjahr warten“, sagte Anna Berg am Freitag.',
      'Wir können nicht bis zum Frühjahr warten',
      'Anna Berg',
    ],
    [
      'Anna Berg erklärte am Freitag: „Wir können nicht bis zum Frühjahr warten.“',
      'Wir können nicht bis zum Frühjahr warten.',
      'Anna Berg',
    ],
    ['„Wir können nicht warten“, so Anna Berg, „bis das Frühjahr kommt.“', 'Wir können nicht warten', 'Anna Berg'],
    [
      'Laut Anna Berg ist das „ein großer Fehler für die ganze Stadt“.',
      'ein großer Fehler für die ganze Stadt',
      'Anna Berg',
    ],
    ['Anna Berg nannte den Beschluss einen „großen Fehler für die Stadt“.', 'großen Fehler für die Stadt', 'Anna Berg'],
    [
      '»Wir können nicht bis zum Frühjahr warten«, betonte Anna Berg.',
      'Wir können nicht bis zum Frühjahr warten',
      'Anna Berg',
    ],
    [
      'Die Bürgermeisterin, Anna Berg, sagte dem Rat: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Anna Berg',
    ],
    [
      'Und die Bürgermeisterin einer kleinen Stadt, Anna Berg, sagte: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Anna Berg',
    ],
    ['Anna Berg, wie jedes Kind weiß, sagte: „Wir können nicht warten.“', 'Wir können nicht warten.', 'Anna Berg'],
    ['Anna Berg (SPD) sagte: „Wir können nicht warten.“', 'Wir können nicht warten.', 'Anna Berg'],
    [
      'In einem Interview äußerte sich der Beauftragte Carl Dorn zuversichtlich: „Wir können warten.“',
      'Wir können warten.',
      'Carl Dorn',
    ],
    [
      'Im Dezember hatte Kanzlerin Anna Berg in einer Rede verkündet: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Anna Berg',
    ],
    [
      'Als Antwort auf den Brief sagte Carl Dorn, Sprecher der Stadt: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Carl Dorn',
    ],
    [
      'Carl Dorn lobte den Rat für die Arbeit und betonte: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Carl Dorn',
    ],
    ['„Wir können nicht warten“, sagte Carl Dorn von Wasserwacht der Zeitung.', 'Wir können nicht warten', 'Carl Dorn'],
    [
      'Anna Berg sagte, der Plan sei falsch. Die Stadt habe „kein Geld für diese Brücke“.',
      'kein Geld für diese Brücke',
      'Anna Berg',
    ],
    ['Anna Berg zufolge ist das „ein großer Fehler für die Stadt“.', 'ein großer Fehler für die Stadt', 'Anna Berg'],
    [
      '„Wir können nicht warten“, erläutert Anna Berg, die lange über Genf, Bern und Basel berichtet.',
      'Wir können nicht warten',
      'Anna Berg',
    ],
    [
      'In seiner Botschaft von 1862 schrieb Carl Dorn: „Wir können nicht warten.“',
      'Wir können nicht warten.',
      'Carl Dorn',
    ],
  ],
  fr: [
    [
      '« Nous ne pouvons pas attendre le printemps », a déclaré Anne Berger vendredi.',
      'Nous ne pouvons pas attendre le printemps',
      'Anne Berger',
    ],
    [
      'Anne Berger a affirmé : « Nous ne pouvons pas attendre le printemps. »',
      'Nous ne pouvons pas attendre le printemps.',
      'Anne Berger',
    ],
    [
      'Selon Anne Berger, « la ville ne peut pas attendre le printemps ».',
      'la ville ne peut pas attendre le printemps',
      'Anne Berger',
    ],
    [
      '“Nous ne pouvons pas attendre le printemps”, explique Anne Berger.',
      'Nous ne pouvons pas attendre le printemps',
      'Anne Berger',
    ],
  ],
  es: [
    [
      '«No podemos esperar hasta la primavera», dijo Ana Serrano el viernes.',
      'No podemos esperar hasta la primavera',
      'Ana Serrano',
    ],
    [
      'Ana Serrano aseguró: “No podemos esperar hasta la primavera”.',
      'No podemos esperar hasta la primavera',
      'Ana Serrano',
    ],
    [
      'Según Ana Serrano, “la ciudad no puede esperar hasta la primavera”.',
      'la ciudad no puede esperar hasta la primavera',
      'Ana Serrano',
    ],
    [
      '“No podemos esperar hasta la primavera”, ha explicado Ana Serrano.',
      'No podemos esperar hasta la primavera',
      'Ana Serrano',
    ],
    [
      'La ciudad no puede esperar “hasta la primavera”, según ha explicado Ana Serrano.',
      'hasta la primavera',
      'Ana Serrano',
    ],
    [
      'Como ha dicho Ana Serrano: “No podemos esperar hasta la primavera”.',
      'No podemos esperar hasta la primavera',
      'Ana Serrano',
    ],
  ],
  it: [
    [
      '«Non possiamo aspettare la primavera», ha detto Anna Bergamini venerdì.',
      'Non possiamo aspettare la primavera',
      'Anna Bergamini',
    ],
    [
      'Anna Bergamini ha dichiarato: “Non possiamo aspettare la primavera”.',
      'Non possiamo aspettare la primavera',
      'Anna Bergamini',
    ],
    [
      'Secondo Anna Bergamini, “la città non può aspettare la primavera”.',
      'la città non può aspettare la primavera',
      'Anna Bergamini',
    ],
  ],
  pt: [
    [
      '“Não podemos esperar até à primavera”, disse Ana Serra na sexta-feira.',
      'Não podemos esperar até à primavera',
      'Ana Serra',
    ],
    ['Ana Serra afirmou: “Não podemos esperar até à primavera”.', 'Não podemos esperar até à primavera', 'Ana Serra'],
    [
      'Segundo Ana Serra, “a cidade não pode esperar até à primavera”.',
      'a cidade não pode esperar até à primavera',
      'Ana Serra',
    ],
  ],
  nl: [
    [
      '‘Wij kunnen niet wachten tot het voorjaar’, zei Anna Berg vrijdag.',
      'Wij kunnen niet wachten tot het voorjaar',
      'Anna Berg',
    ],
    [
      '“Wij kunnen niet wachten tot het voorjaar”, aldus Anna Berg.',
      'Wij kunnen niet wachten tot het voorjaar',
      'Anna Berg',
    ],
    ['Volgens Anna Berg is het “een grote fout voor de hele stad”.', 'een grote fout voor de hele stad', 'Anna Berg'],
  ],
  pl: [
    [
      '„Nie możemy czekać do wiosny na decyzję” – powiedziała Anna Górska.',
      'Nie możemy czekać do wiosny na decyzję',
      'Anna Górska',
    ],
    [
      'Anna Górska powiedziała: „Nie możemy czekać do wiosny na decyzję”.',
      'Nie możemy czekać do wiosny na decyzję',
      'Anna Górska',
    ],
  ],
  uk: [
    [
      '«Ми не можемо чекати до весни на рішення», – сказала Анна Гірська.',
      'Ми не можемо чекати до весни на рішення',
      'Анна Гірська',
    ],
    [
      'Анна Гірська заявила: «Ми не можемо чекати до весни на рішення».',
      'Ми не можемо чекати до весни на рішення',
      'Анна Гірська',
    ],
    ['«Ми не можемо чекати до весни», — наголосив він.', 'Ми не можемо чекати до весни', null],
  ],
  ru: [
    [
      '«Мы не можем ждать решения до весны», — сказала Анна Горская.',
      'Мы не можем ждать решения до весны',
      'Анна Горская',
    ],
    [
      'Анна Горская заявила: «Мы не можем ждать решения до весны».',
      'Мы не можем ждать решения до весны',
      'Анна Горская',
    ],
  ],
};

for (const [lang, cases] of Object.entries(tables)) {
  describe(`quotations and speakers, ${lang}`, () => {
    test.each(cases)('%s', (text, quoted, name) => {
      const [first] = find(text, { lang });
      expect(first.kind).toBe('quotation');
      expect(first.pieces.length > 1 ? first.text.slice(0, quoted.length) : first.text).toBe(quoted);
      expect(first.mention?.name ?? null).toBe(name);
    });
    test('the language is told from the text alone', () => {
      const all = cases.map(([text]) => text).join(' ');
      expect(guessLanguage(all)?.code).toBe(lang);
    });
  });
}

test('every language has its own table of cases', () => {
  expect(Object.keys(tables).sort()).toEqual(LANGUAGES.map((one) => one.code).sort());
});

describe('pronouns joined to their verb', () => {
  test.each([
    ['« Nous ne pouvons pas attendre », a-t-elle ajouté.', 'elle'],
    ['« Nous ne pouvons pas attendre », dit-il.', 'il'],
    ['« Nous ne pouvons pas attendre », explique-t-il.', 'il'],
  ])('%s', (text, mention) => {
    expect(find(text, { lang: 'fr' })[0].mention?.text).toBe(mention);
  });
});

describe('words before a colon', () => {
  test.each([
    ['de', 'Ernster Nachsatz: „Wir können nicht bis zum Frühjahr warten.“', undefined],
    ['de', 'Sein Fazit: „Wir können nicht bis zum Frühjahr warten.“', undefined],
    ['de', 'Anna Berg: „Wir können nicht bis zum Frühjahr warten.“', 'Anna Berg'],
    ['de', 'Anna Berg kam spät.\nBerg: „Wir können nicht bis zum Frühjahr warten.“', 'Berg'],
    ['en', 'Neuroscience: “We cannot wait for another spring.”', undefined],
    ['en', 'Anna Berg: “We cannot wait for another spring.”', 'Anna Berg'],
    ['en', 'Anna Berg came late.\nBerg: “We cannot wait for another spring.”', 'Berg'],
  ])('%s: %s', (lang, text, shown) => {
    expect(find(text, { lang })[0].speaker?.text).toBe(shown);
  });
});

describe('the tag of the page', () => {
  test.each([
    ['en-GB', 'en'],
    ['de_AT', 'de'],
    ['pt-BR', 'pt'],
    ['deu', 'de'],
    ['sv', 'und'],
    ['constructor', 'und'],
  ])('%s', (tag, code) => {
    expect(languageOf(tag)?.code).toBe(code);
  });
  test('a block’s own language goes before the page’s', () => {
    const [found] = find('„Wir können nicht bis zum Frühjahr warten“, sagte Anna Berg.', { lang: 'de' });
    expect(found.mention?.name).toBe('Anna Berg');
  });
});

test('no word list holds capitals or doubles of a class that would hide another', () => {
  for (const language of LANGUAGES) {
    for (const list of [language.cues, language.prepositions, language.fillers, language.notNames]) {
      expect(list.filter((word) => word !== word.toLowerCase())).toEqual([]);
    }
  }
});
