import { language, titles, words } from './language.ts';

export const FRENCH = language({
  code: 'fr',
  signs: words('le la les des et dans pour qui une est que pas sur avec du au'),
  cues: words(`
    dit dis disent disait dira déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute ajoutait assuré assure assurait
    estimé estime estimait indiqué indique indiquait précisé précise précisait souligné souligne soulignait lancé lance lançait répondu répond répondait
    regretté regrette dénoncé dénonce dénonçait écrit écrivait annoncé annonce promis promet rappelé rappelle rappelait insisté insiste poursuivi poursuit
    confié confie raconté raconte reconnu reconnaît admis admet commenté commente critiqué critique jugé juge jugeait réagi réagit conclu conclut martelé
    martèle prévenu prévient averti avertit demandé demande demandait interrogé interroge résumé résume tweeté tweete rétorqué rétorque nié nie
    qualifié qualifie évoqué évoque appelé appelle reproché reproche plaidé plaide défendu défend observé observe remarqué remarque soupiré soupire
    déploré déplore salué salue promettait ironisé ironise tonné tranché tranche glissé glisse renchéri renchérit`),
  according: ['selon', "d'après", 'd’après', 'de source'],
  pronouns: {
    il: 'm',
    elle: 'f',
    ils: '-',
    elles: '-',
    on: '-',
    je: '-',
    nous: '-',
    lui: 'm',
    'celui-ci': 'm',
    'celle-ci': 'f',
  },
  possessives: { son: '-', sa: '-', ses: '-', leur: '-' },
  enclitics: words('il elle ils elles on'),
  determiners: words('le la les l un une des du ce cet cette ces son sa ses leur leurs notre nos plusieurs quelques'),
  prepositions: words(
    'de à dans par pour sur avec sans sous chez vers depuis devant entre après avant lors contre selon en au aux du des d',
  ),
  conjunctions: words('et mais ou que si quand lorsque puis tandis car donc alors comme'),
  relatives: words('qui que dont lequel laquelle'),
  fillers: words(
    "a ont avait avaient est était s'est s’est a-t-il a-t-elle n'a n’a ne pas plus aussi encore également ensuite toutefois cependant déjà même ainsi lui-même se s y en",
  ),
  notNames: words(
    'le la les un une des ce cet cette ces il elle ils elles on je nous vous mais et ou où qui que quoi si dans sur pour par avec sans selon après avant depuis lors en au aux du de à c’est c lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre alors ainsi toutefois cependant interrogé interrogée',
  ),
  titles: titles(
    'm:m mme:f mlle:f monsieur:m madame:f dr pr président:m présidente:f ministre premier:m première:f sénateur:m sénatrice:f député:m députée:f maire général:m secrétaire porte-parole chancelier:m chancelière:f pape:m roi:m reine:f prince:m directeur:m directrice:f chef ancien:m ancienne:f',
  ),
  abbreviations: words('m mm mme mlle dr pr st ste etc av env p vol art'),
  particles: words('de du des la le d van von der'),
  bodies: words(
    'parti assemblée sénat république gouvernement ministère commission union conseil cour tribunal université agence banque france europe paris monde figaro libération états-unis russie ukraine chine allemagne',
  ),
  speech: words('mots propos déclaration phrase remarque discours formule communiqué'),
  naming: words(
    'intitulé intitulée titre nommé nommée baptisé baptisée surnommé surnommée dit dite dits soi-disant mot terme expression slogan appelé appelée',
  ),
  works: words(
    'livre film roman chanson album émission série journal magazine article revue pièce spectacle exposition restaurant association opération projet navire bateau site',
  ),
});
