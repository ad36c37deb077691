/**
 * `npm run docs`: the pages and schemas that derive from the code. docs/calls.md from the contract, docs/layouts.md from
 * the layouts of the import, resources/schemas from the zod schemas. test/contract/docs.test.ts compares them with what
 * is committed. Reads the TypeScript sources as they are: needs a Node that strips types (the project's own does).
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import * as outputs from '../src/cli/outputs.schema.ts';
import { ALL_SOURCES } from '../src/main/import/sources/all-sources.ts';
import { calls, events } from '../src/shared/contract/index.ts';
import * as accessSchemas from '../src/shared/domain/access/access.schema.ts';
import * as actionSchemas from '../src/shared/domain/action/action.schema.ts';
import * as appointmentSchemas from '../src/shared/domain/appointment/appointment.schema.ts';
import * as caseExportSchemas from '../src/shared/domain/case-export/case-export.schema.ts';
import * as caseFileSchemas from '../src/shared/domain/case-file/case-file.schema.ts';
import * as timelineSchemas from '../src/shared/domain/case-file/timeline.schema.ts';
import * as contactSchemas from '../src/shared/domain/contact/contact.schema.ts';
import * as correctionSchemas from '../src/shared/domain/correction/correction.schema.ts';
import * as datasetSchemas from '../src/shared/domain/dataset/dataset.schema.ts';
import * as decisionSchemas from '../src/shared/domain/decision/decision.schema.ts';
import * as employerSchemas from '../src/shared/domain/employer/employer.schema.ts';
import * as jobProjectSchemas from '../src/shared/domain/job-project/job-project.schema.ts';
import * as marketSchemas from '../src/shared/domain/market/market.schema.ts';
import * as noteSchemas from '../src/shared/domain/note/note.schema.ts';
import * as occupationSchemas from '../src/shared/domain/occupation/occupation.schema.ts';
import * as operationSchemas from '../src/shared/domain/operation/operation.schema.ts';
import * as paperSchemas from '../src/shared/domain/paper/paper.schema.ts';
import * as placeSchemas from '../src/shared/domain/place/place.schema.ts';
import * as settingsSchemas from '../src/shared/domain/settings/settings.schema.ts';
import * as sheetSchemas from '../src/shared/domain/sheet/sheet.schema.ts';
import * as caseListSchemas from '../src/shared/domain/suggestion/case-list.schema.ts';
import * as listedSchemas from '../src/shared/domain/suggestion/listed.schema.ts';
import * as suggestionSchemas from '../src/shared/domain/suggestion/suggestion.schema.ts';
import * as supervisionSchemas from '../src/shared/domain/supervision/supervision.schema.ts';
import * as workspaceSchemas from '../src/shared/domain/workspace/workspace.schema.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MADE_BY = '<!-- Written by `npm run docs`: change the code, not this page. -->';

/** Schemas with a name of their own are described once and linked to. */
const named = z.registry();
for (const module of [
  ...[accessSchemas, actionSchemas, appointmentSchemas, caseFileSchemas, timelineSchemas, contactSchemas],
  ...[correctionSchemas, datasetSchemas, decisionSchemas, employerSchemas, jobProjectSchemas, marketSchemas],
  ...[noteSchemas, occupationSchemas, operationSchemas, placeSchemas, settingsSchemas, caseListSchemas],
  ...[caseExportSchemas, paperSchemas, sheetSchemas],
  ...[listedSchemas, suggestionSchemas, supervisionSchemas, workspaceSchemas],
]) {
  for (const [name, schema] of Object.entries(module)) {
    if (name.endsWith('Schema')) named.add(schema, { id: name[0].toUpperCase() + name.slice(1, -'Schema'.length) });
  }
}

/**
 * Every generated file: path from the root → content.
 * @returns {ReadonlyMap<string, string>}
 */
export function generatedFiles() {
  return new Map([
    ['docs/calls.md', callsPage()],
    ['docs/layouts.md', layoutsPage()],
    ...Object.entries(jsonSchemas()).map(([name, schema]) => [`resources/schemas/${name}.schema.json`, json(schema)]),
    ['resources/schemas/import-layouts.json', json(layouts())],
  ]);
}

function jsonSchemas() {
  const titled = (title, schema) => {
    const { $schema, ...rest } = z.toJSONSchema(schema);
    return { $schema, title, ...rest };
  };
  return {
    'check-text': titled('Output of `vav check-text --json`', outputs.checkTextOutput),
    'dataset-import': titled('Output of `vav dataset import --json`', outputs.datasetImportOutput),
    'suggest-employers': titled('Output of `vav suggest employers --json`', outputs.suggestEmployersOutput),
    'vectors-labonneboite': titled('Output of `vav vectors labonneboite --json`', outputs.vectorsLabonneboiteOutput),
    replay: titled('Output of `vav replay --json`', outputs.replayOutput),
    verify: titled('Output of `vav verify --json`', outputs.verifyOutput),
    'demo-series': titled('Output of `vav demo series --json`', outputs.demoSeriesOutput),
    'model-evaluate': titled('Output of `vav model evaluate --json`', outputs.modelEvaluateOutput),
    'model-train': titled('Output of `vav model train --json`', outputs.modelTrainOutput),
    'model-forecast': titled('Output of `vav model forecast --json`', outputs.modelForecastOutput),
    'case-file': titled('A case file as its person may have it', caseExportSchemas.caseExportSchema),
    'release-manifest': titled('manifest.json of a reference release', datasetSchemas.manifestSchema),
  };
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

// Calls

function callsPage() {
  const shapes = new Map();
  const sections = Object.entries(calls).map(([name, call]) => callSection(name, call, shapes));
  const heard = Object.entries(events).map(
    ([name, { summary, payload }]) =>
      `### \`${name}\`\n\n${summary}\n\n${fields('Payload', payload, 'output', shapes)}`,
  );
  const described = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1)).map(shapeSection);
  return `${MADE_BY}

# Calls

Every message between the interface and the application: \`window.vav.call(name, input)\` and \`window.vav.on(name, listener)\`.
The record is [src/shared/contract/index.ts](../src/shared/contract/index.ts). A call answers
\`{ ok: true, data, meta: { ms, datasetVersion } }\` or \`{ ok: false, error: { code, message, details } }\`
([wire.ts](../src/shared/contract/wire.ts)). Besides the errors it lists, any call may answer \`INVALID_INPUT\`, \`UNKNOWN_CALL\`,
\`NOT_ALLOWED\` or \`INTERNAL\`. Unknown fields are refused.

## Calls

${sections.join('\n\n')}

## Events

${heard.join('\n\n')}

## Shapes

${described.join('\n\n')}
`;
}

function callSection(name, { summary, kind, home, roles, errors, input, output }, shapes) {
  const facts = [
    kind === 'query' ? 'Query' : 'Command',
    `answered by the ${home}`,
    `roles: ${roles.join(', ')}`,
    `errors: ${errors.length === 0 ? 'none of its own' : errors.map((code) => `\`${code}\``).join(', ')}`,
  ];
  return [
    `### \`${name}\``,
    summary,
    `${facts.join('; ')}.`,
    `${fields('Input', input, 'input', shapes)}\n${fields('Output', output, 'output', shapes)}`,
  ].join('\n\n');
}

/** `- Input: …`, one line a field for an object without a name. */
function fields(title, schema, io, shapes) {
  const { $defs = {}, ...described } = z.toJSONSchema(schema, { metadata: named, io });
  for (const [name, shape] of Object.entries($defs)) shapes.set(name, shape);
  const properties = Object.entries(described.properties ?? {});
  if (described.type !== 'object') return `- ${title}: ${typeText(described)}`;
  if (properties.length === 0) return `- ${title}: nothing`;
  return [`- ${title}:`, ...fieldLines(described).map((line) => `  ${line}`)].join('\n');
}

function shapeSection([name, shape]) {
  const isObject = shape.properties !== undefined;
  return `### ${name}\n\n${isObject ? fieldLines(shape).join('\n') : `${capital(typeText(shape))}.`}`;
}

function fieldLines({ properties, required = [] }) {
  return Object.entries(properties).map(
    ([name, schema]) => `- \`${name}\`${required.includes(name) ? '' : ' (optional)'}: ${typeText(schema)}`,
  );
}

/** A type in words, with its bounds. */
function typeText(schema) {
  if (schema.$ref !== undefined) return linkTo(schema.$ref);
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(' or ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return either.map(typeText).join(', or ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeText({ ...schema, type })).join(' or ');
  if (schema.type === 'array') return `list of ${typeText(schema.items ?? {})}${sizeText(schema)}`;
  if (schema.type === 'object') return objectText(schema);
  if (schema.type === 'string') return `text${stringText(schema)}`;
  if (schema.type === 'integer' || schema.type === 'number') {
    return `${schema.type === 'integer' ? 'whole number' : 'number'}${boundsText(schema.minimum, schema.maximum)}`;
  }
  return schema.type === 'boolean' ? 'yes or no' : String(schema.type ?? 'anything');
}

function objectText({ properties, propertyNames, additionalProperties }) {
  if (properties === undefined) {
    return `for each ${typeText(propertyNames ?? { type: 'string' })}: ${typeText(additionalProperties ?? {})}`;
  }
  const parts = Object.entries(properties).map(([name, schema]) => `\`${name}\` ${typeText(schema)}`);
  return `{ ${parts.join('; ')} }`;
}

function stringText({ pattern, minLength, maxLength }) {
  const size = maxLength === undefined ? '' : ` of ${minLength ?? 0} to ${maxLength} characters`;
  return `${size}${pattern === undefined ? '' : ` matching \`${pattern}\``}`;
}

function sizeText({ minItems, maxItems }) {
  if (minItems === undefined && maxItems === undefined) return '';
  return minItems === maxItems ? ` (${minItems} of them)` : ` (${minItems ?? 0} to ${maxItems ?? 'any number'})`;
}

function boundsText(minimum, maximum) {
  const min = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? null : minimum;
  const max = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum;
  if (min === null && max === null) return '';
  return max === null ? `, ${min} or more` : min === null ? `, ${max} at most` : ` from ${min} to ${max}`;
}

function linkTo(ref) {
  const name = ref.slice('#/$defs/'.length);
  return `[${name}](#${name.toLowerCase()})`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

// Layouts of the import

function layouts() {
  return ALL_SOURCES.map(({ name, delimiters, required, optional, describe }) => ({
    source: name,
    isRequired: datasetSchemas.REQUIRED_SOURCES.includes(name),
    publisher: describe('').publisher,
    delimiters,
    required,
    optional,
  }));
}

function layoutsPage() {
  const needed = (isRequired) => (isRequired ? 'needed' : 'useful, not needed');
  const sections = layouts().map(
    ({ source, isRequired, publisher, delimiters, required, optional }) => `## ${source}, ${known(publisher)}

This source is ${needed(isRequired)}. Separated by ${delimiters.map((d) => `\`${d === '\t' ? 'tab' : d}\``).join(' ')}.

| our name | column in the file | |
|---|---|---|
${[...columnRows(required, 'required'), ...columnRows(optional, 'optional')].join('\n')}`,
  );
  return `${MADE_BY}

# Layouts of the files that can be imported

A file is recognised by its header: all the required columns of one layout, in any order and under any file name. Spellings are
compared without case, accents or punctuation; other columns are ignored. The same as data:
[resources/schemas/import-layouts.json](../resources/schemas/import-layouts.json). How to use them:
[how-to/feed-your-data.md](how-to/feed-your-data.md).

${sections.join('\n\n')}
`;
}

function columnRows(columns, kind) {
  return Object.entries(columns).map(
    ([name, spellings]) => `| ${name} | ${spellings.map((spelling) => `\`${spelling}\``).join(' or ')} | ${kind} |`,
  );
}

function known(publisher) {
  return publisher === 'unknown' ? 'publisher not stated' : publisher;
}

/** Removes schemas that nothing makes any more, then writes the rest. */
function writeAll() {
  const files = generatedFiles();
  const schemas = path.join(root, 'resources', 'schemas');
  fs.mkdirSync(schemas, { recursive: true });
  for (const name of fs.readdirSync(schemas)) {
    if (!files.has(`resources/schemas/${name}`)) fs.rmSync(path.join(schemas, name));
  }
  for (const [file, content] of files) fs.writeFileSync(path.join(root, file), content);
  process.stdout.write(`${[...files.keys()].join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeAll();
