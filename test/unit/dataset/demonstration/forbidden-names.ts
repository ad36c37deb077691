/**
 * Large French brands that a generated name could fall upon, as whole words after folding. Orange and Total are left
 * out: a town and a common word.
 */
export const BRANDS: readonly string[] = [
  'accor, adecco, afflelou, aldi, alstom, amazon, auchan, axa, babolat, besson, bigard, biocoop, bonduelle, boulanger',
  'bouygues, bricomarche, but, camaieu, capgemini, carrefour, casino, castorama, celio, chronopost, colas, conforama',
  'courtepaille, courtois, credit agricole, cultura, danone, darty, decathlon, delmas, dior, edf, eiffage, engie',
  'feu vert, flunch, fnac, france travail, gautier, gifi, ibis, intermarche, jacquot, jardiland, kiabi, kiloutou',
  'korian, la poste, lacoste, lafarge, lapeyre, leclerc, legrand, lemaire, leroy merlin, lidl, lvmh, maaf, macif, maif',
  'manpower, marionnaud, mcdonald, michelin, midas, monoprix, mulliez, naf naf, nicolas, norauto, onet, orpea',
  'pasquier, peugeot, picard, pole emploi, pomona, printemps, proman, quick, randstad, ratp, renault, safran',
  'saint gobain, samsic, schmidt, schmitt, schneider, sephora, sncf, sodexo, spie, suez, systeme u, thales, truffaut',
  'vinci, veolia, voisin, weber, weldom, yves rocher',
].flatMap((line) => line.split(', '));
