import type { Calibration, MethodScores, ModelFile } from '../../shared/domain/forecast/forecast.schema.ts';

/** The card of a model, in French then in English: what it is for, what it was judged on, what it does not prove. */
export function modelCard(model: ModelFile, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return `${french(model, day)}\n---\n\n${english(model, day)}`;
}

function french({ trained, choices, evaluation }: ModelFile, day: string): string {
  return `# Carte du modèle : embauches des six mois à venir

Écrite le ${day} par \`vav model train\`, avec le modèle. / *English below.*

## À quoi il sert

Dire combien d’embauches attendre d’un établissement dans les six mois, avec un intervalle, quand une structure compte ses embauches
par mois. Il aide à choisir par quelles entreprises commencer. Il ne sert à décider ni d’une personne, ni d’une entreprise.

## Données et découpage

- ${trained.employers} établissements, de ${trained.firstMonth} à ${trained.lastMonth}. Un mois sans ligne compte pour zéro embauche.
- Jugé sur ${evaluation.scoredFrom} à ${evaluation.scoredTo} (${evaluation.hires} embauches de ${evaluation.employers} établissements
  ouverts avant), appris des mois d’avant et d’eux seuls ; puis appris de nouveau sur tous les mois.
- Le fichier du modèle garde des moyennes de cinq établissements au moins, et rien d’un établissement seul.

## Résultats

${table(evaluation, {
  header: [
    '',
    'dixième de tête',
    'score log',
    'erreur moyenne',
    '50 %',
    '80 %',
    '90 %',
    '90 % montré',
    '90 % montré, ≥ 5',
  ],
  names: ['prévision', 'mêmes mois de l’an passé', 'méthode de référence'],
})}

- *Dixième de tête* : part des embauches faites par le dixième d’établissements classé premier.
- *Score log* : logarithme moyen de la probabilité donnée à ce qui est arrivé ; plus près de 0, mieux c’est. Les deux autres méthodes
  reçoivent une loi binomiale négative ajustée sur leur propre passé : elles n’en avaient pas.
- *50, 80, 90 %* : part des résultats dans l’intervalle, un résultat au bord comptant pour la part de sa probabilité qui est dedans.
  *Montré* : dans l’intervalle en nombres entiers, qui contient plus qu’il ne dit quand les nombres sont petits.
- *Méthode de référence* : celle que La Bonne Boîte a publiée (une droite par département, sept périodes de six mois et l’effectif).

Les plus éloignés (embauches pour une attendue) : départements ${worst(evaluation.departements)} ; secteurs ${worst(evaluation.sectors)}.

Choix faits sur le passé : ${choicesOf(choices)}.

## Ce qu’il ne prouve pas

- **Rien d’autre que la période jugée.** Une seule période de six mois ; une crise, une loi ou une ouverture d’usine ne s’y voient pas d’avance.
- **Aucune cause.** Il ne dit pas pourquoi on embauche, ni qu’une candidature y changera quelque chose.
- **Aucune équité.** Il ne lit rien des personnes ; qui est embauché, et qui ne l’est pas, il ne le sait pas. Il peut prolonger ce que le passé avait d’injuste.
- **Rien d’une personne.** Des embauches attendues ne sont pas une chance d’être embauché, ni dans un métier donné.
- **Les établissements fermés** ne sont pas connus : un silence long fait baisser la prévision, sans plus. Vérifier avant d’envoyer quelqu’un.
- **La qualité des comptes.** Un mois oublié se lit comme un mois sans embauche. Contrats très courts et renouvellements comptent comme on les a comptés.
- **Ailleurs.** Un département, un secteur ou une taille peu vus reçoivent surtout la moyenne des autres.
- **Des données générées** ne prouvent que le fonctionnement du calcul.
`;
}

function english({ trained, choices, evaluation }: ModelFile, day: string): string {
  return `# Model card: hires of the next six months

Written on ${day} by \`vav model train\`, with the model.

## What it is for

To say how many hires to expect of an establishment within six months, with an interval, where a structure counts its hires by month.
It helps choose which employers to begin with. It decides nothing of a person, and nothing of an employer.

## Data and split

- ${trained.employers} establishments, ${trained.firstMonth} to ${trained.lastMonth}. A month without a row is a month without a hire.
- Judged on ${evaluation.scoredFrom} to ${evaluation.scoredTo} (${evaluation.hires} hires of ${evaluation.employers} establishments open
  before), learned from the months before and from them alone; then learned again from all months.
- The file of the model keeps means of five establishments or more, and nothing of any one establishment.

## Results

${table(evaluation, {
  header: ['', 'top decile', 'log score', 'mean error', '50 %', '80 %', '90 %', '90 % shown', '90 % shown, ≥ 5'],
  names: ['forecast', 'same months of last year', 'method of the reference'],
})}

- *Top decile*: share of the hires made by the tenth of establishments ranked first.
- *Log score*: mean logarithm of the probability given to what came; nearer to 0 is better. The two other methods are given a negative
  binomial law fitted on their own past: they had none.
- *50, 80, 90 %*: share of outcomes within the interval, one on an edge counting for the part of its probability that lies inside.
  *Shown*: within the interval in whole numbers, which holds more than it says when numbers are small.
- *Method of the reference*: the one La Bonne Boîte published (a line per département on seven periods of six months and the headcount).

Furthest off (hires for one expected): départements ${worst(evaluation.departements)}; sectors ${worst(evaluation.sectors)}.

Chosen on the past: ${choicesOf(choices)}.

## What it does not prove

- **Nothing beyond the period judged.** One period of six months; a crisis, a law or a new plant is not seen ahead.
- **No cause.** It does not say why employers hire, nor that an application will change anything.
- **No fairness.** It reads nothing about people; who is hired and who is not, it does not know. It may carry on what was unfair before.
- **Nothing about a person.** Expected hires are not a chance of being hired, nor in a given occupation.
- **Closed establishments** are not known: a long silence lowers a forecast, no more. Check before sending somebody.
- **The quality of the counts.** A forgotten month reads as a month without hires. Very short contracts count as they were counted.
- **Elsewhere.** A département, a sector or a size seldom seen mostly gets the mean of the others.
- **Generated counts** prove nothing but that the calculation works.
`;
}

function table(
  evaluation: ModelFile['evaluation'],
  { header, names }: { readonly header: readonly string[]; readonly names: readonly string[] },
): string {
  const rows = [evaluation.forecast, evaluation.lastYear, evaluation.reference].map(
    (scores, index) => `| ${[names[index] ?? '', ...(scores === null ? ['–'] : cellsOf(scores))].join(' | ')} |`,
  );
  return [`| ${header.join(' | ')} |`, `|${'---|'.repeat(header.length)}`, ...rows].join('\n');
}

function cellsOf({ topDecileCapture, logScore, meanAbsoluteError, coverage }: MethodScores): readonly string[] {
  const ninety = coverage.find(({ level }) => level === 0.9);
  return [
    percent(topDecileCapture),
    logScore.toFixed(3),
    meanAbsoluteError.toFixed(2),
    ...coverage.map(({ exact }) => percent(exact)),
    percent(ninety?.shown ?? null),
    percent(ninety?.shownOfLarge ?? null),
  ];
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

function worst({ rows }: Calibration): string {
  return rows
    .slice(0, 5)
    .map(({ key, ratio }) => `${key} (${ratio.toFixed(2)})`)
    .join(', ');
}

function choicesOf(choices: ModelFile['choices']): string {
  return Object.entries(choices)
    .map(([name, value]) => `\`${name}\` ${value}`)
    .join(', ');
}
