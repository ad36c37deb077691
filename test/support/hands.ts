import type { Locator, Page } from '@playwright/test';

/** Characters a minute of somebody who types while they listen: forty words. */
const CHARACTERS_A_MINUTE = 200;

/** What a journey costs the person who makes it. */
export interface Effort {
  readonly keys: number;
  readonly clicks: number;
  readonly characters: number;
  readonly typingSeconds: number;
}

/** The hands of an advisor: keys that command and clicks are counted, words that are typed are timed. */
export class Hands {
  #keys = 0;
  #clicks = 0;
  #characters = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** One key or one chord, each of them counted. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#keys += 1;
      await this.#page.keyboard.press(key);
    }
  }

  async click(target: Locator): Promise<void> {
    this.#clicks += 1;
    await target.click();
  }

  /** Words, in the field that has the focus. */
  async type(words: string): Promise<void> {
    this.#characters += words.length;
    await this.#page.keyboard.type(words);
  }

  get effort(): Effort {
    return {
      keys: this.#keys,
      clicks: this.#clicks,
      characters: this.#characters,
      typingSeconds: Math.round((this.#characters / CHARACTERS_A_MINUTE) * 60),
    };
  }
}
