import { language, titles, words } from './language.ts';

export const PORTUGUESE = language({
  code: 'pt',
  signs: words('o a os as e de que do da em um para com não uma no na por mais foi'),
  cues: words(`
    disse diz disseram dizem falou fala dizia dito afirmou afirma afirmaram declarou declara explicou explica acrescentou acrescenta assegurou assegura ressaltou ressalta destacou destaca
    defendeu defende lembrou lembra escreveu escreve anunciou anuncia respondeu responde perguntou pergunta comentou comenta criticou critica admitiu admite
    reconheceu reconhece alertou alerta avisou avisa garantiu garante prometeu promete salientou salienta sublinhou sublinha referiu refere considerou considera
    concluiu conclui contou conta completou completa reforçou reforça argumentou argumenta negou nega lamentou lamenta reiterou reitera frisou frisa
    observou observa pediu pede denunciou exclamou ironizou chamou chama classificou tuitou publicou`),
  according: ['segundo', 'de acordo com', 'conforme', 'nas palavras de'],
  pronouns: { ele: 'm', ela: 'f', eles: '-', elas: '-', eu: '-', nós: '-' },
  possessives: { seu: '-', sua: '-', seus: '-', suas: '-' },
  determiners: words('o a os as um uma este esta esse essa seu sua vários alguns'),
  prepositions: words(
    'de a em por para com sem sobre entre após ante desde até contra segundo durante do da dos das no na nos nas ao à pelo pela',
  ),
  conjunctions: words('e mas ou que se quando enquanto porque embora pois'),
  relatives: words('que quem qual cujo'),
  fillers: words('tem têm tinha havia foi é se lhe não também ainda já depois então só apenas assim'),
  notNames: words(
    'o a os as um uma este esta esse essa e mas ou que se quando em por para com sem sobre após segundo desde não sim também ainda assim ele ela eu nós segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  ),
  titles: titles(
    'sr:m senhor:m sra:f senhora:f dom:m dona:f dr:m dra:f presidente ministro:m ministra:f primeiro-ministro:m primeira-ministra:f vice-presidente senador:m senadora:f deputado:m deputada:f prefeito:m prefeita:f governador:m governadora:f general:m porta-voz papa:m rei:m rainha:f diretor:m diretora:f ex-presidente secretário:m secretária:f líder chanceler',
  ),
  abbreviations: words('sr sra dr dra etc pág art exmo'),
  particles: words('de da do dos das e van von'),
  bodies: words(
    'partido congresso senado câmara governo ministério comissão união conselho tribunal universidade agência banco brasil portugal europa lisboa brasília público folha globo estados unidos rússia ucrânia china',
  ),
  speech: words('palavras declaração frase discurso comunicado nota mensagem'),
  naming: words(
    'intitulado intitulada chamado chamada denominado denominada apelidado apelidada conhecido conhecida palavra termo lema expressão',
  ),
  works: words(
    'livro filme romance canção música álbum disco programa série jornal revista artigo peça exposição restaurante associação operação projeto navio novela',
  ),
});
