export { default as MonthPicker } from './MonthPicker.svelte';
export { isMonth, monthToClose, partsOf } from './model';
