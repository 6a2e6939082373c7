import './staff.css';
import { waitForDocument } from './islands/document';
import { keepDrafts } from './islands/drafts';
import './islands/session';
import { closeMenus, focusMistakes, printButtons } from './islands/small';

keepDrafts();
printButtons();
focusMistakes();
closeMenus();
waitForDocument();
