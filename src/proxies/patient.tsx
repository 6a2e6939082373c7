import { accessGiven } from '../access';
import { page, recordPage } from '../house';
import { AccessPage } from './page';

/** PR-07: who may open this record; and, in the own one, whose records one may open oneself. */
export const accessPage = recordPage({
  path: '/toegang',
  rights: ['proxies'],
  what: 'proxies.list',
  async handle(record, visit) {
    const given = await accessGiven(record, visit.program.accessPolicy(record.organisation));
    const own = record.kind === 'self';
    return page(
      visit.t(own ? 'proxies.title' : 'proxies.title-other'),
      <AccessPage
        visit={visit}
        given={given}
        own={own}
        others={own ? record.others.filter((other) => !other.own) : []}
      />,
    );
  },
});
