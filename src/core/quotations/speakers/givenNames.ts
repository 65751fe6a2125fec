/**
 * Given names that are common in news, written to tell whether “he” or “she” can stand for a person and whether a run of capitals is one.
 * Compiled for this project from the names of heads of state, ministers and legislators of the last decades and from general knowledge;
 * names borne by men and women alike are left out.
 */
const MEN = `
  aaron abdel abdul abraham adam adolf ahmad ahmed alan albert alberto alejandro aleksandr alexander alexei alfred ali allen alwaleed anatoly anders andreas andrei andrew andrey andrzej
  angelo anthony antonio antony arthur artur asif ban barack bashar ben benjamin benoit bernard bernhard bernie bert bill bob boris brad bradley brandon brendan brett brian bruce bruno
  carl carlos charles charlie chris christian christoph christopher chuck clarence clemens colin craig curtis dan daniel darrell dave david dean denis dennis denys derek dick didier dietmar dimitri dinesh dirk
  dmitri dmitro dmitry dmytro dominic dominique don donald doug douglas drew dustin dwight earl eddie edgar eduardo edward elijah elon emmanuel enrico eric erik ernst eugene evan evgeny felipe felix fernando
  florent florian françois frank frans franz fred frederick friedrich gabriel gary geert gennady geoff geoffrey george georges gerald gerard gerd gerhard gilbert giorgio giovanni giuseppe glenn gordon graham greg gregory
  guido guillermo günter günther guy hans harold harry hassan heiko heinz helmut henri henry herbert herman horst howard hubert hugh hugo ian igor ilham imran ismail ivan jack jacob jacques jaime jair jake james jamie jan jared
  jason javier jay jean jeb jeff jefferson jeffery jeffrey jens jeremy jerome jerry jim jimmy jiří joachim joachin joe joel john johannes johnny jon jonas jonathan jordan jorge jörg josé josef joseph josh joshua josip juan jürgen julian julius jens
  justin kamal karel karl karsten keith ken kenneth kevin khizr kim klaus konrad kurt kyle lamar lars larry lawrence lee lech leo leon leonard leonid lindsey lloyd lou louis luay luca lucas ludwig luigi luis luiz lukas mahmoud manuel marc marcel marco
  marcus mario mark markus martin mateusz matt matteo matthew matthias max maxim michael michel miguel mikael mike mikhail miloš mitch mitt mohamed mohammad mohammed muhammad narendra nathan naftali ned neil newt nicholas nick nicolas nicolás nigel nikita nikolai noah norbert norman oleg oleksandr
  oleksiy oleksii oliver olivier omar oscar oskar otto pablo paolo patrick paul pavel pedro peter petr petro phil philip philipp philippe pierre pieter piotr rafael rainer ralf ralph ramzan rand randy raphael ray raymond recep reid reinhard rémi reince rex ricardo richard rick rob
  robby robert roberto rodrigo roger roland rolf roman romano ron ronald rudi rudolf rudy rupert russell ryan sam sami samuel sander santiago scott sean sebastian sepp serge sergei sergey sergio seth shaun shawn shinzo sigmar silvio simon stan
  stanislav stefan steffen stephan stephen steve steven stewart stuart sylvester tad ted terry theo theodore thierry thom thomas thorsten tim timothy tobias todd tom tommy tony torsten toomas travis trent trey troy tyler udo ulrich uwe vadim valentin valery vasily viktor victor vincent
  vitali vitaly vladimir volker volodymyr walter warren wayne werner will willem william willi willy winston witold wladimir wladyslaw wolf wolfgang xavier xi yair yevgeny yitzhak yoshihide yuri yurii yves zachary`;
const WOMEN = `
  abby adriana agnes aida aisha alexandra alexandria alice alicia alison allison alyssa amanda amélie amina amy ana andrea angela angelina anita ann anna anne annalena annegret annette annie antonia arianna ashley astrid audrey aung barbara beata beate beatrice beatrix benazir bernadette beth
  betsy betty beverly birgit bonnie brenda bridget brigitte britta caitlin camille carla carly carmen carol carole caroline carolyn cassandra caterina catherine cecile cecilia charlotte chelsea cherie cheryl chloe christiane christina christine christy cindy claire clara claudia claudine colleen condoleezza connie corinna cornelia courtney cristina
  cynthia dalia daniela danielle dawn deb debbie deborah debra denise diana diane dianne dilma dina dolores donna doris dorothea dorothy ebba eileen ekaterina elaine elena eleonora elisabeth elise elizabeth elke ella ellen elsa emilia emily emma erin erna esther eva eve evelyn ewa federica felicia fiona florence frances francesca franziska
  gabriele gabriella gabrielle galina genevieve georgia geraldine gerda gertrud ghazala gina ginni giorgia gisela gita gloria golda grace gretchen gretta greta gudrun hala hannah hanna hannelore heather heide heidi helen helena helene helga helle hermine hilary hildegard hillary huma ida ilse indira inga ingeborg ingrid irena irene irina iris isabel isabella isabelle ivana ivanka
  jacinda jackie jacqueline jana jane janet janice jeanine jeanne jen jennifer jessica jill jillian joan joanna joanne josephine joyce juanita judith judy julia juliane julianne julie june kaja kamala kara karen karin karoline kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kay kayleigh kelli kellyanne kersti kimberly kirsten kirstjen kristalina kristen
  kristi kristin kristina kristine larissa laura lauren leila lena leslie letizia leyla lidia lilian liliane lily linda lisa liz loretta lori louisa louise lucia lucy ludmila luise luisa lynn lyudmila madeleine magdalena maggie maia malala manon manuela mara marcia marcy margaret margarete margarethe maria mariana marianne marie marina marine marion marjorie marlene marsha martha martina mary maryam maura maureen maxine megan megyn
  melania melanie melinda melissa mercedes meredith mette michaela michele michelle mildred mireille molly monica monika monique nadezhda nadia nadine nancy natalia natalie natasha nathalie nelly nicola nicole nikki nina nora norma odile olena olga olivia pamela patricia patty paula pauline peggy penelope penny petra phoebe phyllis priti priscilla rachel rebecca regina renata renate rita roberta ronna rosa rosette rosalynn rose rosemary rosie roula roxana ruth sabine sally
  samantha sandra sanna sara sarah saskia selma shannon sharon sheila shelley sheryl shirley sigrid silke simone simonetta siri sonia sonja sophia sophie stacey stella stephanie sue susan susana susanna susanne suzanne svenja svetlana svitlana sylvia sylvie tamara tammy tania tanja tara tatiana teresa theresa therese tiffany tina tracey tsai tulsi ulrike ursula ute valentina valerie vera veronica veronika
  victoria viktoria viola violeta virginia vivian wanda wendy whitney wilma yasmin yasmeen yelena yevgenia yingluck yulia yvette yvonne zephyr zinaida`;

const GENDERS = new Map<string, 'm' | 'f'>([
  ...MEN.split(/\s+/).map((name) => [name, 'm'] as const),
  ...WOMEN.split(/\s+/).map((name) => [name, 'f'] as const),
]);

/** The gender that a given name (any case) usually shows, '-' when the table does not know it. */
export const genderOfName = (name: string): 'm' | 'f' | '-' => GENDERS.get(name.toLowerCase()) ?? '-';
