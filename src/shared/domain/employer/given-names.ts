/**
 * Frequent French first names, without accents, to recognise a person's name in a register that does not mark sole
 * traders. Written by hand from common knowledge; a rare name missing here only means that a person's name is taken
 * for a company's, as the register itself shows it.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abdel adele adrien agathe agnes ahmed aicha alain alban albert alex alexandra alexandre alexis alfred ali alice aline
amandine amelie amina anais andre andrea angele angelique anita anna anne annette annick annie anthony antoine antonio
ariane arlette armand arnaud arthur astrid audrey aurelie aurelien axel baptiste beatrice benedicte benjamin benoit
bernadette bernard bertrand brahim brice brigitte bruno camille carine carlos carole caroline catherine cecile cedric
celine chantal charles charlotte christel christelle christian christiane christine christophe claire clara claude
claudette claudine clemence clement colette constance corinne cyril cyrille dalila damien daniel daniele danielle david
delphine denis denise didier dimitri dominique dorothee edith edouard elisabeth elise elodie elsa emile emilie emma
emmanuel emmanuelle eric erik estelle esther etienne eugene eva evelyne fabien fabienne fabrice farid fatiha fatima
felix fernand florence florent florian francine francis franck francois francoise frederic frederique gabriel
gabrielle gael gaelle genevieve geoffrey georges georgette gerald geraldine gerard germain ghislaine gilbert gilberte
gilles ginette gisele gregoire gregory guillaume guy gwenaelle hamid hassan helene henri henriette herve hubert hugo
hugues huguette ingrid irene isabelle jacky jacqueline jacques jamel jean jeanne jeannine jennifer jeremie jeremy jerome
jessica joel joelle johan john jonathan jose joseph josette josiane josephine juliette jules julie julien justine karim
karine katia kevin khadija laetitia latifa laura laure laurence laurent lea leila leon leonard lionel lise loic louis
louise luc lucas lucette lucie lucien lucienne lucile ludovic lydia lydie lysiane madeleine magali malika manon manuel
marc marcel marcelle margaux marguerite maria marianne marie marielle marine marion marius marjorie marlene
martial martin martine maryline maryse maryvonne mathieu mathilde matthieu maurice maxime melanie michael michel michele
micheline mickael mireille mohamed mohammed monique morgane muriel mustapha myriam nadege nadia nadine natacha nathalie
nicolas nicole noel noelle noemie norbert odette odile olivier olga ophelie pascal pascale patrice patricia patrick
paul paule paulette pauline perrine philippe pierre pierrette quentin rachel rachid raphael raymond raymonde regine
regis remi remy renaud rene renee richard robert roger roland romain rosa rose roseline sabine sabrina said samir
samira samuel sandra sandrine sarah sebastien serge severine simon simone sofia sonia sophie stephane stephanie
suzanne sylvain sylvaine sylvia sylviane sylvie tatiana theo therese thibault thierry thomas tony valerie valentin
vanessa veronique victor victoria vincent violette virginie vivien viviane xavier yann yannick yasmina yolande yvan
yves yvette yvon yvonne zoe`.split(/\s+/),
);
