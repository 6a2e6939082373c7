/** PU-02: leaflets, for everybody; who is signed in reads them with the portal's menu around it. */
import { notFound, type OpenRoute, page, type Visit } from '../house';
import { leaflets, subjects } from './leaflet';
import { LeafletList } from './pages/list';
import { LeafletPage } from './pages/one';
import { leafletsPolicy } from './policy';
import { offered, search } from './rules';
import { inAddress } from './words';

const offeredHere = ({ organisation }: Visit) => offered(leaflets, leafletsPolicy.of(organisation.policy));

const open = (path: string, handle: OpenRoute['handle']): OpenRoute => ({
  door: 'none',
  method: 'GET',
  path,
  why: 'leaflets are the same for everybody',
  site: 'organisation',
  amongOwn: true,
  handle,
});

const longestWish = 100;

export const leafletRoutes = [
  open('/folders', async (visit) => {
    const here = offeredHere(visit);
    const wish = {
      words: (visit.query.zoek ?? '').slice(0, longestWish).trim(),
      subject: subjects.find((subject) => inAddress[subject] === visit.query.onderwerp),
    };
    const found = search(here, wish, visit.language);
    return page(visit.t('leaflets.title'), <LeafletList visit={visit} offered={here} found={found} wish={wish} />);
  }),
  open('/folders/:folder', async (visit) => {
    const leaflet = offeredHere(visit).find(({ slug }) => slug === visit.params.folder);
    if (leaflet === undefined) return notFound;
    return page(leaflet[visit.language === 'en' ? 'en' : 'nl'].title, <LeafletPage visit={visit} leaflet={leaflet} />);
  }),
];
