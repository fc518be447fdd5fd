import 'insight-elements/define';

const root = document.documentElement;
const asked = new URLSearchParams(location.search);

/** A page speaks to its charts through the platform: `lang` and `color-scheme`, nothing else. */
function bind(id, apply) {
  const choice = document.getElementById(id);
  const wanted = asked.get(id);
  if ([...choice.options].some(({value}) => value === wanted)) choice.value = wanted;
  apply(choice.value);
  choice.addEventListener('change', () => apply(choice.value));
}

bind('language', (language) => {
  root.lang = language;
});
bind('theme', (theme) => {
  root.style.colorScheme = theme;
});
