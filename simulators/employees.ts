import type { OrganisationSlug } from './organisations';

/** An invented employee, with what an organisation's identity provider tells about him or her. */
export type Employee = {
  id: string;
  name: string;
  function: string;
  roles: readonly string[];
  clinics: readonly string[];
};

const one = (id: string, name: string, work: string, roles: string[], clinics: string[] = []): Employee => ({
  id,
  name,
  function: work,
  roles,
  clinics,
});

/** The employees of each organisation: together they cover every role. */
export const employees: Record<OrganisationSlug, readonly Employee[]> = {
  duinzicht: [
    one('s.okafor', 'dr. S. Okafor', 'Orthopedisch chirurg', ['doctor'], ['orthopedie']),
    one('j.degraaf', 'dr. J. de Graaf', 'SEH-arts', ['doctor'], ['spoed']),
    one('l.hofman', 'dr. L. Hofman', 'Radioloog', ['doctor'], ['radiologie']),
    one('m.jansen', 'Marieke Jansen', 'Verpleegkundige', ['nurse'], ['orthopedie']),
    one('t.bakker', 'Tim Bakker', 'Doktersassistent', ['assistant'], ['interne']),
    one('r.elidrissi', 'Rachida El Idrissi', 'Medewerker hoofdbalie', ['reception']),
    one('k.postma', 'Karin Postma', 'Medewerker poli-balie', ['desk'], ['orthopedie']),
    one('b.visser', 'Bas Visser', 'Planner', ['planner'], ['orthopedie', 'interne']),
    one('n.smit', 'Nadia Smit', 'Medewerker patiëntinformatie', ['information']),
    one('p.willems', 'Petra Willems', 'Functionaris gegevensbescherming', ['privacy']),
    one('h.kuipers', 'Henk Kuipers', 'Manager zorglogistiek', ['manager']),
    one('d.yilmaz', 'Deniz Yılmaz', 'Medewerker helpdesk', ['helpdesk']),
  ],
  maasoever: [
    one('a.vandijk', 'dr. A. van Dijk', 'Internist', ['doctor'], ['interne']),
    one('f.demir', 'dr. F. Demir', 'Cardioloog', ['doctor'], ['cardiologie']),
    one('i.brouwer', 'Ilse Brouwer', 'Verpleegkundige', ['nurse'], ['cardiologie']),
    one('s.meijer', 'Sjoerd Meijer', 'Medewerker hoofdbalie', ['reception']),
    one('c.dejong', 'Carla de Jong', 'Planner', ['planner'], ['interne', 'cardiologie']),
    one('o.peters', 'Olga Peters', 'Functionaris gegevensbescherming', ['privacy']),
  ],
  amstelland: [
    one('e.wong', 'dr. E. Wong', 'Longarts', ['doctor'], ['longziekten']),
    one('v.mulder', 'dr. V. Mulder', 'Internist', ['doctor'], ['interne']),
    one('y.achterberg', 'Yvonne Achterberg', 'Verpleegkundig specialist', ['nurse'], ['longziekten']),
    one('g.dekker', 'Gert Dekker', 'Medewerker hoofdbalie', ['reception']),
    one('u.bos', 'Ursula Bos', 'Medewerker helpdesk', ['helpdesk']),
    one('q.vermeer', 'Quinten Vermeer', 'Functionaris gegevensbescherming', ['privacy']),
  ],
  drecht: [
    one('w.terhorst', 'dr. W. ter Horst', 'Huisarts', ['doctor'], ['praktijk']),
    one('z.amrani', 'Zineb Amrani', 'Praktijkondersteuner', ['nurse'], ['praktijk']),
    one('x.prins', 'Xandra Prins', 'Doktersassistent', ['assistant', 'desk'], ['praktijk']),
    one('r.vanleeuwen', 'Ruben van Leeuwen', 'Praktijkmanager', ['manager', 'privacy'], ['praktijk']),
  ],
};

/** The name of an employee inside the provider: unique over all organisations. */
export function subjectOf(organisation: OrganisationSlug, employee: Employee): string {
  return `${organisation}-${employee.id}`;
}

/** The claims that an identity token of the staff-login carries; undefined for somebody who is not on the list. */
export function staffClaims(subject: string) {
  for (const [organisation, list] of Object.entries(employees) as [OrganisationSlug, readonly Employee[]][]) {
    const found = list.find((employee) => subjectOf(organisation, employee) === subject);
    if (found) {
      const { name, roles, clinics } = found;
      return { sub: subject, name, organisation, roles, clinics, function: found.function };
    }
  }
  return undefined;
}
