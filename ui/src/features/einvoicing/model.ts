import { t } from '../../i18n/index.svelte';
import type { EinvoiceChoice, EinvoiceForm } from '../../transport';

/** The forms in the order in which they are offered. */
export const FORMS: readonly EinvoiceForm[] = ['x_rechnung', 'factur_x', 'peppol', 'ubl', 'cii'];

export function formName(form: EinvoiceForm | null): string {
  return form ? t(`einvoicing-form-${form}`) : t('einvoicing-form-none');
}

/** The form that a choice means where `usual` is what the business has for everyone. */
export function formOf(choice: EinvoiceChoice, usual: EinvoiceForm | null): EinvoiceForm | null {
  if (choice === 'usual') return usual;
  return choice === 'off' ? null : choice;
}
