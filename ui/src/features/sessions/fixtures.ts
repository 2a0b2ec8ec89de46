import type { Fixtures } from '../../transport/fake';
import type { SignedIn } from '../../transport';

const INVITED: SignedIn = {
  org_id: 'org-1',
  org_name: 'Verma Print Works',
  principal_id: 'principal-client',
  name: 'कविता शर्मा',
  email: 'kavita@example.test',
  access: { role: 'client', grants: [] },
  client_id: 'client-1',
  contact_id: 'contact-1',
  language: 'en',
};
const EXPIRED = { code: 'not_found', message_key: 'problem-link-expired', params: {} };

/** Tokens that begin with `old` are over. */
export const fixtures: Fixtures = {
  commands: {
    sign_in: () => INVITED,
    look_at_invitation: ({ link }) => {
      if (link.includes('old')) throw EXPIRED;
      const { org_name, name, email } = INVITED;
      return { org_name, name, email, role: 'client', language: 'en' };
    },
    accept_invitation: () => INVITED,
    open_invoice_link: ({ token }) => {
      if (token.startsWith('old')) throw EXPIRED;
      return { invoice_id: 'invoice-1', person: INVITED };
    },
  },
};
