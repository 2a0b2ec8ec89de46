import { beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, setLanguage } from '../../i18n/index.svelte';
import { BILL } from './fixtures';
import { isBill } from './given.svelte';
import { amountText, partyAddress, priceText, quantityText, rateText, textOf } from './model';

const content = BILL.content!;
const [first, second] = content.lines;

describe('what a bill says', () => {
  beforeAll(async () => {
    globalThis.document ??= { documentElement: {} } as Document;
    await setLanguage('en');
    await loadTexts('bills');
  });

  it('shows amounts as everywhere, and those of no known currency as they stand', () => {
    expect(amountText(content.totals.due, 'EUR')).toBe('€207.00');
    expect(amountText({ money: null, value: '119.005' }, 'EUX')).toBe('119.005 EUX');
  });
  it('shows quantities and prices exactly', () => {
    expect(quantityText(first!)).toBe('2.5 kg');
    expect(quantityText(second!)).toBe('1,200');
    expect(priceText(first!, 'EUR')).toBe('33.333 EUR');
    expect(priceText(second!, 'EUR')).toBe('€12.50 for 100');
  });
  it('names rates by their percent or their reason', () => {
    expect(rateText(first!.rate)).toBe('VAT 19%');
    expect(rateText(second!.rate)).toMatch(/^Reverse charge/);
  });
  it('keeps a country that is none as it stands', () => {
    expect(partyAddress({ ...content.seller, country: 'Deutschland' })).toMatch(/Deutschland$/);
  });
  it('shows the id of a text that is not known here', () => {
    expect(textOf({ message_key: 'bills-from-the-future', params: {} })).toBe('bills-from-the-future');
  });
  it('tells bills by their names', () => {
    expect(['a.XML', 'b.pdf', 'c.png', 'xml'].map((name) => isBill(new File([], name)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
