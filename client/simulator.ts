import './simulator.css';
