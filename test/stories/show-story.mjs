/**
 * Runs inside the Storybook page: shows one story and tells what was wrong with it. It is sent to the page as text, so
 * it stands alone.
 * @param {string} id
 * @param {number} patience in milliseconds
 * @returns {Promise<string[]>} one line for each complaint
 */
export async function showStory(id, patience) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const complaints = [];
  const errorEvents = ['storyThrewException', 'playFunctionThrewException', 'storyErrored', 'storyMissing'];
  const listeners = errorEvents.map((event) => [event, (error) => complaints.push(`${event}: ${wordingOf(error)}`)]);
  for (const [event, listener] of listeners) channel.on(event, listener);
  const reports = await shown();
  for (const [event, listener] of listeners) channel.off(event, listener);
  return [...complaints, ...reports.filter(({status}) => status !== 'passed').flatMap(violationsOf)];

  function shown() {
    return new Promise((resolve) => {
      const finish = ({storyId, reporters}) => {
        if (storyId !== id) return;
        clearTimeout(timeout);
        channel.off('storyFinished', finish);
        resolve(reporters);
      };
      const timeout = setTimeout(() => {
        complaints.push(`did not finish within ${patience} ms`);
        finish({storyId: id, reporters: []});
      }, patience);
      channel.on('storyFinished', finish);
      channel.emit('setCurrentStory', {storyId: id, viewMode: 'story'});
    });
  }

  function wordingOf(error) {
    return error?.message ?? error?.description ?? String(error ?? '');
  }

  function violationsOf({type, status, result}) {
    const violations = result?.violations ?? [];
    if (violations.length === 0) return [`${type}: ${status}`];
    return violations.map((violation) => `${type}: ${violation.id} at ${placesOf(violation)}`);
  }

  function placesOf({nodes}) {
    return nodes.map(({target}) => target.flat().join(' ')).join(', ');
  }
}
