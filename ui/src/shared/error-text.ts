import { hasText, t } from '../i18n/index.svelte';
import type { FolioError } from '../transport';

/**
 * What a person reads of an error: its own text, with field names in their language; a plain sentence when the text is not
 * known here (a newer server) or asks for something the error does not carry.
 */
export function errorText(error: FolioError): string {
  if (!hasText(error.messageKey)) return t('error-unknown', { code: error.code });
  const { field } = error.params;
  const fieldId = `field-${field?.replaceAll('_', '-')}`;
  const params = field && hasText(fieldId) ? { ...error.params, field: t(fieldId) } : error.params;
  try {
    return t(error.messageKey, params);
  } catch {
    return t('error-unknown', { code: error.code });
  }
}
