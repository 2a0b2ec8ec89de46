import { formatDecimal, t } from '../../i18n/index.svelte';

/** A size as people read it: bytes, kB or MB of 1000. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return t('documents-size-b', { size: formatDecimal(String(bytes)) });
  if (bytes < 1_000_000) return t('documents-size-kb', { size: formatDecimal((bytes / 1000).toFixed(0)) });
  return t('documents-size-mb', { size: formatDecimal((bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')) });
}
