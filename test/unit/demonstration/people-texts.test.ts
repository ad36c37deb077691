/** What is written of people: short, kind, factual, never twice the same, and of nobody who exists. */
import { describe, expect, it } from 'vitest';
import { FICTION_PHONE_PREFIXES } from '../../../src/main/demonstration/draw-identity.ts';
import { titleForm } from '../../../src/main/demonstration/fill-sentence.ts';
import { lifeOf } from '../../../src/main/demonstration/person-life.rules.ts';
import { NOTE_MAX_CHARACTERS, NOTE_SECTIONS } from '../../../src/shared/domain/note/note.ts';
import { fold } from '../../../src/shared/kernel/text.ts';
import { BRANDS } from '../dataset/demonstration/forbidden-names.ts';
import { eventsOf, occupations, people, stock, textsOf, valueOf } from './all-people.ts';
import { forbiddenIn } from './never-written.ts';

interface Occupation {
  readonly rome: string;
  readonly label: string;
  readonly title: string;
}

const notes = people.flatMap((person) => eventsOf(person, 'note').map((note) => ({ key: person.key, ...note })));
const linesOf = (sections: (typeof notes)[number]['sections']): string[] =>
  NOTE_SECTIONS.flatMap((section) => sections[section]?.split('\n') ?? []);

describe('the notes', () => {
  it('have two to six lines and stay well under the limit of a note', () => {
    for (const { key, on, sections } of notes) {
      const lines = linesOf(sections);
      expect(lines.length, `${key} ${on}`).toBeGreaterThanOrEqual(2);
      expect(lines.length, `${key} ${on}`).toBeLessThanOrEqual(6);
      expect(lines.join('\n').length, `${key} ${on}`).toBeLessThan(NOTE_MAX_CHARACTERS);
    }
  });

  it('never read the same: no two share more than half of their lines', () => {
    const telling = notes.map(({ key, on, sections }) => ({
      name: `${key} ${on}`,
      lines: new Set(
        [sections.sinceLastTime, sections.personSays, sections.decided, sections.advisorDoes].filter(
          (text) => text !== undefined,
        ),
      ),
    }));
    const alike = telling.flatMap((one, index) =>
      telling
        .slice(index + 1)
        .filter(({ lines }) => [...lines].filter((line) => one.lines.has(line)).length > lines.size / 2)
        .map(({ name }) => `${one.name} / ${name}`),
    );
    expect(alike).toEqual([]);
  });

  it('leave room for the words of the person in most files', () => {
    const spoken = notes.filter(({ sections }) => sections.personSays !== undefined);
    expect(spoken.length / notes.length).toBeGreaterThan(0.9);
  });

  it('name no company that was set aside and carry no slot that was left open', () => {
    for (const { key, sections } of notes) {
      for (const line of linesOf(sections))
        expect(line.replace(/\{J[+-]?\d*\}/g, ''), key).not.toMatch(/[{}|]|undefined/);
    }
  });
});

describe('everything that is written', () => {
  it('says no word about health, family, faith or justice, and none of those we never say', () => {
    const found = people.flatMap(textsOf).flatMap(({ where, text }) => {
      const word = forbiddenIn(text);
      return word === null ? [] : [`${where}: ${word}: ${text}`];
    });
    expect(found).toEqual([]);
  });

  it('keeps its slips for five unfinished notes, which show the guard what to see', () => {
    const drafts = people.flatMap((person) => eventsOf(person, 'draft'));
    expect(drafts).toHaveLength(5);
    expect(new Set(drafts.map(({ sections }) => sections.sinceLastTime)).size).toBe(5);
    for (const { sections } of drafts) {
      expect(Object.values(sections).some((text = '') => forbiddenIn(text) !== null)).toBe(true);
    }
    for (const { sections, slips } of stock.notes.drafts) {
      const text = fold(Object.values(sections).join(' '));
      for (const slip of slips) expect(text).toContain(fold(slip));
    }
  });

  it('has its spaces and apostrophes as print has them', () => {
    for (const { where, text } of people.flatMap(textsOf)) expect(text, where).not.toMatch(/ [:;!?»]|« |\w'\w/);
  });

  it('agrees with the person it speaks of', () => {
    for (const person of people) {
      const civility = valueOf<string>(person, 'civility');
      const wrong =
        civility === 'madame'
          ? /(?:^|\. )Il (?:a|est|ne|revient|raconte)\b/
          : /(?:^|\. )Elle (?:a|est|ne|revient|raconte)\b/;
      if (civility === null) continue;
      for (const { where, text } of textsOf(person)) expect(text, where).not.toMatch(wrong);
    }
  });
});

describe('the facts', () => {
  it('give telephone numbers that are kept for fiction, each to one person', () => {
    const numbers = people.flatMap(
      (person) => valueOf<{ number: string }[]>(person, 'phones')?.map(({ number }) => number) ?? [],
    );
    const others = people.flatMap(
      (person) => valueOf<{ phone: string }[]>(person, 'supporters')?.map(({ phone }) => phone) ?? [],
    );
    for (const number of [...numbers, ...others]) {
      expect(
        FICTION_PHONE_PREFIXES.some((prefix) => number.startsWith(`${prefix} `)),
        number,
      ).toBe(true);
      expect(number).toMatch(/^0\d(?: \d\d){4}$/);
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('give e-mail addresses that cannot exist', () => {
    for (const person of people) {
      const email = valueOf<string>(person, 'email');
      if (email !== null) expect(email).toMatch(/^[a-z0-9.]+@[a-z]+\.example$/);
    }
  });

  it('name occupations of the demonstration, in a form that ROME has', () => {
    const byRome = new Map(occupations.map((occupation) => [occupation.rome, occupation]));
    for (const person of people) {
      for (const field of ['project1.occupation', 'project2.occupation']) {
        const value = valueOf<Occupation>(person, field);
        if (value === null) continue;
        const occupation = byRome.get(value.rome);
        expect(value.label, person.key).toBe(occupation?.label);
        const forms = occupation?.titles.flatMap((title) => [title, titleForm(title, true), titleForm(title, false)]);
        expect(forms, person.key).toContain(value.title);
      }
    }
  });

  it('name no known brand among the companies that advisors know', () => {
    const names = people.flatMap((person) => eventsOf(person, 'ownEmployer').map(({ name }) => ` ${fold(name)} `));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => BRANDS.some((brand) => name.includes(` ${brand} `)))).toEqual([]);
  });

  it('keep to what was asked: no post, no e-mail, no voicemail where a precaution says so', () => {
    for (const person of people.filter((one) => lifeOf(one).has('precautions'))) {
      const precautions = valueOf<string[]>(person, 'precautions') ?? [];
      const channels = eventsOf(person, 'contact').map(({ channel }) => channel);
      if (precautions.includes('no-email')) expect(channels, person.key).not.toContain('email');
      if (precautions.includes('no-post')) expect(channels, person.key).not.toContain('post');
    }
  });

  it('reach people on the telephone only by telephone, post or at the desk', () => {
    for (const person of people.filter((one) => lifeOf(one).has('telephone-only'))) {
      for (const { channel } of eventsOf(person, 'contact'))
        expect(['telephone', 'post', 'on-site'], person.key).toContain(channel);
    }
  });
});
