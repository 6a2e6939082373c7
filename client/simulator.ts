import './simulator.css';
import { focusMistakes } from './islands/small';

focusMistakes();
