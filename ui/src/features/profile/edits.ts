import type { Contact, FieldEdit, Language } from '../../transport';

/** What a client may change of the own entry. */
export interface OwnFields {
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  language: Language | '';
}

export function fieldsOf(contact: Contact): OwnFields {
  const { first_name, last_name, email, phone, language } = contact;
  return { first_name, last_name, email, phone, language: language ?? '' };
}

/** The fields that changed, each with what the person saw: another's change in between is kept and shown. */
export function editsOf(contact: Contact, typed: OwnFields): FieldEdit[] {
  const seen = fieldsOf(contact);
  return (Object.keys(seen) as (keyof OwnFields)[]).flatMap((field) => {
    const to = field === 'language' ? typed[field] : typed[field].trim();
    if (to === seen[field]) return [];
    return [{ field, from: contact[field], to: to === '' && field === 'language' ? null : to }];
  });
}
