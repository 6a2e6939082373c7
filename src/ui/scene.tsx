const LINES = 'var(--basis-color-accent-1-border-default)';

/** House on the dunes at sunrise: the public start page. */
export function DuneScene() {
  return (
    <svg
      class="pp-pub__scene"
      viewBox="0 0 1440 560"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      fill="none"
    >
      <g stroke={LINES} stroke-opacity=".26" stroke-width="1.5">
        <circle cx="1090" cy="330" r="200" />
        <circle cx="1090" cy="330" r="275" />
        <circle cx="1090" cy="330" r="350" />
      </g>
      <circle cx="1090" cy="330" r="128" fill="var(--pp-sun)" />
      <path d="M0 372h1440v188H0z" fill="var(--pp-sea)" />
      <g stroke="#fff" stroke-opacity=".4" stroke-width="2" stroke-linecap="round">
        <path d="M640 396h90M770 410h140M1010 394h170M1210 412h120M560 420h60M930 424h80M1080 416h60" />
      </g>
      <path
        d="M0 470c150-76 330-86 520-30 190 56 300 40 470-8 170-48 320-40 450 2v126H0z"
        fill="var(--basis-color-accent-2-bg-active)"
      />
      <Building />
      <path d="M0 512c220-64 420-44 640-4s420 18 800-50v102H0z" fill="var(--basis-color-accent-2-bg-default)" />
      <g
        stroke="var(--basis-color-positive-border-default)"
        stroke-width="3"
        stroke-linecap="round"
        stroke-opacity=".75"
      >
        <path d="M780 512c-2-18-10-30-18-38M786 512c0-22 2-34 8-46M792 512c4-16 12-26 22-32M1046 488c-2-16-8-26-14-32M1052 488c0-18 2-30 8-40M1058 488c4-14 10-22 20-28M470 486c-2-16-8-24-14-30M476 486c0-18 2-28 6-38M482 486c4-12 10-20 18-26" />
      </g>
    </svg>
  );
}

/** Top left corners of the windows. */
const WINDOWS = [
  [1150, 346],
  [1168, 346],
  [1150, 364],
  [1168, 364],
  [1150, 382],
  [1168, 382],
  [1216, 312],
  [1236, 312],
  [1256, 312],
  [1216, 332],
  [1236, 332],
  [1256, 332],
  [1216, 352],
  [1236, 352],
  [1256, 352],
  [1306, 366],
  [1326, 366],
  [1306, 384],
  [1326, 384],
] as const;

function Building() {
  const roof = 'var(--basis-color-action-1-inverse-bg-document)';
  return (
    <g>
      <path d="M1136 420V330h64v-34h92v54h58v72c-70-22-140-22-214-2z" fill="var(--pp-surface)" />
      <path d="M1200 296h92v-10h-92zM1136 330h64v-8h-64zM1292 350h58v-8h-58z" fill={roof} />
      <path d={WINDOWS.map(([x, y]) => `M${x} ${y}h10v10h-10z`).join('')} fill={LINES} />
      <rect x="1232" y="376" width="28" height="34" rx="4" fill={roof} />
    </g>
  );
}
