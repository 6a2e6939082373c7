export { houseStyles } from './presets';
export { type HouseStyle, type MarkShape, markColours, themeCss, themePath } from './theme';
