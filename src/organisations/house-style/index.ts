export { houseStyles } from './presets';
export { type HouseStyle, type MarkShape, markColours, markPath, markSvg, themeCss, themePath } from './theme';
