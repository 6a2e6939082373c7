import './gallery.css';
