/** The ports of one running program. */
export type Ports = { web: number; digid: number; staff: number };

const LOWEST = 20_000;
const GROUPS = 4_000;

/**
 * Three ports below the range that systems hand out by themselves. They follow from the process id, so that two test runs
 * on one machine do not meet; `group` 0 to 2 gives different ones within a process.
 */
export function portsOfThisRun(group: 0 | 1 | 2 = 0): Ports {
  return portsFrom(LOWEST + ((process.pid * 3 + group) % GROUPS) * 3);
}

export const portsFrom = (first: number): Ports => ({ web: first, digid: first + 1, staff: first + 2 });
