import type { Fixtures } from '../../transport/fake';

export const fixtures: Fixtures = {
  commands: {
    start_here: ({ business_name, owner_name, email, language }) => ({
      person: {
        org_id: 'org-1',
        org_name: business_name,
        principal_id: 'principal-owner',
        name: owner_name,
        email,
        access: { role: 'owner', grants: [] },
        client_id: null,
        contact_id: null,
        language,
      },
      recovery_code: 'K7QF-3MXW-9TRB-DP42-HVZJ-6NCE',
    }),
    restore_here: ({ recovery_code }) => {
      if (recovery_code === 'WRONG')
        throw { code: 'invalid', message_key: 'problem-bad-recovery-code', params: {} };
      return {
        person: {
          org_id: 'org-1',
          org_name: 'Verma Print Works',
          principal_id: 'principal-owner',
          name: 'Asha Verma',
          email: 'asha@example.test',
          access: { role: 'owner', grants: [] },
          client_id: null,
          contact_id: null,
          language: 'en',
        },
        recovery_code: recovery_code === null ? 'K7QF-3MXW-9TRB-DP42-HVZJ-6NCE' : null,
        without_password: recovery_code === null || recovery_code === 'KEPT' ? 3 : 0,
      };
    },
  },
};
