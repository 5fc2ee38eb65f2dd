// A real mail server on this machine, for tests of sending. Says its port, then each message that it took as one line
// of JSON. Addresses that begin with "refused" do not exist; those that begin with "later" are put off once.
import { SMTPServer } from 'smtp-server';

const say = (thing) => process.stdout.write(JSON.stringify(thing) + '\n');
const putOff = new Set();

const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('refused')) return done(refusal(550, 'No such user'));
    if (address.startsWith('later') && !putOff.has(address)) {
      putOff.add(address);
      return done(refusal(451, 'Come back later'));
    }
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      say({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((one) => one.address),
        message: Buffer.concat(chunks).toString('utf8'),
      });
      done();
    });
  },
});

server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }));
// The test that started it is gone.
process.stdin.on('end', () => process.exit(0)).resume();
