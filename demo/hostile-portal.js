const [button, tab] = ['switch', 'tab'].map((id) => document.getElementById(id));

button.addEventListener('click', () => {
  tab.hidden = !tab.hidden;
  button.setAttribute('aria-expanded', String(!tab.hidden));
});
