/** Drawn with the colours of the theme, decoration only: no text ever lies on the sun. */

type Moment = 'morning' | 'afternoon' | 'evening';

/** Height of the sun over the horizon of the greeting. */
const SUN: Record<Moment, { y: number; r: number }> = {
  morning: { y: 400, r: 140 },
  afternoon: { y: 352, r: 140 },
  evening: { y: 452, r: 140 },
};

const LINES = 'var(--basis-color-accent-1-border-default)';

/** The arc of the day behind a greeting. */
export function DayArc({ moment }: { moment: Moment }) {
  const sun = SUN[moment];
  return (
    <svg class="pp-hero__art" viewBox="0 0 704 400" aria-hidden="true" fill="none">
      <g stroke={LINES} stroke-opacity=".28" stroke-width="1.5">
        <path d="M72 400a340 340 0 0 1 680 0M137 400a275 275 0 0 1 550 0M202 400a210 210 0 0 1 420 0" />
      </g>
      <circle cx="412" cy={sun.y} r={sun.r} fill="var(--pp-sun)" />
    </svg>
  );
}

/** Rings in the corner of a dark card. */
export function Glow() {
  return (
    <svg class="pp-next__glow" viewBox="0 0 400 400" aria-hidden="true">
      <g fill="none" stroke="#fff" stroke-opacity=".1" stroke-width="1.5">
        <circle cx="200" cy="200" r="198" />
        <circle cx="200" cy="200" r="156" />
        <circle cx="200" cy="200" r="114" />
      </g>
      <circle cx="200" cy="200" r="72" fill="#fff" fill-opacity=".06" />
    </svg>
  );
}

/** A calm sun in the corner of the page before an undiscussed result. */
export function PauseArt() {
  return (
    <svg class="pp-pause__art" viewBox="0 0 200 200" aria-hidden="true" fill="none">
      <g stroke={LINES} stroke-opacity=".3" stroke-width="1.5">
        <circle cx="100" cy="100" r="98" />
        <circle cx="100" cy="100" r="76" />
      </g>
      <circle cx="100" cy="100" r="50" fill="var(--pp-sun)" />
    </svg>
  );
}

/** Sunset over water: signed out. */
export function SunsetScene() {
  return (
    <svg
      class="pp-pub__scene"
      viewBox="0 0 1440 560"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      fill="none"
    >
      <g stroke={LINES} stroke-opacity=".26" stroke-width="1.5">
        <circle cx="720" cy="440" r="142" />
        <circle cx="720" cy="440" r="172" />
      </g>
      <circle cx="720" cy="440" r="112" fill="var(--pp-sun)" />
      <path d="M0 440h1440v120H0z" fill="var(--basis-color-action-1-inverse-bg-document)" />
      <g stroke="#fff" stroke-opacity=".35" stroke-width="2" stroke-linecap="round">
        <path d="M640 458h160M600 478h240M660 498h120M560 520h90M770 518h120" />
      </g>
    </svg>
  );
}

/** The side of the sign-in page: a sun over waves. */
export function SignInArt() {
  return (
    <svg class="art" viewBox="0 0 520 860" preserveAspectRatio="xMidYMin slice" aria-hidden="true" fill="none">
      <g stroke="#fff" stroke-opacity=".13" stroke-width="1.5">
        <circle cx="380" cy="372" r="158" />
        <circle cx="380" cy="372" r="222" />
        <circle cx="380" cy="372" r="286" />
        <circle cx="380" cy="372" r="350" />
      </g>
      <circle cx="380" cy="372" r="104" fill="var(--pp-sun)" />
      <path d="M0 430c80-46 150-46 240 0s180 46 280 0v430H0z" fill="var(--basis-color-action-1-inverse-bg-document)" />
      <path
        d="M0 430c80-46 150-46 240 0s180 46 280 0M0 480c80-46 150-46 240 0s180 46 280 0"
        stroke="#fff"
        stroke-opacity=".35"
        stroke-width="2"
      />
    </svg>
  );
}
