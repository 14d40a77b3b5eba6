// Reports as bin/tally reads: node --test --test-reporter=./test/report.js
export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const tests = [];
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    const result = type === 'test:fail' ? 'Fail' : data.skip === undefined ? 'Pass' : 'Skip';
    counts[{ Fail: 'failed', Pass: 'passed', Skip: 'skipped' }[result]]++;
    tests.push(`<test name="${escape(data.name)}" result="${result}"></test>`);
    if (result === 'Fail') process.stderr.write(`${data.name}: ${data.details.error?.cause?.message ?? data.details.error}\n`);
  }
  yield `<assemblies><assembly name="editor" passed="${counts.passed}" failed="${counts.failed}" skipped="${counts.skipped}" errors="0">\n${tests.join('\n')}\n</assembly></assemblies>\n`;
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
