import type { GoldArticle, GoldQuotation } from './gold.ts';
import { trimmed } from './gold.ts';

/**
 * Our own lines, so that the benchmark says something where the data folder is absent. ⟦ ⟧ enclose what a reader
 * should see highlighted. Speakers are measured on the data only.
 */
const LINES: readonly (readonly [lang: string, text: string])[] = [
  ['en', '“⟦The bridge will open in May⟧,” said Anna Berg. “⟦We have waited nine years for it⟧.”'],
  ['en', '"⟦The bridge will open in May⟧," Carl Dorn told the council, reading from "A Bridge for All."'],
  ['en', '‘⟦It’s the farmers’ bridge and always was⟧,’ said Mary Pole. ‘⟦We won’t sell it⟧.’'],
  ['en', 'Anna Berg called the toll “⟦a tax on going to school⟧” and left.'],
  ['en', 'Carl “The Hammer” Dorn stood 6\' 2" and said, “⟦I never read the contract they sent me⟧."'],
  ['en', 'The documentary “Nine Years Without a Bridge” opened on Friday.'],
  ['en', '“The toll is theirs, said Carl Dorn. “⟦The bridge is ours and will stay ours⟧.”'],
  ['de', '„⟦Die Brücke wird im Mai eröffnet⟧“, sagte Anna Berg. Die Zeitung „Neuer Tag“ berichtete.'],
  ['de', 'Carl Dorn erklärte, die Maut sei „⟦eine Strafe für alle Pendler im Tal⟧“.'],
  ['de', '»⟦Wir warten seit neun Jahren auf diese Brücke⟧«, betonte Mary Pole.'],
  ['fr', '« ⟦Le pont ouvrira au mois de mai⟧ », a déclaré Anne Berger.'],
  ['es', '«⟦El puente abrirá en el mes de mayo⟧», dijo Ana Serrano.'],
  ['it', '«⟦Il ponte aprirà nel mese di maggio⟧», ha detto Anna Bergamini.'],
  ['pt', '“⟦A ponte vai abrir no mês de maio⟧”, disse Ana Serra.'],
  ['nl', '‘⟦De brug gaat in mei eindelijk open⟧’, zei Anna Berg.'],
  ['pl', '„⟦Most zostanie otwarty w maju tego roku⟧” – powiedziała Anna Górska.'],
  ['uk', '«⟦Міст відкриють у травні цього року⟧», – сказала Анна Гірська.'],
  ['ru', '«⟦Мост откроют в мае этого года⟧», — сказала Анна Горская.'],
  ['sv', '”⟦Bron kommer att öppna i maj i år⟧”, sade Anna Berg.'],
  ['ja', '市長は「⟦橋は五月に開通する予定です⟧」と述べた。'],
];

/** The lines as articles with gold. */
export function fixtures(): GoldArticle[] {
  return LINES.map(([lang, marked], index) => {
    const gold: GoldQuotation[] = [];
    let text = '';
    let start = 0;
    for (const character of marked) {
      if (character === '⟦') start = text.length;
      else if (character === '⟧') gold.push({ start, end: text.length, speaker: null });
      else text += character;
    }
    const ranges = gold.map((one) => ({ ...trimmed(text, one), speaker: null }));
    return { id: `fixture-${index}`, lang, publisher: 'own', text, gold: ranges, unclear: [] };
  });
}
